"""Notices whose verdict was given under another rule book than that in force."""

from django.db.models import Q

from roadstead.arrivals.models import Arrival
from roadstead.common.access.guarded import GuardedQuerySet


def waiting(book: str) -> GuardedQuerySet[Arrival]:
    """Those that were not judged under this rule book. Asked as two ranges, so that an index answers it."""
    rows = Arrival.objects.for_the_system("to be judged under the rule book in force")
    return rows.filter(Q(book__lt=book) | Q(book__gt=book)).order_by()
