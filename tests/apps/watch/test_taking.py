"""Notices as they come in: twice, out of order, by two agents, changed, cancelled, hostile. All of it is invented."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.taking import take_in, take_notice
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Arrival, Change, Received, Sending, Verdict
from roadstead.audit.models import Event
from roadstead.common.access.viewer import Viewer, system
from tests.apps.watch.notices import document
from tests.conftest import CountQueries
from tests.people import holder, viewer
from tests.wire.notices import PLANTED, iso, workbook, xml
from tests.wire.test_incoming_privacy import ODD_JSON, ODD_XML

pytestmark = pytest.mark.django_db
COMPANY, OTHER = "EXAMPLE SHIPPING", "ANOTHER LINE"


def notice(number: int = 1, *, said: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A document with what is said beside the contract; `calls` and others replace what it has."""
    eta = more.pop("eta", "2026-06-20")
    made = document(number, eta=eta) | {"agent": {"name": "A. Agent (invented)", "email": "agent@agency.example"}}
    return made | ({"notice": said} if said else {}) | more


def send(by: Viewer, *documents: dict[str, Any], company: str = "") -> Sending:
    body = "\n".join(json.dumps(one) for one in documents).encode()
    return take_in(body=body, name="notices.jsonl", origin=Origin.PAGE, by=by, company=company)


def outcomes(sending: Sending) -> list[str]:
    return [one["outcome"] for one in sending.told]


def arrivals() -> list[Arrival]:
    return list(Arrival.objects.for_the_system("tests").order_by("pk"))


def rows(model: Any) -> int:
    return int(model.objects.for_the_system("tests").count())


def said(created: str, number: str = "A-1", transaction: str = "update") -> dict[str, str]:
    return {"id": number, "created": created, "transaction": transaction}


def test_the_same_file_twice_has_one_receipt_and_one_arrival(watch: User) -> None:
    by = viewer(watch)
    first, again = send(by, notice()), send(by, notice())
    assert (first.pk, outcomes(first)) == (again.pk, ["new"])
    assert len(arrivals()) == rows(Received) == rows(Verdict) == 1
    both = send(by, notice(), notice(2))
    assert outcomes(both) == ["same", "new"]
    assert both.counts == {"new": 1, "same": 1}
    assert Received.objects.for_the_system("tests").filter(sending=first).count() == 1


def test_two_agents_who_say_the_same_are_one_arrival_and_the_second_is_told(watch: User) -> None:
    by = viewer(watch)
    send(by, notice(said=said("2026-06-01T08:00:00Z", "A-1", "initial")))
    other = notice(said=said("2026-06-01T09:00:00Z", "B-77", "initial"), agent={"name": "B. Agent (invented)"})
    assert outcomes(send(by, other)) == ["same"]
    assert len(arrivals()) == 1


def test_an_update_that_does_not_matter_flags_nothing_and_shows_its_difference(watch: User) -> None:
    by = viewer(watch)
    send(by, notice(said=said("2026-06-01T08:00:00Z", transaction="initial")))
    Arrival.objects.for_the_system("tests").update(attention="quiet", why="")
    later = notice(said=said("2026-06-01T09:00:00Z"))
    later["arrival"]["eta"] = "2026-06-20T09:00:00Z"
    assert outcomes(send(by, later)) == ["updated"]
    (ship,) = arrivals()
    assert (ship.attention, ship.number, ship.eta.hour, ship.revision) == ("quiet", 2, 9, 2)
    assert rows(Change) == 0
    assert rows(Verdict) == 1
    latest = Received.objects.for_the_system("tests").get(current=True)
    assert [one["path"] for one in latest.differences] == ["arrival.eta"]


def test_an_update_that_matters_is_judged_and_flagged(watch: User) -> None:
    by = viewer(watch)
    send(by, notice(said=said("2026-06-01T08:00:00Z", transaction="initial")))
    more = [*notice()["calls"], {"country": "VE", "port": "VELAG", "departed": "2026-05-30T12:00:00Z"}]
    send(by, notice(said=said("2026-06-01T09:00:00Z"), calls=more))
    (ship,) = arrivals()
    assert (ship.outcome, ship.attention, rows(Change)) == ("applies", "look", 1)
    given = Verdict.objects.for_the_system("tests").order_by("pk").values_list("outcome", "number")
    assert list(given) == [("does_not_apply", 1), ("applies", 2)]


def test_what_was_made_earlier_only_stands_beside(watch: User) -> None:
    by = viewer(watch)
    send(by, notice(said=said("2026-06-01T11:00:00Z"), eta="2026-06-21"))
    early = send(by, notice(said=said("2026-06-01T08:00:00Z", transaction="initial")))
    assert outcomes(early) == ["older"]
    (ship,) = arrivals()
    assert (ship.eta.day, ship.number) == (21, 1)
    assert Received.objects.for_the_system("tests").filter(current=False).count() == 1


