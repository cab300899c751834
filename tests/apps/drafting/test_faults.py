"""What is refused on the way into force, and what is taken back by a later edition."""

from datetime import date

import pytest

from roadstead.accounts.models import User
from roadstead.advisories import queries as advisories
from roadstead.advisories.drafting import queries
from roadstead.advisories.drafting.actions.drafting import change_draft, drop_draft
from roadstead.advisories.drafting.actions.shape import DraftError, DraftSaid
from roadstead.advisories.models import DraftState
from roadstead.core.truth import NO, YES
from roadstead.determinations.actions.gathering import take_source
from roadstead.determinations.enums import CaseState, Effect, Part
from roadstead.determinations.queries.cases import readable
from tests.apps.determinations.making import SOURCE, signed
from tests.apps.drafting.making import SAID, changed, decided, drafted, fields, publish
from tests.apps.visits.observed.acting import facility
from tests.conftest import FrozenClock
from tests.people import client_of, viewer

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 20)


def refused(people: dict[str, User], case: int, said: DraftSaid, words: str) -> None:
    """The preview says why, publishing is refused with the same words, and nothing is half done."""
    draft, signer = drafted(people, case, said=said), viewer(people["signer"])
    before = advisories.rule_book().digest
    assert words in queries.preview(draft, signer).problem
    with pytest.raises(DraftError, match=words):
        publish(draft, signer)
    assert advisories.rule_book().digest == before
    assert queries.readable(signer).get(pk=draft.pk).state == DraftState.OPEN
    assert readable(signer).get(pk=case).state == CaseState.SIGNED


def test_an_effective_day_before_publication_is_refused_beside_its_field(people: dict[str, User]) -> None:
    case, early = decided(people), changed(effective_on=date(2026, 5, 31))
    with pytest.raises(DraftError, match="on the day of publication or later") as caught:
        drafted(people, case, said=early)
    assert caught.value.field == "effective_on"
    draft = drafted(people, case)
    desk = client_of(people["analyst"])
    typed = {name: value or "" for name, value in fields(early).items()} | {"revision": draft.revision}
    answer = desk.post(f"/desk/editions/{draft.pk}/change/", typed)
    assert answer.status_code == 422
    assert answer.context["form"].errors["effective_on"] == ["It takes effect on the day of publication or later."]
    assert queries.readable(viewer(people["analyst"])).get().effective_on == SAID.effective_on


def test_who_was_slower_is_told_and_keeps_what_was_typed(people: dict[str, User]) -> None:
    draft, by = drafted(people, decided(people)), viewer(people["analyst"])
    typed = {name: value or "" for name, value in fields(changed(title="Slower")).items()}
    typed["revision"] = draft.revision
    now = change_draft(draft=draft, revision=draft.revision, said=changed(title="Faster"), by=by)
    desk, address = client_of(people["analyst"]), f"/desk/editions/{draft.pk}/change/"
    answer = desk.post(address, typed)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert all(words in shown for words in ("Somebody was faster", 'value="Slower"', f'value="{now.revision}"'))
    assert queries.readable(by).get().title == "Faster"
    assert desk.post(address, typed | {"revision": now.revision}).status_code == 302
    assert queries.readable(by).get().title == "Slower"


def test_an_exception_in_a_country_that_is_not_listed_is_refused(people: dict[str, User]) -> None:
    quay = facility(people["signer"], "GH", "Tema Quay (invented)")
    case = decided(people, effect=Effect.EXCEPT, facilities={quay.pk: "excepted"})
    refused(people, case, changed(title="Invented: a quay excepted"), "GH is not listed")


def test_an_exception_is_there_once_its_country_is(people: dict[str, User]) -> None:
    quay = facility(people["signer"], "GH", "Tema Quay (invented)")
    both = [decided(people), decided(people, effect=Effect.EXCEPT, facilities={quay.pk: "excepted"})]
    publish(drafted(people, *both), viewer(people["signer"]))
    ghana = next(one for one in advisories.advisory(ON, ON).countries if one.code == "GH")
    assert [one.name for one in ghana.exceptions] == ["Tema Quay (invented)"]


