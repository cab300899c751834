"""Who has opened what was shared."""

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Information, Receipt


def receipts_of(information: Information, viewer: Viewer) -> GuardedQuerySet[Receipt]:
    """The receipts of one record, as far as somebody may read them, the first reader first."""
    return Receipt.objects.visible_to(viewer).filter(information=information).select_related("person")