def test_a_cancelled_ship_comes_back_only_with_something_newer(watch: User) -> None:
    by = viewer(watch)
    first = notice(said=said("2026-06-01T08:00:00Z", transaction="initial"))
    send(by, first)
    cancelled = notice(said=said("2026-06-01T10:00:00Z", transaction="cancel"))  # the same words, but for that one
    assert outcomes(send(by, cancelled)) == ["cancelled"]
    assert arrivals()[0].attention == "cancelled"
    assert outcomes(send(by, first, notice(said=said("2026-06-01T09:00:00Z")))) == ["same", "same"]
    assert arrivals()[0].attention == "cancelled"
    back = send(by, notice(said=said("2026-06-01T11:30:00Z", transaction="initial")))
    assert (outcomes(back), len(arrivals())) == (["updated"], 1)
    assert (arrivals()[0].attention, arrivals()[0].why) == ("look", "It was cancelled, and is announced again.")


def test_a_cancellation_that_came_first_holds(watch: User) -> None:
    by = viewer(watch)
    assert outcomes(send(by, notice(said=said("2026-06-01T10:00:00Z", transaction="cancel")))) == ["cancelled"]
    assert outcomes(send(by, notice(said=said("2026-06-01T08:00:00Z", transaction="initial")))) == ["same"]
    (ship,) = arrivals()
    assert ship.attention == "cancelled"
    bare = {"schema": "roadstead/notice/1", "vessel": {"name": "INVENTED 9"}, "calls": []}
    unknown = send(by, bare | {"notice": said("2026-06-01T10:00:00Z", "Z-9", "cancel")})
    assert outcomes(unknown) == ["rejected"]
    assert "has not come" in unknown.told[0]["words"]


def test_two_ships_with_one_number_are_two_arrivals_and_somebody_looks(watch: User) -> None:
    by = viewer(watch)
    send(by, notice(1))
    impostor = notice(1)
    impostor["vessel"]["name"] = "INVENTED IMPOSTOR"
    assert outcomes(send(by, impostor)) == ["new"]
    ships = arrivals()
    assert len(ships) == 2
    assert (ships[1].attention, ships[1].imo in ships[1].why) == ("look", True)


def test_a_number_that_is_used_anew_months_later_is_another_voyage(watch: User) -> None:
    by = viewer(watch)
    send(by, notice(said=said("2026-05-20T08:00:00Z", "1", "initial"), eta="2026-05-28", calls=[]))
    assert outcomes(send(by, notice(said=said("2026-06-01T08:00:00Z", "1", "initial"), eta="2026-09-20"))) == ["new"]


def test_a_time_of_arrival_that_had_passed_is_taken_in_and_asked_about(watch: User) -> None:
    sending = send(viewer(watch), notice(eta="2026-05-30"))
    assert outcomes(sending) == ["new"]
    (ship,) = arrivals()
    assert (ship.attention, ship.why) == ("look", "The time of arrival had passed when the notice came.")


def test_a_port_that_is_not_known_is_asked_and_the_same_notice_is_known_again(watch: User) -> None:
    by = viewer(watch)
    one = notice(said=said("2026-06-01T08:00:00Z", transaction="initial"))
    one["arrival"] = {"port_name": "Quay of nowhere in particular", "eta": "2026-06-20T06:00:00Z"}
    send(by, one)
    (ship,) = arrivals()
    assert (ship.port, ship.zone_id, ship.attention) == ("", None, "look")
    assert "Quay of nowhere" in ship.why
    later = notice(said=said("2026-06-01T09:00:00Z", "OTHER"))
    later["arrival"] = one["arrival"] | {"eta": "2026-06-20T08:00:00Z"}
    assert outcomes(send(by, later)) == ["updated"]


def test_a_call_that_cannot_be_judged_reads_as_unknown_never_as_no(watch: User) -> None:
    calls = [*notice()["calls"], {"country": "VE", "port": "VELAG"}]
    send(viewer(watch), notice(calls=calls))
    (ship,) = arrivals()
    assert ship.outcome == "cannot_tell"
    assert Received.objects.for_the_system("tests").get().missing == ["calls[3].departed"]
    assert "departed" in ship.why


