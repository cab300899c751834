"""Completing what was drafted, and taking back what was written by mistake."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import LONGEST_REASON
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import InteractionError, held_for
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.interaction_events import InteractionCompleted, InteractionDiscarded
from roadstead.engagement.models import Contact, Interaction
from roadstead.engagement.people_events import ContactChanged
from roadstead.engagement.queries.contacts import people_by_keys
from roadstead.engagement.queries.interactions import links
from roadstead.registry.reach import may_reach, reach_of

A_DAY = timedelta(days=1)  # it is tomorrow already somewhere


@action
def complete_interaction(*, interaction: Interaction, by: Viewer) -> Interaction:
    """Say that a draft is complete: from now on it counts as contact with its countries and people.

    Raises PermissionDenied; InteractionError for what is still missing; DoesNotExist where it may not be read.
    """
    held: Interaction = held_for(interaction, by)
    if held.state == InteractionState.COMPLETE:
        unchanged()
        return held
    if held.held_on > clock.today() + A_DAY:
        raise InteractionError(_("It has not taken place yet: complete it after its day."), "held_on")
    if not held.summary:
        raise InteractionError(_("Write what was said, in a sentence at least."), "summary")
    if not links("countries").filter(interaction=held).exists():
        raise InteractionError(_("Name a country that it concerns, or somebody of one."), "countries")
    held.state, held.completed_at = InteractionState.COMPLETE, clock.now()
    held.revision, held.changed_at = held.revision + 1, held.completed_at
    held.save(update_fields=["state", "completed_at", "revision", "changed_at"])
    record(InteractionCompleted(held_on=held.held_on.isoformat()), subject=held, by=by)
    _touch_people(held, by)
    return held


@action
def discard_interaction(*, interaction: Interaction, why: str, by: Viewer) -> Interaction:
    """Take back what was written by mistake; it stays with its reason. Raises as `complete_interaction` does."""
    held: Interaction = held_for(interaction, by)
    reason = why.strip()
    if not reason:
        raise InteractionError(_("Say why it is taken back."), "why")
    if len(reason) > LONGEST_REASON:
        raise InteractionError(_("Write at most %(most)s characters.") % {"most": LONGEST_REASON}, "why")
    held.state, held.discarded_why, held.discarded_at = InteractionState.DISCARDED, reason, clock.now()
    held.revision, held.changed_at = held.revision + 1, held.discarded_at
    held.save(update_fields=["state", "discarded_why", "discarded_at", "revision", "changed_at"])
    record(InteractionDiscarded(why=reason), subject=held, by=by)
    return held


def _touch_people(held: Any, by: Viewer) -> None:
    """The day becomes the last contact of whoever took part, where the writer keeps that entry."""
    if not by.may(Permission.KEEP_CONTACTS):
        return
    keys = links("contacts").filter(interaction=held).values_list("contact_id", flat=True)
    mine = people_by_keys(list(keys), by).filter(forgotten_at__isnull=True).values_list("pk", flat=True)
    for one in Contact.objects.visible_to(by).select_for_update().filter(pk__in=sorted(mine)).order_by("pk"):
        later = one.last_contact_on is None or one.last_contact_on < held.held_on
        if later and may_reach(by, reach_of(one)):
            one.last_contact_on, one.revision = held.held_on, one.revision + 1
            one.save(update_fields=["last_contact_on", "revision"])
            record(ContactChanged(fields=["last_contact_on"], revision=one.revision), subject=one, by=by)
