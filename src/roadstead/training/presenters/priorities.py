"""Countries by the facts that bear on help, in the order that the weights in the address give; none is the house's."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.headings import query_of
from roadstead.training.catalogue import gates
from roadstead.training.presenters.lists import ROWS_A_PAGE, writer
from roadstead.training.queries.commitment import FACTS, Weighed, commitments, weighed

WORDS = {
    "closure": gettext_lazy("Recommendations closed"),
    "attendance": gettext_lazy("Delegates who came"),
    "requests": gettext_lazy("Requests made"),
    "shortfalls": gettext_lazy("Shortfalls that stand"),
    "assessed": gettext_lazy("Assessed by the Coast Guard"),
    "caribbean": gettext_lazy("Caribbean Basin"),
}
LARGEST = 100.0


def weights_of(query: QueryDict) -> dict[str, float]:
    """The weights of the address; what is no number between -100 and 100 weighs nothing."""
    found = {}
    for fact in FACTS:
        try:
            value = float(query.get(fact, "") or 0)
        except ValueError:
            continue
        if value and -LARGEST <= value <= LARGEST:
            found[fact] = value
    return found


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """The page of weights and countries."""
    weights = weights_of(request.GET)
    rows = weighed(commitments(viewer), weights)
    said = {fact: f"{value:g}" for fact, value in weights.items()}
    page = Paginator(rows, ROWS_A_PAGE * 2).get_page(request.GET.get("page"))
    return {
        "page": page,
        "lines": [_line(one) for one in page],
        "weights": weights,
        "fields": [(fact, WORDS[fact], said.get(fact, "")) for fact in FACTS],
        "query": query_of(said),
        "law": gates().law,
        "caribbean": gates().caribbean,
        "gates": gates().gates,
    }


def file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The same as `csv` or `xlsx`, with every number that went into the order. Raises Http404 for another form."""
    write, weights = writer(form), weights_of(request.GET)
    columns = [_("country"), _("name"), _("recommendations closed"), _("of"), _("delegates who came"), _("of")]
    columns += [_("requests"), _("shortfalls that stand"), _("assessed last"), _("Caribbean Basin")]
    columns += [str(WORDS[fact]) + f" × {weights[fact]:g}" for fact in FACTS if fact in weights]
    columns += [_("sum of your weights")] if weights else []
    return write("training-priorities", columns, [_row(one) for one in weighed(commitments(viewer), weights)])


def _line(one: Weighed) -> tuple[Weighed, list[tuple[Any, str]]]:
    return one, [(WORDS[fact], _product(value, weight, product)) for fact, value, weight, product in one.parts]


def _product(value: float | None, weight: float, product: float) -> str:
    if value is None:
        return _("not known, adds nothing")
    return f"{value:.2f} × {weight:g} = {product:.2f}"


def _row(one: Weighed) -> list[Any]:
    held = one.country
    facts = [held.code, held.name, held.closure.hits, held.closure.of, held.attendance.hits, held.attendance.of]
    facts += [held.requests, held.shortfalls, held.assessed.isoformat() if held.assessed else ""]
    facts.append(_("yes") if held.caribbean else _("no"))
    products = ["" if value is None else round(product, 4) for _fact, value, _weight, product in one.parts]
    return [*facts, *products, *([round(one.total, 4)] if one.parts else [])]
