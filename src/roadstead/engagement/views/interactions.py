"""Interactions at the officers’ desk: the list, its files, one of them, and what one is reminded of."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.presenters import interaction, interaction_lists
from roadstead.engagement.presenters.reminders import reminders_shown
from roadstead.engagement.views import crumbs
from roadstead.engagement.views.interactions_reading import above, one


@needs(Permission.READ_PROGRAMME)
@require_safe
def interactions(request: HttpRequest) -> HttpResponse:
    """What was said with whom, as far as this person may read it."""
    viewer = viewer_of(request)
    context = interaction_lists.context(request)
    context |= {"keeps": viewer.may(Permission.KEEP_ENGAGEMENT), "crumbs": crumbs.desk(viewer)}
    return render(request, "engagement/interactions/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return interaction_lists.answer(request, form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One interaction, with its promises, questions and files."""
    viewer, record = viewer_of(request), one(request, pk)
    context = interaction.detail(record, viewer) | {"crumbs": above(viewer)}
    return render(request, "engagement/interactions/detail.html", context)


@needs(Permission.KEEP_ENGAGEMENT)
@require_safe
def reminders(request: HttpRequest) -> HttpResponse:
    """What somebody is reminded of for the countries that they answer for or cover."""
    viewer = viewer_of(request)
    context = {"reminders": reminders_shown(viewer), "crumbs": above(viewer)}
    return render(request, "engagement/interactions/reminders.html", context)
