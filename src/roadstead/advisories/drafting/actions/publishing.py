"""Publishing an edition that somebody else drafted: into the rule book, and into the cases that it carries."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.advisories.drafting import bridge
from roadstead.advisories.drafting.actions.shape import DraftError, hold, keep, person_of
from roadstead.advisories.drafting.queries import book_before, book_folder, cases_of, said
from roadstead.advisories.events import EditionPublished
from roadstead.advisories.models import Draft, DraftState
from roadstead.advisories.subscriptions.actions.queueing import queue_edition
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.dating import enter_day
from roadstead.determinations.actions.publishing import case_published
from roadstead.determinations.actions.shape import CaseError
from roadstead.determinations.enums import CaseState
from roadstead.determinations.queries.cases import procedure_of
from roadstead.rulebook import publishing
from roadstead.rulebook.errors import RuleBookError


@action
def publish_draft(*, draft: Draft, revision: int, by: Viewer) -> Draft:
    """Publish an edition, as a second person. Pressed again after a fault, it finishes what was begun.

    The files of the rule book are written last: who is killed before has changed nothing, who is killed after finds
    the edition there, and publishing it again writes nothing twice.
    Raises PermissionDenied; DraftError; StaleDraftError; DoesNotExist.
    """
    by.must(Permission.PUBLISH_EDITIONS)
    held = hold(draft, revision, by)
    person = person_of(by)
    if person in (held.drafted_by_id, held.changed_by_id):
        raise DraftError(_("Somebody publishes it who did not write it."))
    told = said(held, by)
    if told is None:
        raise DraftError(_("The number, both days and the address of its text have to be there first."))
    decided = cases_of(held, by)
    if open_one := next((one.case for one in decided if one.case.state != CaseState.SIGNED), None):
        raise DraftError(_("“%(case)s” is no longer signed.") % {"case": open_one.title})
    edition = bridge.edition_of(told, book_before(bridge.id_of(told)))
    for one in decided:
        _carry(one.case, edition.id, told, by)
    held.state, held.edition = DraftState.PUBLISHED, edition.id
    held.published_by_id, held.published_at = person, clock.now()
    keep(held, "state", "edition", "published_by", "published_at")
    try:
        done = publishing.publish(book_folder(), edition, today=clock.today())
    except RuleBookError as error:
        raise DraftError(str(error)) from error
    record(EditionPublished(edition=edition.id, digest=done.digest), subject=held, by=by)
    queue_edition(edition=edition.id, countries={one.case.country_id for one in decided}, by=by)
    return held


def _carry(case: Any, edition: str, told: bridge.Said, by: Viewer) -> None:
    """Enter the days of publication and of effect into a case, as far as it has such steps, and close it.

    Raises DraftError.
    """
    source, steps = f"PSA {told.number}", {one.code for one in procedure_of(case).steps}
    try:
        for step, day in bridge.days_of(told).items():
            if step in steps:
                case = enter_day(case=case, revision=case.revision, step=step, day=day, told=source, by=by)
        case_published(case=case, edition=edition, by=by)
    except CaseError as error:
        raise DraftError(f"{case.title}: {error}") from error
