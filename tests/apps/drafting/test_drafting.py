"""From signed cases to an edition in force: drafted by one, published by another, used by every reader at once."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.advisories import queries as advisories
from roadstead.advisories.drafting import queries
from roadstead.advisories.drafting.actions.drafting import begin_draft, change_draft, drop_draft
from roadstead.advisories.drafting.actions.publishing import publish_draft
from roadstead.advisories.drafting.actions.shape import DraftError, DraftSaid, StaleDraftError
from roadstead.advisories.models import Draft, DraftState
from roadstead.common.access.viewer import Viewer
from roadstead.core.truth import NO, YES
from roadstead.determinations.actions.opening import CaseDraft, open_case
from roadstead.determinations.enums import CaseState, Effect, Part
from roadstead.determinations.queries.cases import readable
from tests.apps.determinations.making import BEFORE, dated, fresh, ready_for, signed
from tests.apps.drafting.conftest import TODAY
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
SAID = DraftSaid(
    title="Invented: Ghana listed",
    number="9-26",
    issued_on=TODAY,
    effective_on=date(2026, 6, 15),
    notice="99 FR 1",
    notice_on=TODAY,
    address="https://example.org/psa-9-26",
)


def decided(people: dict[str, User], country: str = "GH", effect: Effect = Effect.LIST) -> int:
    """A case that three people have signed; its number."""
    by = viewer(people["officer"])
    case = open_case(uid=uuid4(), country=country, effect=effect, draft=CaseDraft(title=f"Case {country}"), by=by)
    case = ready_for(case, by, BEFORE if effect is Effect.LIST else {"finding": BEFORE["finding"]})
    for part, who in zip(Part, ("officer", "analyst", "signer"), strict=True):
        case = signed(case, part, viewer(people[who]))
    return dated(case, by, decision=date(2026, 5, 1)).pk


def drafted(people: dict[str, User], *cases: int, said: DraftSaid = SAID) -> Draft:
    return begin_draft(uid=uuid4(), cases=cases, said=said, by=viewer(people["analyst"]))


def publish(draft: Draft, by: Viewer) -> Draft:
    return publish_draft(draft=draft, revision=draft.revision, by=by)


def test_a_signed_case_goes_into_force_and_every_reader_has_it_at_once(people: dict[str, User]) -> None:
    on = date(2026, 6, 20)
    assert advisories.snapshot(on).listed("GH", on) is NO
    draft = drafted(people, decided(people))
    shown = queries.preview(draft, viewer(people["signer"]))
    assert not shown.problem
    assert shown.difference is not None
    assert [one.code for one in shown.difference.added] == ["GH"]
    done = publish(draft, viewer(people["signer"]))
    assert (done.state, done.edition) == (DraftState.PUBLISHED, "2026-06-15-psa-9-26")
    view = advisories.snapshot(on)
    assert view.listed("GH", on) is YES
    assert view.listed("GH", date(2026, 6, 14)) is NO
    assert advisories.snapshot(date(2026, 5, 31)).listed("GH", on) is NO  # nobody knew it the day before
    case = readable(viewer(people["officer"])).get()
    assert (case.state, case.edition) == (CaseState.PUBLISHED, done.edition)


def test_and_off_it_again(people: dict[str, User], clock: FrozenClock) -> None:
    publish(drafted(people, decided(people)), viewer(people["signer"]))
    clock.set(date(2026, 9, 1))
    case = decided(people, effect=Effect.DELIST)
    said = DraftSaid(
        title="Invented: Ghana removed",
        number="10-26",
        issued_on=date(2026, 9, 1),
        effective_on=date(2026, 9, 1),
        address="https://example.org/psa-10-26",
    )
    publish(drafted(people, case, said=said), viewer(people["signer"]))
    view = advisories.snapshot(date(2026, 9, 2))
    assert view.listed("GH", date(2026, 8, 31)) is YES
    assert view.listed("GH", date(2026, 9, 2)) is NO


def test_who_wrote_it_does_not_publish_it(people: dict[str, User]) -> None:
    both = holder(Role.HEADQUARTERS, name="Hugo Both")
    draft = begin_draft(uid=uuid4(), cases=[decided(people)], said=SAID, by=viewer(both))
    with pytest.raises(DraftError, match="did not write it"):
        publish(draft, viewer(both))
    with pytest.raises(PermissionDenied):
        publish(draft, viewer(people["analyst"]))
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.visible_to(viewer(both)).update(
            state="published", published_by=both, published_at="2026-06-01T12:00Z", edition="x"
        )


def test_who_changed_it_last_does_not_publish_it_either(people: dict[str, User]) -> None:
    draft = drafted(people, decided(people))
    changed = DraftSaid(**{**_fields(SAID), "notes": "More."})
    signer = viewer(people["signer"])
    draft = change_draft(draft=draft, revision=draft.revision, said=changed, by=signer)
    with pytest.raises(DraftError, match="did not write it"):
        publish(draft, signer)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"issued_on": date(2026, 6, 2), "effective_on": date(2026, 6, 20)}, "future"),
        ({"number": "4-25"}, "already used"),
    ],
)
def test_a_wrong_record_is_not_published_and_nothing_is_half_done(
    people: dict[str, User], wrong: dict[str, object], words: str, tmp_path: Path
) -> None:
    case = decided(people)
    draft = drafted(people, case, said=DraftSaid(**{**_fields(SAID), **wrong}))
    with pytest.raises(DraftError, match=words):
        publish(draft, viewer(people["signer"]))
    assert queries.readable(viewer(people["signer"])).get().state == DraftState.OPEN
    assert readable(viewer(people["officer"])).get().state == CaseState.SIGNED
    assert not list((tmp_path / "rulebook").rglob("*.yaml"))


def test_a_country_that_is_listed_already_cannot_be_listed_again(people: dict[str, User]) -> None:
    draft = drafted(people, decided(people, "NG"), said=DraftSaid(**{**_fields(SAID), "title": "Invented: again"}))
    problem = queries.preview(draft, viewer(people["signer"])).problem
    assert "already listed" in problem
    with pytest.raises(DraftError, match="already listed"):
        publish(draft, viewer(people["signer"]))


def test_killed_after_the_files_it_is_finished_by_publishing_again(
    people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, signer = drafted(people, decided(people)), viewer(people["signer"])

    class KilledError(BaseException):
        """What a process that is killed leaves behind: files that were written, rows that were not."""

    def die(*_args: object, **_more: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr("roadstead.advisories.drafting.actions.publishing.record", die)
        with pytest.raises(KilledError):
            publish(draft, signer)
    assert queries.readable(signer).get().state == DraftState.OPEN
    assert advisories.snapshot(date(2026, 6, 20)).listed("GH", date(2026, 6, 20)) is YES
    done = publish(draft, signer)
    assert done.state == DraftState.PUBLISHED
    assert sum(one.id == done.edition for one in advisories.rule_book().editions) == 1


def test_an_older_page_is_told_and_a_case_stands_in_one_draft(people: dict[str, User]) -> None:
    case = decided(people)
    draft = drafted(people, case)
    with pytest.raises(DraftError, match="in no draft"):
        drafted(people, case)
    with pytest.raises(StaleDraftError):
        publish_draft(draft=draft, revision=draft.revision + 1, by=viewer(people["signer"]))
    drop_draft(draft=draft, revision=draft.revision, why="Wrong number.", by=viewer(people["analyst"]))
    assert drafted(people, case).state == DraftState.OPEN


def test_the_pages_from_cases_to_publication(people: dict[str, User]) -> None:
    case = decided(people)
    desk, chief = client_of(people["analyst"]), client_of(people["signer"])
    assert "Decided, and in no edition yet" in desk.get("/desk/editions/").content.decode()
    typed = {name: value or "" for name, value in _fields(SAID).items()} | {"cases": [case], "uid": str(uuid4())}
    made = desk.post("/desk/editions/new/", typed)
    assert made.status_code == 302, made.context["form"].errors
    page = made["Location"]
    shown = desk.get(page).content.decode()
    assert "goes on the list" in shown
    assert "did not write it" in shown
    assert "Publish it" in chief.get(page).content.decode()
    draft = queries.readable(viewer(people["signer"])).get()
    done = chief.post(f"{page}publish/", {"revision": draft.revision})
    assert done.status_code == 302, done.context["form"].errors
    assert "Ghana" in chief.get(done["Location"]).content.decode()
    assert "Ghana" in chief.get("/advisory/?on=2026-06-20").content.decode()
    assert fresh(readable(viewer(people["officer"])).get(), viewer(people["officer"])).edition in done["Location"]


def _fields(said: DraftSaid) -> dict[str, object]:
    return {name: getattr(said, name) for name in DraftSaid.__dataclass_fields__}
