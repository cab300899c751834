"""What the pages of a case have in common: which it is, where it stands, and the form that acts on it."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common import acting
from roadstead.common.access.guards import viewer_of
from roadstead.common.acting import Crumbs, Page
from roadstead.determinations.actions.shape import CaseError
from roadstead.determinations.models import Case
from roadstead.determinations.queries.cases import readable
from roadstead.registry.views.reading import one_of


def one(request: HttpRequest, pk: int) -> Case:
    """A case. Raises Http404 where it may not be read."""
    return one_of(request, readable(viewer_of(request)).select_related("country", "marked_by", "port"), pk)


def above(case: Case | None = None) -> Crumbs:
    """Where a page of cases stands."""
    here = [(_("Desk"), "/desk/"), (_("Cases"), reverse("determinations:list"))]
    return here if case is None else [*here, (case.title, reverse("determinations:case", args=[case.pk]))]


def page_of(case: Case, heading: str, button: str, **more: Any) -> Page:
    """A page about a case."""
    back = reverse("determinations:case", args=[case.pk])
    return Page(heading=heading, button=button, back=back, crumbs=above(case), **more)


acted = partial(acting.acted, template="determinations/act.html", refused=CaseError)
