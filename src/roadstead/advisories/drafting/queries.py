"""Drafts that somebody may read, what they would publish, and what that would change."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from roadstead.advisories import books
from roadstead.advisories.drafting import bridge
from roadstead.advisories.models import Draft, DraftCase, DraftState
from roadstead.common import clock, dates
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.core import diff, listed, listing
from roadstead.core.advisory import RuleBook
from roadstead.core.snapshot import Snapshot
from roadstead.determinations.enums import CaseState
from roadstead.determinations.queries.cases import Rows as CaseRows
from roadstead.determinations.queries.decided import DecidedCase, against, decided, signed
from roadstead.rulebook import loader, local, publishing
from roadstead.rulebook.errors import RuleBookError

Rows = GuardedQuerySet[Draft]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a draft would be. problem: why it cannot be published, "" where it can; book: the whole book with it."""

    edition: publishing.NewEdition | None
    advisory: listed.AdvisoryOn | None
    difference: diff.Difference | None
    problem: str
    book: RuleBook | None = None


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


def next_number(viewer: Viewer) -> str:
    """The number that follows those of the year, published or in draft: like 5-26."""
    year = f"{clock.today():%y}"
    drafts = readable(viewer).exclude(state=DraftState.DROPPED).values_list("number", flat=True)
    numbers = [*drafts, *(one.psa or "" for one in books.in_force().editions)]
    taken = [int(number) for number, _dash, of in (one.partition("-") for one in numbers) if of == year]
    return f"{max(taken, default=0) + 1}-{year}"


def begun(draft: Draft, viewer: Viewer) -> bool:
    """Whether its edition lies in the rule book already: who published it was killed before the draft said so."""
    told = said(draft, viewer)
    if told is None or not (book_folder() / local.PUBLISHED / bridge.id_of(told)).is_dir():
        return False
    return publishing.lies(book_folder(), bridge.edition_of(told, book_before(bridge.id_of(told))))


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
    return _said(draft, cases_of(draft, viewer))


def _said(draft: Draft, cases: list[DecidedCase]) -> bridge.Said | None:
    if not draft.number or not draft.issued_on or not draft.effective_on or not draft.address:
        return None
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
    """What the draft would publish, checked with the whole book, and how the list would differ from that in force.

    One that is published on a day to come is shown as it will be, and cannot be published before.
    """
    cases = cases_of(draft, viewer)
    told = _said(draft, cases)
    if told is None:
        return Preview(None, None, None, "")
    today, edition = clock.today(), bridge.edition_of(told, book_before(bridge.id_of(told)))
    try:
        after = publishing.check(book_folder(), edition, today=max(today, told.issued_on))
    except RuleBookError as error:
        return Preview(edition, None, None, str(error))
    return _compared(edition, after, told.effective_on, _not_yet(told, cases, today))


def _not_yet(told: bridge.Said, cases: list[DecidedCase], today: date) -> str:
    """Why it is not published as it stands, though the rule book takes it; "" where it can be."""
    if told.issued_on > today:
        return _("It is published on %(day)s, and not before.") % {"day": dates.said(told.issued_on).text}
    for one in cases:
        if one.case.state != CaseState.SIGNED:
            return _("“%(case)s” is no longer signed.") % {"case": one.case.title}
        if why := against(one, bridge.days_of(told), today):
            return f"{one.case.title}: {why}"
    return ""


def _compared(edition: publishing.NewEdition, after: RuleBook, on: date, problem: str) -> Preview:
    known = max(on, clock.today())
    new = listing.advisory_on(Snapshot(after, known), on)
    old = listing.advisory_on(Snapshot(books.in_force(), known), on)
    return Preview(edition, new, diff.difference(old, new), problem, after)


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
