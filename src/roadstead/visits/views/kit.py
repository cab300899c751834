"""The visit on a phone: the page, and what a device sends once it can."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import dateparse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files.errors import FilesError
from roadstead.files.forms import UploadForm
from roadstead.files.presenters import said_of
from roadstead.visits.actions.checking import SentAnswer, answer_checklist
from roadstead.visits.actions.noting import keep_note
from roadstead.visits.actions.observed_marking import attach_photo
from roadstead.visits.merging import Sent
from roadstead.visits.models import ChecklistAnswer, Visit
from roadstead.visits.observed_enums import Looked
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.presenters import kit as presenter
from roadstead.visits.presenters.kit_clock import wrong_clock
from roadstead.visits.views.observed_reading import below_visit, visit_of

MOST = 200  # notes, or answers, in one sending


@needs(Permission.READ_PROGRAMME)
@require_safe
def kit(request: HttpRequest, pk: int) -> HttpResponse:
    """Agenda, people, what earlier visits left, checklist and notes of one visit."""
    viewer, trip = viewer_of(request), visit_of(request, pk)
    context = presenter.context(trip, viewer) | {"crumbs": below_visit(viewer, trip), "person": viewer.user_id}
    return render(request, "visits/kit/kit.html", context)


@needs(Permission.OBSERVE)
@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Take notes and answers as JSON. Each note is taken or refused by itself, so that one fault holds up no other."""
    trip = visit_of(request, pk)
    viewer_of(request).must(Permission.OBSERVE, country=trip.country_id)
    try:
        said = json.loads(request.body)
        device, sent_at = str(said["device"]), _moment(said["sent_at"])
        notes, answers = list(said.get("notes", []))[:MOST], [_answer(one) for one in said.get("answers", [])[:MOST]]
        person = said.get("person")
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"problem": _("What was sent is no notes of a visit.")}, status=400)
    if person not in (None, viewer_of(request).user_id):
        problem = _("Somebody else is signed in here now. What you typed waits on this device until you sign in again.")
        return JsonResponse({"problem": problem}, status=409)
    kept: dict[str, Any] = {}
    refused: dict[str, str] = {}
    for one in notes:
        uid = str(one.get("uid", "")) if isinstance(one, dict) else ""
        try:
            kept[uid] = _kept(request, trip, one, sent_at, device)
        except ObservedError as error:
            refused[uid] = str(error)
        except (ValueError, KeyError, TypeError, AttributeError):
            refused[uid] = _("This note cannot be read.")
    taken, problem = _taken(request, trip, answers, sent_at, device)
    now = clock.now()
    told = {"answers": presenter.answers_told(taken), "problem": problem, "server_at": now.isoformat()}
    return JsonResponse({"notes": kept, "refused": refused, "clock": wrong_clock(sent_at, now), **told})


@needs(Permission.OBSERVE)
@require_POST
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a picture for a note; the very same again is no fault. What is not taken is said in words."""
    trip = visit_of(request, pk)
    viewer_of(request).must(Permission.OBSERVE, country=trip.country_id)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        told = " ".join(str(one) for one in form.errors.get("file", []))
        return JsonResponse({"problem": told}, status=422)
    try:
        uid = UUID(request.POST.get("uid", ""))
        made = attach_photo(visit=trip, uid=uid, upload=form.cleaned_data["file"], by=viewer_of(request))
    except FilesError as error:
        return JsonResponse({"problem": str(error)}, status=422)
    except ObservedError as error:
        return JsonResponse({"problem": str(error)}, status=409)
    except ValueError:
        return JsonResponse({"problem": _("The picture says not to which note it belongs.")}, status=400)
    said = said_of(made, form.cleaned_data["file"].given)
    return JsonResponse({"said": said, "name": made.name}, status=201)


def _taken(
    request: HttpRequest, trip: Visit, answers: list[SentAnswer], sent_at: datetime, device: str
) -> tuple[list[ChecklistAnswer], str]:
    """The answers that were taken, as they stand then, and why others were not: one fault holds up no other."""
    how: dict[str, Any] = {"visit": trip, "sent_at": sent_at, "device": device, "by": viewer_of(request)}
    try:
        return answer_checklist(answers=answers, **how), ""
    except ObservedError as error:
        problem = str(error)
    taken = []
    for one in answers:
        try:
            taken += answer_checklist(answers=[one], **how)
        except ObservedError as error:
            problem = str(error)
    return taken, problem


def _kept(request: HttpRequest, trip: Visit, one: dict[str, Any], sent_at: datetime, device: str) -> dict[str, Any]:
    fields = {
        name: Sent(str(sent["value"]), _moment(sent["at"]), int(sent["base"])) for name, sent in one["fields"].items()
    }
    uid = UUID(one["uid"])
    try:
        made = keep_note(uid=uid, visit=trip, fields=fields, sent_at=sent_at, device=device, by=viewer_of(request))
    except ObjectDoesNotExist as error:
        raise ObservedError(_("The visit is not open to you any more.")) from error
    return presenter.note_told(made.note, made.aside)


def _answer(said: dict[str, Any]) -> SentAnswer:
    facility = int(said["facility"]) if said["facility"] else None
    return SentAnswer(
        str(said["element"]), facility, Looked(said["looked"]), _moment(said["at"]), int(said.get("base", 0))
    )


def _moment(text: str) -> datetime:
    """An instant with its offset. Raises ValueError."""
    found = dateparse.parse_datetime(text)
    if found is None or found.tzinfo is None:
        raise ValueError(f"no instant: {text!r}")
    return found
