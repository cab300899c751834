"""The page of the search."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.web.search.asked import LONGEST, Asked, read
from roadstead.web.search.hits import Group, Hit, highlighted
from roadstead.web.search.searching import BEST, WORDS, search

A_PAGE = 25
MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class HitShown:
    """A hit with its words marked."""

    hit: Hit
    name: SafeString
    context: SafeString
    matched: SafeString


@signed_in
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """`?q=` words; `&kind=` one kind alone, `&page=` of it; `&near=1` similar spellings at once."""
    asked, viewer = read(request.GET, WORDS), viewer_of(request)
    number = _number(request.GET.get("page", "")) if asked.kind else 1
    first, most = ((number - 1) * A_PAGE, A_PAGE) if asked.kind else (0, BEST)
    groups, meant = search(asked, viewer, first=first, most=most)
    context = {
        "asked": asked,
        "meant": meant,
        "longest": LONGEST,
        "too_short": bool(asked.text) and not asked.words,
        "groups": [(group, [_shown(hit, meant) for hit in group.hits], meant.address(group.kind)) for group in groups],
        "found": sum(group.total for group in groups),
        "word": WORDS.get(asked.kind, ""),
        "every": Asked(asked.text, "", asked.near).address(),
        "similar": Asked(asked.text, asked.kind, True).address(asked.kind),
        "page": _paged(groups, number) if asked.kind else None,
        "crumbs": [],
    }
    return render(request, "web/search/page.html", context)


def _shown(hit: Hit, asked: Asked) -> HitShown:
    return HitShown(hit, *(highlighted(text, asked) for text in (hit.name, hit.context, hit.matched)))


def _number(text: str) -> int:
    return min(int(text), MOST_PAGES) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) else 1


def _paged(groups: list[Group], number: int) -> Any:
    """For the numbers below a list; its things were read already."""
    return Paginator(range(groups[0].total if groups else 0), A_PAGE).get_page(number)
