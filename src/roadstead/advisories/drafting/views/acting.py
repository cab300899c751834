"""What the pages of a draft have in common: which it is, where it stands, and the form that acts on it."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.advisories.drafting.actions.shape import DraftError
from roadstead.advisories.drafting.queries import readable
from roadstead.advisories.models import Draft
from roadstead.common import acting
from roadstead.common.access.guards import viewer_of
from roadstead.common.acting import Crumbs, Page
from roadstead.registry.views.reading import one_of


def one(request: HttpRequest, pk: int) -> Draft:
    """A draft. Raises Http404 where it may not be read."""
    rows = readable(viewer_of(request)).select_related("drafted_by", "changed_by", "published_by")
    return one_of(request, rows, pk)


def above(draft: Draft | None = None) -> Crumbs:
    """Where a page of drafts stands."""
    here = [(_("Desk"), "/desk/"), (_("Editions in draft"), reverse("drafting:list"))]
    return here if draft is None else [*here, (draft.title, reverse("drafting:draft", args=[draft.pk]))]


def page_of(draft: Draft, heading: str, button: str, **more: Any) -> Page:
    """A page about a draft."""
    back = reverse("drafting:draft", args=[draft.pk])
    return Page(heading=heading, button=button, back=back, crumbs=above(draft), **more)


acted = partial(acting.acted, template="determinations/act.html", refused=DraftError)
