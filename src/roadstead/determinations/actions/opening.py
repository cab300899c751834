"""Opening a case, changing what is said in it, dropping it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.shape import CaseError, hold, keep_signed, person_of, step, words
from roadstead.determinations.enums import CaseState, Effect, Level, Rests
from roadstead.determinations.events import CaseChanged, CaseOpened
from roadstead.determinations.models import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, Case, CaseFacility
from roadstead.registry import queries as registry
from roadstead.registry.queries.facilities import facilities as readable_facilities
from roadstead.rulebook import procedures


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What somebody says of a case. facilities: the tier of each, by its number."""

    title: str
    finding: str = ""
    rests: Rests = Rests.VISIT
    level: Level = Level.COUNTRY
    port: str | None = None
    facilities: Mapping[int, str] | None = None

    def fields(self) -> dict[str, object]:
        """The columns it fills. Raises CaseError."""
        title = words(self.title, _("Give the case a title."), "title", longest=LONGEST_TITLE)
        if (self.level == Level.PORT) != bool(self.port):
            raise CaseError(_("A case about a port names the port; no other does."), "port")
        finding = self.finding.replace("\0", "").replace("\r\n", "\n").strip()
        if len(finding) > LONGEST_TEXT:
            raise CaseError(_("Say it in at most %(most)s characters.") % {"most": LONGEST_TEXT}, "finding")
        return {
            "title": title,
            "finding": finding,
            "rests": self.rests,
            "level": self.level,
            "port_id": self.port or None,
        }


@action
def open_case(*, uid: UUID, country: str, effect: Effect, draft: CaseDraft, by: Viewer) -> Case:
    """Open a case. The same `uid` again, from the same person, opens nothing. Raises PermissionDenied; CaseError."""
    if not country:
        raise CaseError(_("Choose the country."), "country")
    by.must(Permission.OPEN_CASES, country=country)
    person = person_of(by)
    if before := _sent_before(uid, by):
        unchanged()
        return before
    if not registry.country_rows({country}).exists():
        raise CaseError(_("There is no such country."), "country")
    try:
        with transaction.atomic():
            case = _make(uid, country, effect, draft, person)
    except IntegrityError as error:
        if before := _sent_before(uid, by):
            unchanged()
            return before
        raise CaseError(_("There is an open case of this kind for the country already."), "country") from error
    _set_facilities(case, draft, by)
    record(CaseOpened(country=country, effect=effect.value, procedure=case.procedure), subject=case, by=by)
    return case


@action
def change_case(*, case: Case, revision: int, draft: CaseDraft, by: Viewer) -> Case:
    """Change what is said in a case; signatures over what it was end.

    Raises PermissionDenied; CaseError; StaleCaseError; DoesNotExist where it may not be read.
    """
    held, new = hold(case, revision, by), draft.fields()
    changed = [name for name, value in new.items() if getattr(held, name) != value]
    if draft.facilities is not None and _set_facilities(held, draft, by):
        changed.append("facilities")
    if not changed:
        unchanged()
        return held
    columns = [name for name in changed if name in new]
    for name in columns:
        setattr(held, name, new[name])
    keep_signed(held, by, *(name.removesuffix("_id") for name in columns))
    record(CaseChanged(fields=changed, revision=held.revision), subject=held, by=by)
    return held


@action
def drop_case(*, case: Case, revision: int, why: str, by: Viewer) -> Case:
    """End a case that leads to no decision; why stays with it. Raises as `change_case` does."""
    held = hold(case, revision, by)
    held.dropped_why = words(why, _("Say why the case is dropped: that stays with it."), "why", longest=LONGEST_WHY)
    step(held, CaseState.DROPPED, by, held.dropped_why, "dropped_why")
    return held


def _sent_before(uid: UUID, by: Viewer) -> Case | None:
    return Case.objects.visible_to(by).filter(uid=uid, opened_by=by.user_id).first()


def _make(uid: UUID, country: str, effect: Effect, draft: CaseDraft, person: int) -> Case:
    now = clock.now()
    return Case.objects.create(
        uid=uid,
        country_id=country,
        effect=effect,
        procedure=procedures.applying(effect.value).id,
        **draft.fields(),
        mark=Mark.PROGRAMME,
        mark_reason=_("A case is the programme’s own; what the host sees of it is shared item by item."),
        marked_by_id=person,
        marked_at=now,
        opened_by_id=person,
        opened_at=now,
        changed_at=now,
    )


def _set_facilities(case: Case, draft: CaseDraft, by: Viewer) -> bool:
    """Write the facilities of a case; whether they are others than before. Raises CaseError."""
    wanted = dict(draft.facilities or {})
    rows = CaseFacility.objects.filter(case=case).stated()
    if {one.facility_id: one.tier for one in rows} == wanted:
        return False
    found = set(readable_facilities(by).filter(pk__in=wanted, country=case.country_id).values_list("pk", flat=True))
    if set(wanted) - found:
        raise CaseError(_("Choose facilities of the country."), "facilities")
    rows.delete()
    for facility, tier in sorted(wanted.items()):
        CaseFacility.objects.create(case=case, facility_id=facility, tier=tier)
    return True
