"""What the pages of one record of the register have in common."""

from typing import Any, TypeVar

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark, Marked
from roadstead.registry.actions.reading import note_reading

T = TypeVar("T", bound=Marked)


def one_of(request: HttpRequest, rows: GuardedQuerySet[T], pk: int, *, way: str = "page") -> T:
    """One of the rows that whoever asks may read; reading a restricted one is recorded.

    Raises Http404 for what may not be read, by the same query as for what does not exist.
    """
    found: Any = get_object_or_404(rows, pk=pk)
    if request.method == "GET" and found.mark == Mark.RESTRICTED:
        note_reading(marked=found, way=way, by=viewer_of(request))
    return found  # type: ignore[no-any-return]
