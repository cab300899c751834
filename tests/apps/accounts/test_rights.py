"""What one may do and why; what each role may; what one was told; the profile."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client

from roadstead.accounts.actions import grants, notices
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.people import change_profile
from roadstead.accounts.models import Grant, Notification, User
from roadstead.accounts.presenters import rights, tables
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.audit.models import Event
from roadstead.common import clock as clock_of_the_product
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeKind
from tests.conftest import CountQueries, FrozenClock
from tests.people import almighty, client_of, elevated, give, holder, person, viewer

pytestmark = pytest.mark.django_db


def page_of(one: User, path: str = "/me/rights/", *, power: bool = False) -> str:
    text: str = client_of(one, power=power).get(path).content.decode()
    return text


# What I may do, and why


def test_each_right_stands_in_one_group_and_none_is_left_over() -> None:
    grouped = rights.grouped()
    named = [one for _title, permissions in grouped for one in permissions]
    assert sorted(named) == sorted(Permission)
    assert rights.OTHER not in [title for title, _permissions in grouped], "give the new right its heading"


@pytest.mark.parametrize("role", Role)
def test_every_role_reads_what_it_may_and_what_it_may_not(role: Role) -> None:
    client = client_of(holder(role))
    answer = client.get("/me/rights/")
    held = {right.permission for _title, found in answer.context["groups"] for right in found}
    lacking = {right.permission for right in answer.context["lacking"]}
    assert held == MEANINGS[role].permissions
    assert held | lacking == set(Permission)
    assert not held & lacking
    page = answer.content.decode()
    for one in Permission:
        assert str(one.meaning) in page
    for said in (str(role.label), "for a test", "The program itself", "What others may, and you may not"):
        assert said in page


def test_it_says_who_gave_a_role_why_and_until_when(clock: FrozenClock) -> None:
    one = person("Nia New")
    admin = elevated(holder(Role.ADMINISTRATOR, name="Ada Keeper"))
    grants.grant_role(
        person=one,
        role=Role.AUTHORITY,
        scopes=[Scope(ScopeKind.COUNTRY, "NG"), Scope(ScopeKind.COUNTRY, "GH")],
        why="heads the authority",
        valid_until=clock.moment + timedelta(days=30),
        by=admin,
    )
    page = page_of(one)
    for said in ("Ada Keeper", "heads the authority", "GH (Ghana), NG (Nigeria)", "22 December 2026, 12:00 UTC"):
        assert said in page
    assert "Designated Authority</a> for GH (Ghana), NG (Nigeria)" in page  # beside the right that is asked of a State


def test_it_says_who_else_has_what_one_has_not() -> None:
    page = page_of(holder(Role.AUTHORITY))
    beside = page.partition(str(Permission.READ_LOG.meaning))[2][:200]
    assert "Programme headquarters, Administrator" in beside


def test_power_is_shown_as_power_and_while_it_lasts() -> None:
    one = holder(Role.HEADQUARTERS)
    assert "with elevated power" in page_of(one)
    assert "held now" not in page_of(one)
    assert "held now" in page_of(one, power=True)
    assert "Take up elevated power" in page_of(one)
    assert "/me/elevated/" not in page_of(holder(Role.ANALYST))


def test_without_a_role_the_page_is_honest() -> None:
    page = page_of(person())
    assert "You have no role" in page
    assert "somebody has to give you a role" in page


def test_what_was_withdrawn_is_told_with_its_reason() -> None:
    one = holder(Role.ANALYST)
    (grant,) = Grant.objects.filter(person=one)
    grants.withdraw_role(grant=grant, why="the contract ended", by=almighty())
    page = page_of(one)
    assert "You have no role" in page
    assert "the contract ended" in page
    assert "Withdrawn" in page


def test_a_role_that_waits_for_a_second_factor_says_so() -> None:
    page = page_of(holder(Role.ANALYST, second_factor=False))
    assert "Set up a second factor" in page
    assert "waits for a second factor" in page


def test_the_page_costs_the_same_however_many_grants(at_most_queries: CountQueries) -> None:
    one = holder(Role.AUTHORITY, "NG")
    client = client_of(one)
    client.get("/me/rights/")
    with at_most_queries(8) as few:
        client.get("/me/rights/")
    for _ in range(30):
        give(one, Role.AUTHORITY, "GH", "TG")
    with at_most_queries(len(few)):
        page = client.get("/me/rights/").content.decode()
    # The grants of one role are joined, in the line of each right that is asked of a country.
    asked = [one for one in MEANINGS[Role.AUTHORITY].permissions if ScopeKind.COUNTRY in one.asked_of]
    assert page.count("for GH (Ghana), NG (Nigeria), TG (Togo)") == len(asked)


# The cost


def _held_by(one: User, many: int) -> None:
    now = clock_of_the_product.now()
    said = {"role": "liaison", "valid_from": now, "given_at": now, "reason": "x"}
    made = Grant.objects.bulk_create(Grant(person=one, **said) for _ in range(many))
    codes = ("NG", "GH", "TG", "CI")
    scopes = Grant._meta.get_field("scopes").related_model
    scopes.objects.bulk_create(
        scopes(grant=grant, kind="country", value=codes[number % 4]) for number, grant in enumerate(made)
    )


@pytest.mark.parametrize("power", [False, True])
def test_rights_cost_two_queries_at_most_whatever_the_number_of_grants(
    power: bool, at_most_queries: CountQueries
) -> None:
    counted = []
    for many in (1, 200):
        one = holder(Role.HEADQUARTERS, name=f"Holder of {many}")
        _held_by(one, many - 1)
        client = client_of(one, power=power)
        client.get("/desk/")
        # The session, the person, the rights, the power, what is unread; and the desk's own seven.
        with at_most_queries(12) as asked:
            assert client.get("/desk/").status_code == 200
        counted.append(len(asked))
        about_rights = [query for query in asked.captured_queries if "accounts_grant" in query["sql"]]
        assert len(about_rights) == 1
        about_power = [query for query in asked.captured_queries if "accounts_elevation" in query["sql"]]
        assert len(about_power) == int(power)
    assert counted[0] == counted[1]


# What each role may, on one page


def test_anybody_reads_on_one_page_what_each_role_may() -> None:
    page = Client().get("/roles/").content.decode()
    for role in Role:
        assert str(role.label) in page
        assert str(MEANINGS[role].text) in page
    for one in Permission:
        assert page.count(str(one.meaning)) == 1
    assert page.count("<td>yes</td>") + page.count("<td>its own</td>") + page.count("<td>elevated</td>") == sum(
        len(MEANINGS[role].permissions) for role in Role
    )


def test_the_table_says_what_the_viewer_does() -> None:
    for role in Role:
        asked, powerful = viewer(holder(role)), elevated_if_it_may(role)
        cells = {
            line.permission: line.cells[list(Role).index(role)] for _, entries in tables.lines() for line in entries
        }
        for permission, cell in cells.items():
            assert asked.holds(permission) == (cell in ("yes", "own"))
            assert (powerful or asked).holds(permission) == bool(cell)
            if ScopeKind.COUNTRY in permission.asked_of and cell:
                assert asked.may(permission, country="FJ") == (cell == "yes")


def elevated_if_it_may(role: Role) -> object:
    one = holder(role, name=f"Another {role.label}")
    try:
        return elevated(one)
    except PermissionDenied:
        return None


def test_the_guide_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("permissions", "--check")


def test_the_command_prints_both_tables(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("permissions")
    roles = capsys.readouterr().out
    assert "| Give a role, or withdraw it, with a reason. |" in roles
    assert "| Liaison officer | named countries | `/desk/` | required |" in roles
    call_command("permissions", "--addresses")
    addresses = capsys.readouterr().out
    assert "| `/desk/accounts/<int:pk>/roles/new/` | `grant_roles` | GET, POST |" in addresses
    assert "| `/me/elevated/lay-down/` | signed in | POST |" in addresses
    assert "| `/roles/` | anyone | GET |" in addresses
    assert "| `/api/v1/me` | signed in | GET |" in addresses
    assert "| `/api/v1/decisions` | anyone | POST |" in addresses


def test_a_guide_out_of_date_or_without_its_marks_is_told(tmp_path: object, settings: object) -> None:
    settings.REPOSITORY = tmp_path  # type: ignore[attr-defined]
    guide = tmp_path / "docs/guides/permissions.md"  # type: ignore[operator]
    guide.parent.mkdir(parents=True)
    guide.write_text("no marks")
    with pytest.raises(CommandError, match="lacks"):
        call_command("permissions", "--check")
    marks = [f"<!-- {name}: {end} -->" for name in ("roles", "addresses") for end in ("begin", "end")]
    guide.write_text("\n".join(["before", *marks, "after"]))
    with pytest.raises(CommandError, match="out of date"):
        call_command("permissions", "--check")
    call_command("permissions", "--write")
    call_command("permissions", "--check")
    assert guide.read_text().startswith("before\n")
    assert guide.read_text().endswith("\nafter")


# What one was told


def test_notifications_are_counted_shown_and_read() -> None:
    one = holder(Role.AUTHORITY, "NG")
    client = client_of(one)
    page = client.get("/me/notifications/").content.decode()
    assert "You were given the role Designated Authority for NG." in page
    assert '1<span class="usa-sr-only"> new notification' in page
    assert client.get("/me/notifications/read/").status_code == 405
    other = holder(Role.AUTHORITY, "NG", name="Other One")
    page = client.post("/me/notifications/read/", follow=True).content.decode()
    assert "Mark all as read" not in page
    assert 'usa-sr-only"> new notification' not in page
    assert Notification.objects.filter(person=other, read_at__isnull=True).exists()


def test_without_any_the_page_says_what_would_stand_there() -> None:
    assert "Nothing has happened that concerns you" in page_of(person(), "/me/notifications/")


def test_many_notifications_have_pages_and_long_ones_are_cut() -> None:
    one = person()
    for number in range(31):
        notices.notify(one, f"Word {number} " + "x" * 400)
    client = client_of(one)
    assert client.get("/me/notifications/").context["page"].paginator.num_pages == 2
    assert len(Notification.objects.latest("pk").text) == 300


def test_a_mail_server_that_fails_undoes_nothing(
    settings: object, django_capture_on_commit_callbacks: object, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        one = holder(Role.AUTHORITY, "NG")
    assert "Connection refused" in caplog.text
    assert viewer(one).held


# The profile


def test_a_profile_is_changed_by_its_person() -> None:
    one = person("Ana Reyes")
    client = client_of(one)
    assert "ana.reyes@example.org" in client.get("/me/").content.decode()
    said = {"name": "Ana R. Reyes", "organisation": "Harbour", "language": "en", "time_zone": "Africa/Lagos"}
    assert "Your profile was changed" in client.post("/me/", said, follow=True).content.decode()
    one.refresh_from_db()
    assert (one.name, one.organisation, one.time_zone) == ("Ana R. Reyes", "Harbour", "Africa/Lagos")
    assert "Nothing was changed" in client.post("/me/", said, follow=True).content.decode()
    changed = Event.objects.for_the_system("a test").filter(type="accounts.profile_changed")
    assert [event.data["fields"] for event in changed] == [["name", "organisation", "time_zone"]]
    assert "Harbour" not in str(changed.values())  # which fields, not what was in them


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "x" * 101}, "at most 100 characters"),
        ({"time_zone": "Mars/Olympus"}, "not one of the available choices"),
        ({"language": "tlh"}, "not one of the available choices"),
    ],
)
def test_a_profile_says_what_is_wrong(said: dict[str, str], words: str) -> None:
    asked = {"name": "Ana", "organisation": "kept words", "language": "en", "time_zone": "UTC", **said}
    page = client_of(person()).post("/me/", asked).content.decode()
    assert words in page
    assert "kept words" in page


def test_the_action_refuses_what_no_list_has_and_who_it_is_not() -> None:
    one, other = person("One Person"), person("Other Person")
    said = {"name": "x", "organisation": "", "language": "en", "time_zone": "UTC"}
    with pytest.raises(AccountsError, match="by its own person"):
        change_profile(person=one, by=viewer(other), **said)
    with pytest.raises(AccountsError, match="from the lists"):
        change_profile(person=one, by=viewer(one), **{**said, "time_zone": "Mars/Olympus"})


@pytest.mark.parametrize("path", ["/me/", "/me/rights/", "/me/notifications/", "/me/tokens/", "/me/elevated/"])
def test_ones_own_pages_ask_for_a_sign_in(path: str) -> None:
    answer = Client().get(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/accounts/login/?next={path}")
