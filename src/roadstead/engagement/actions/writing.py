"""Writing information, and changing it."""

from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.releasing import mark_information
from roadstead.engagement.actions.shape import FIELDS, Content, InformationError, StaleError, check_end
from roadstead.engagement.events import InformationChanged, InformationWritten
from roadstead.engagement.models import Information
from roadstead.registry import queries as registry
from roadstead.registry.reach import must_reach, reach_of


@action
def write_information(
    *,
    uid: UUID,
    content: Content,
    by: Viewer,
    mark: Mark = Mark.PROGRAMME,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str = "",
) -> Information:
    """Write a note or document, marked as said. The same `uid` again, from the same person, writes nothing more.

    Raises PermissionDenied; InformationError, MarkError for what is wrong.
    """
    by.must(Permission.WRITE_INFORMATION)
    if by.user_id is None:
        raise InformationError(_("Information is written by a person."))
    if before := _sent_before(uid, by):
        unchanged()
        return before
    new = content.checked()
    check_end(new.valid_until)
    try:
        with transaction.atomic():
            information = _make(uid, new, by.user_id)
    except IntegrityError as error:  # the same form came twice at once, or somebody copied it
        if before := _sent_before(uid, by):
            unchanged()
            return before
        raise InformationError(_("This form was sent before. Open a new one, and put your text into it.")) from error
    record(InformationWritten(kind=new.kind.value), subject=information, by=by)
    if mark != Mark.PROGRAMME or reason.strip():
        mark_information(information=information, mark=mark, states=states, people=people, reason=reason, by=by)
        information.refresh_from_db()
    return information


@action
def change_information(*, information: Information, revision: int, content: Content, by: Viewer) -> Information:
    """Change what was written, for everyone who may read it. `revision` is the one that was looked at.

    Changing speaks to whom the mark reaches, and needs the right to do so.
    Raises PermissionDenied; InformationError; StaleError; DoesNotExist where it may not be read.
    """
    by.must(Permission.WRITE_INFORMATION)
    held = Information.objects.visible_to(by).select_for_update().get(pk=information.pk)
    must_reach(by, reach_of(held))
    if held.withdrawn_at is not None:
        raise InformationError(_("This was withdrawn. Write anew what holds now."))
    if held.revision != revision:
        raise StaleError(held)
    new = content.checked()
    changed = [name for name in FIELDS if getattr(held, name) != getattr(new, name)]
    if "valid_until" in changed:
        check_end(new.valid_until)
    about = set(held.countries.values_list("pk", flat=True)) != set(new.countries)
    if not changed and not about:
        unchanged()
        return held
    for name in changed:
        setattr(held, name, getattr(new, name))
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*changed, "revision", "changed_at"])
    held.countries.set(registry.country_rows(new.countries))
    told = [*changed, *(["countries"] if about else [])]
    record(InformationChanged(fields=told, revision=held.revision), subject=held, by=by)
    return held


def _sent_before(uid: UUID, by: Viewer) -> Information | None:
    return Information.objects.visible_to(by).filter(uid=uid, written_by=by.user_id).first()


def _make(uid: UUID, content: Content, person: int) -> Information:
    now = clock.now()
    information = Information.objects.create(
        uid=uid,
        **{name: getattr(content, name) for name in FIELDS},
        mark=Mark.PROGRAMME,
        mark_reason=_("As written; not shared yet."),
        marked_by_id=person,
        marked_at=now,
        written_by_id=person,
        written_at=now,
        changed_at=now,
    )
    information.countries.set(registry.country_rows(content.countries))
    return information
