"""Drafts that somebody may read, what they would publish, and what that would change."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from roadstead.advisories import books
from roadstead.advisories.drafting import bridge
from roadstead.advisories.models import Draft, DraftCase
from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.core import diff, listed, listing
from roadstead.core.advisory import RuleBook
from roadstead.core.snapshot import Snapshot
from roadstead.determinations.queries.cases import Rows as CaseRows
from roadstead.determinations.queries.decided import DecidedCase, decided, signed
from roadstead.rulebook import loader, local, publishing
from roadstead.rulebook.errors import RuleBookError

Rows = GuardedQuerySet[Draft]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a draft would be. problem: why it cannot be published, "" where it can."""

    edition: publishing.NewEdition | None
    advisory: listed.AdvisoryOn | None
    difference: diff.Difference | None
    problem: str


def readable(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Draft.objects.visible_to(viewer)


def cases_of(draft: Draft, viewer: Viewer) -> list[DecidedCase]:
    """The cases of a draft that was read for a viewer."""
    keys = DraftCase.objects.filter(draft=draft).stated().values_list("case_id", flat=True)
    return decided(list(keys), viewer)


def free_cases(viewer: Viewer) -> CaseRows:
    """Signed cases that stand in no draft."""
    taken = DraftCase.objects.for_the_system("which cases are free").values("case_id")
    return signed(viewer).exclude(pk__in=taken).select_related("country").order_by("pk")


def book_folder() -> Path:
    """Where the rule book of this installation lies."""
    return Path(settings.DATA_DIR) / local.FOLDER


def book_before(id_: str) -> RuleBook:
    """The rule book without an edition: what it is drafted against, also where its files lie there already."""
    folder = book_folder()
    if not (folder / local.PUBLISHED / id_).is_dir():
        return books.in_force()
    return loader.with_folders([one for one in loader.local_folders(folder) if one.name != id_])


def said(draft: Draft, viewer: Viewer) -> bridge.Said | None:
    """The draft in plain values; None while its number or one of its days is not there."""
    if not draft.number or not draft.issued_on or not draft.effective_on or not draft.address:
        return None
    cases = cases_of(draft, viewer)
    return bridge.Said(
        title=draft.title,
        number=draft.number,
        issued_on=draft.issued_on,
        effective_on=draft.effective_on,
        notice=draft.notice,
        notice_on=draft.notice_on,
        docket=draft.docket,
        address=draft.address,
        notes=draft.notes,
        finding_on=next((one.finding_on for one in cases if one.finding_on), None),
        notified_on=next((one.notified_on for one in cases if one.notified_on), None),
        cases=tuple(_plain(one) for one in cases),
    )


def preview(draft: Draft, viewer: Viewer) -> Preview:
    """What the draft would publish, checked with the whole book, and how the list would differ from that in force."""
    told = said(draft, viewer)
    if told is None:
        return Preview(None, None, None, "")
    edition = bridge.edition_of(told, book_before(bridge.id_of(told)))
    try:
        after = publishing.check(book_folder(), edition, today=clock.today())
    except RuleBookError as error:
        return Preview(edition, None, None, str(error))
    return _compared(edition, after, told.effective_on)


def _compared(edition: publishing.NewEdition, after: RuleBook, on: date) -> Preview:
    known = max(on, clock.today())
    new = listing.advisory_on(Snapshot(after, known), on)
    old = listing.advisory_on(Snapshot(books.in_force(), known), on)
    return Preview(edition, new, diff.difference(old, new), "")


def _plain(one: DecidedCase) -> bridge.Decided:
    case = one.case
    return bridge.Decided(
        country=case.country_id,
        country_name=case.country.name,
        effect=one.effect.value,
        deemed=one.deemed,
        note="",
        level=case.level,
        port=case.port_id,
        facilities=tuple(
            bridge.Named(facility.number, facility.name, (facility.port,) if facility.port else (), facility.tier)
            for facility in one.facilities
        ),
    )
