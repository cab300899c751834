"""What a case rests on: taking a source into it as it is now, and out again with why."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.shape import CaseError, hold, keep_signed, person_of, words
from roadstead.determinations.events import EvidenceTaken
from roadstead.determinations.models import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, Case, Evidence
from roadstead.determinations.source import Source, digest_of_source


@action
def take_source(*, case: Case, revision: int, source: Source, by: Viewer) -> Evidence:
    """Take a source into a case, as it is now. Raises PermissionDenied; CaseError; StaleCaseError; DoesNotExist."""
    held = hold(case, revision, by)
    title = words(source.title, _("Give the source a title."), "title", longest=LONGEST_TITLE)
    origin = words(source.source, _("Say where it comes from."), "source", longest=LONGEST_TITLE)
    text = words(source.text, _("Say what it says."), "text", longest=LONGEST_TEXT, lines=True)
    if source.dated > clock.today():
        raise CaseError(_("A source does not speak of a day that is to come."), "dated")
    digest = digest_of_source(title, text, origin, source.dated)
    number = (Evidence.objects.filter(case=held).stated().aggregate(last=Max("number"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            row = Evidence.objects.create(
                case=held,
                number=number,
                record=source.record,
                key=source.key,
                title=title,
                text=text,
                source=origin,
                dated=source.dated,
                digest=digest,
                host=source.host,
                taken_by_id=person_of(by),
                taken_at=clock.now(),
            )
    except IntegrityError as error:
        raise CaseError(_("This record is in the case already.")) from error
    keep_signed(held, by)
    record(EvidenceTaken(number=number, into=True, digest=row.digest), subject=held, by=by)
    return row


@action
def put_out(*, case: Case, revision: int, number: int, why: str, by: Viewer) -> Case:
    """Take a source out of a case; it stays on record, with why. Raises as `take_source` does."""
    held = hold(case, revision, by)
    row = Evidence.objects.filter(case=held, number=number, removed_at__isnull=True).stated().first()
    if row is None:
        raise CaseError(_("There is no source of that number in the case."))
    row.removed_why = words(why, _("Say why it is taken out."), "why", longest=LONGEST_WHY)
    row.removed_at = clock.now()
    row.save(update_fields=["removed_at", "removed_why"])
    keep_signed(held, by)
    record(EvidenceTaken(number=number, into=False, digest=row.digest, why=row.removed_why), subject=held, by=by)
    return held