def test_a_listing_that_lies_over_one_that_still_stands_is_refused(people: dict[str, User], clock: FrozenClock) -> None:
    signer = viewer(people["signer"])
    publish(drafted(people, decided(people)), signer)
    clock.set(date(2026, 7, 1))
    later = changed(number="10-26", issued_on=date(2026, 7, 1), effective_on=date(2026, 9, 1))
    publish(drafted(people, decided(people, effect=Effect.DELIST), said=later), signer)
    clock.set(date(2026, 7, 2))
    again = changed(number="11-26", issued_on=date(2026, 7, 2), effective_on=date(2026, 8, 1))
    refused(people, decided(people), again, "while it stands until 2026-09-01")


def test_a_listing_without_its_notice_is_refused_as_its_law_says(people: dict[str, User]) -> None:
    refused(people, decided(people), changed(notice="", notice_on=None), "“Notice in the Federal Register”")


def test_a_correction_is_a_new_edition_and_the_wrong_one_stays_on_record(
    people: dict[str, User], clock: FrozenClock
) -> None:
    signer = viewer(people["signer"])
    wrong = publish(drafted(people, decided(people)), signer)
    clock.set(date(2026, 6, 3))
    said = changed(
        title="Invented correction: Ghana was listed in error",
        number="10-26",
        issued_on=date(2026, 6, 3),
        notice="",
        notice_on=None,
        notes="Corrects PSA 9-26, which never took effect.",
    )
    right = publish(drafted(people, decided(people, effect=Effect.DELIST), said=said), signer)
    assert advisories.snapshot(date(2026, 6, 2)).listed("GH", ON) is YES  # as it was known between the two
    assert advisories.snapshot(date(2026, 6, 3)).listed("GH", ON) is NO
    found = {entry.edition.id for entry in advisories.entries(date(2026, 6, 3))}
    assert {wrong.edition, right.edition} <= found
    desk = client_of(people["analyst"])
    assert "Corrects PSA 9-26" in desk.get(f"/advisory/editions/{right.edition}/").content.decode()
    then = desk.get(f"/advisory/editions/{wrong.edition}/?known_at=2026-06-02").content.decode()
    assert "This is what was known on 2 June 2026." in then
    assert desk.get(f"/advisory/editions/{right.edition}/?known_at=2026-06-02").status_code == 404


def test_a_draft_whose_edition_is_in_force_is_finished_and_nothing_else(
    people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        """What a process that is killed leaves behind: files that were written, rows that were not."""

    def die(*_args: object, **_more: object) -> None:
        raise KilledError

    draft, signer, analyst = drafted(people, decided(people)), viewer(people["signer"]), viewer(people["analyst"])
    with monkeypatch.context() as patch:
        patch.setattr("roadstead.advisories.drafting.actions.publishing.record", die)
        with pytest.raises(KilledError):
            publish(draft, signer)
    with pytest.raises(DraftError, match="in force already"):
        change_draft(draft=draft, revision=draft.revision, said=changed(notes="More."), by=analyst)
    with pytest.raises(DraftError, match="in force already"):
        drop_draft(draft=draft, revision=draft.revision, why="Not wanted.", by=analyst)
    assert publish(draft, signer).state == DraftState.PUBLISHED


def test_a_case_whose_evidence_changed_since_is_not_published(people: dict[str, User]) -> None:
    officer, signer = viewer(people["officer"]), viewer(people["signer"])
    draft = drafted(people, key := decided(people))
    case = readable(officer).get(pk=key)
    take_source(case=case, revision=case.revision, source=SOURCE, by=officer)
    with pytest.raises(DraftError, match="no longer signed"):
        publish(draft, signer)
    assert "Publish it" not in client_of(people["signer"]).get(f"/desk/editions/{draft.pk}/").content.decode()
    assert advisories.snapshot(ON).listed("GH", ON) is NO
    for part, who in zip(Part, ("officer", "analyst", "signer"), strict=True):
        signed(case, part, viewer(people[who]))
    assert publish(draft, signer).state == DraftState.PUBLISHED


def test_a_number_that_is_taken_can_be_changed(people: dict[str, User]) -> None:
    publish(drafted(people, decided(people)), viewer(people["signer"]))
    draft = drafted(people, decided(people, "NG", Effect.DELIST), said=changed(title="Invented: Nigeria removed"))
    assert "already used" in queries.preview(draft, viewer(people["signer"])).problem
    said = changed(title="Invented: Nigeria removed", number="10-26", effective_on=date(2026, 7, 15))
    change_draft(draft=draft, revision=draft.revision, said=said, by=viewer(people["analyst"]))
    assert not queries.preview(
        queries.readable(viewer(people["analyst"])).get(pk=draft.pk), viewer(people["signer"])
    ).problem
