"""What a case is made of, checked before it is written, and how one is held while it is changed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.refusing import OvertakenError, RefusedError
from roadstead.determinations import bridge
from roadstead.determinations.enums import CaseState
from roadstead.determinations.events import CaseStepped, SignaturesVoid
from roadstead.determinations.models import Case, Signature
from roadstead.determinations.queries.cases import signatures, whole


class CaseError(RefusedError):
    """What was asked of a case cannot be done; `field` names the field that is wrong, if it is one."""


class StaleCaseError(CaseError, OvertakenError):
    """Somebody changed the case first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("This case was changed after you opened the page. Nothing of yours was saved yet."), current)


def person_of(by: Viewer) -> int:
    """Who acts. Raises PermissionDenied for a program."""
    if by.user_id is None:
        raise PermissionDenied(_("A case is kept by people."))
    return by.user_id


def words(text: str, message: str, field: str, *, longest: int, lines: bool = False) -> str:
    """A text without space around it. Raises CaseError with the message where there is none, or one too long."""
    found = text.replace("\0", "").replace("\r\n", "\n").strip() if lines else " ".join(text.replace("\0", "").split())
    if not found:
        raise CaseError(message, field)
    if len(found) > longest:
        raise CaseError(_("Say it in at most %(most)s characters.") % {"most": longest}, field)
    return found


def hold(case: Case, revision: int | None, by: Viewer) -> Case:
    """An open case, held until the action ends; revision None: whatever it is.

    Raises PermissionDenied; StaleCaseError; CaseError where it is over; DoesNotExist where it may not be read.
    """
    held = Case.objects.visible_to(by).select_for_update().get(pk=case.pk)
    by.must(Permission.OPEN_CASES, country=held.country_id)
    if revision is not None and held.revision != revision:
        raise StaleCaseError(held)
    if CaseState(held.state).ended:
        said = {"state": CaseState(held.state).label}
        raise CaseError(_("The case is %(state)s; what it was stays as it is.") % said)
    return held


def keep(held: Case, *fields: str) -> None:
    """Write some fields of a case that is held, as its next revision."""
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*fields, "revision", "changed_at"])


def keep_signed(held: Case, by: Viewer, *fields: str) -> None:
    """The same, after what is signed may have changed: signatures over something else end, and the case is open."""
    keep(held, *fields)
    now = bridge.digest(whole(held))
    stale = [one for one in signatures(held) if one.digest != now]
    if not stale:
        return
    end_signatures(held, stale, _("What was signed has changed."), by)


def end_signatures(held: Case, ended: list[Signature], why: str, by: Viewer) -> None:
    """End some signatures; a case that was signed is open again."""
    rows = Signature.objects.filter(pk__in=[one.pk for one in ended]).stated()
    rows.update(void_at=clock.now(), void_why=why)
    record(SignaturesVoid(parts=[one.part for one in ended], why=why), subject=held, by=by)
    if held.state == CaseState.SIGNED:
        step(held, CaseState.OPEN, by, why)


def step(held: Case, after: CaseState, by: Viewer, why: str = "", *fields: str) -> None:
    """Take a case that is held to another state; `fields` were set and are written too."""
    before, held.state = CaseState(held.state), after
    keep(held, "state", *fields)
    record(CaseStepped(before=before.value, after=after.value, why=why), subject=held, by=by)