def test_what_no_judge_can_read_is_rejected_in_words_and_the_rest_is_kept(watch: User) -> None:
    by = viewer(watch)
    far = notice(2)
    far["arrival"]["eta"] = "2205-06-20T06:00:00Z"
    sending = send(by, notice(1), far, {"vessel": {"name": "INVENTED"}, "arrival": {"port": "USHOU"}}, notice(3))
    assert outcomes(sending) == ["new", "rejected", "rejected", "new"]
    assert "time of arrival" in sending.told[2]["words"]
    assert all(one["words"] for one in sending.told if one["outcome"] == "rejected")
    assert (
        send(by, notice(1), far, {"vessel": {"name": "INVENTED"}, "arrival": {"port": "USHOU"}}, notice(3)).pk
        != sending.pk
    )


def test_half_a_file_is_rejected_and_the_whole_one_taken_in_afterwards(watch: User) -> None:
    by = viewer(watch)
    whole = json.dumps(notice()).encode()
    half = take_in(body=whole[:200], name="half.json", origin=Origin.API, by=by)
    assert outcomes(half) == ["rejected"]
    assert arrivals() == []
    nothing = take_in(body=b"", name="empty.json", origin=Origin.API, by=by)
    assert "cut off" in nothing.told[0]["words"]
    assert outcomes(take_in(body=whole, name="half.json", origin=Origin.API, by=by)) == ["new"]


@pytest.mark.parametrize("character", ["\0", "\u202e", "\x1b"])
def test_characters_that_a_database_or_a_terminal_would_choke_on(watch: User, character: str) -> None:
    odd = notice()
    odd["vessel"]["name"] = f"INV{character}ENTED"
    odd["agent"]["name"] = f"A{character}gent"
    odd["calls"][0]["departed"] = f"some{character}day"
    assert outcomes(send(viewer(watch), odd)) == ["new"]
    assert character not in arrivals()[0].ship + arrivals()[0].agent


def test_nobody_on_board_is_in_any_table(watch: User) -> None:
    by = viewer(watch)
    for number, body in enumerate((xml(), iso(), workbook(), *ODD_XML, *ODD_JSON)):
        take_in(body=body, name=f"{number}.bin", origin=Origin.API, by=by)
    assert arrivals()
    found = []
    with connection.cursor() as cursor:
        for model in (one for one in apps.get_models() if one._meta.managed):
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT * FROM {table}")
            text = "\n".join(map(str, cursor.fetchall()))
            found += [(table, word) for word in PLANTED if word in text]
    assert found == []


def test_a_company_speaks_for_its_own_ships_and_reads_nobody_elses(watch: User) -> None:
    mine = viewer(holder(Role.OPERATOR, COMPANY, name="Olga Operator", email="olga@example.org"))
    theirs = viewer(holder(Role.OPERATOR, OTHER, name="Otto Other", email="otto@example.org"))
    send(mine, notice(), company=COMPANY)
    for company in ("", OTHER):
        with pytest.raises(PermissionDenied):
            send(mine, notice(2), company=company)
    same = send(theirs, notice(), company=OTHER)
    assert (outcomes(same), same.told[0]["arrival"]) == (["same"], None)
    assert "Somebody else" in same.told[0]["words"]
    later = notice(said=said("2026-06-01T09:00:00Z", "O-1"))
    later["arrival"]["eta"] = "2026-06-20T11:00:00Z"
    assert outcomes(send(theirs, later, company=OTHER)) == ["new"]  # nobody changes what another company said
    first, second = arrivals()
    assert (first.company, first.eta.hour, second.company) == (COMPANY, 6, OTHER)
    assert "Somebody else" in second.why
    assert list(Arrival.objects.visible_to(mine)) == [first]
    assert {one.company for one in Sending.objects.visible_to(theirs)} == {OTHER}


def test_what_was_nobodys_becomes_the_companys_that_says_the_same(watch: User) -> None:
    send(viewer(watch), notice())
    mine = viewer(holder(Role.OPERATOR, COMPANY, name="Olga Operator", email="olga@example.org"))
    assert outcomes(send(mine, notice(), company=COMPANY)) == ["same"]
    assert arrivals()[0].company == COMPANY
    assert Event.objects.for_the_system("tests").filter(type="arrivals.arrival_claimed").count() == 1


def test_one_notice_costs_so_many_queries(watch: User, at_most_queries: CountQueries) -> None:
    by = viewer(watch)
    send(by, notice(1))
    from tests.apps.watch.notices import incoming

    second = incoming(2)
    with at_most_queries(16) as found:
        take_notice(incoming=second, origin=Origin.API, by=by)
    assert len(found) > 5


def test_the_program_may_and_who_has_no_right_may_not(watch: User) -> None:
    with pytest.raises(PermissionDenied):
        send(viewer(holder(Role.ANALYST)), notice())
    assert outcomes(send(system("tests"), notice())) == ["new"]
