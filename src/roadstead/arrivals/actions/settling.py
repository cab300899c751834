"""Looking at a verdict that changed, and saying what follows from it."""

from django.utils.translation import gettext as _

from roadstead.arrivals.actions.holding import must_act
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.events import ChangeSettled
from roadstead.arrivals.models import LONGEST_WORD, Arrival, Change, Verdict
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


@action
def settle_change(*, change: Change, word: str, by: Viewer) -> Change:
    """Say what follows from a changed verdict. Settled already, the second person is told by whom.

    Raises PermissionDenied; ArrivalError; DoesNotExist.
    """
    arrival = Arrival.objects.visible_to(by).get(pk=change.arrival_id)
    must_act(arrival, by)
    held = Change.objects.filter(arrival=arrival, pk=change.pk).stated().select_for_update().get()
    said = " ".join(word.split())
    if not said or len(said) > LONGEST_WORD:
        raise ArrivalError(_("Say in one to %(most)s characters what follows.") % {"most": LONGEST_WORD}, "word")
    if held.settled_at is not None:
        if held.settled_by_id == by.user_id and held.word == said:
            unchanged()
            return held
        raise ArrivalError(_("Somebody else has looked at this change already: “%(word)s”.") % {"word": held.word})
    held.settled_at, held.settled_by_id, held.word = clock.now(), by.user_id, said
    held.save(update_fields=["settled_at", "settled_by", "word"])
    was = dict(Verdict.objects.filter(arrival=arrival).stated().values_list("pk", "outcome"))
    told = {"before": was[held.before_id], "after": was[held.after_id]}
    record(ChangeSettled(word=said, **told), subject=arrival, by=by)
    return held
