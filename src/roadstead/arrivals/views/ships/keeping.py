"""What a phone sends of a log once it can: entries as JSON, each taken or refused by itself; and pictures."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import dateparse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.arrivals.actions.measuring import Sent, attach_picture, keep_entry
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import MeasuresLog
from roadstead.arrivals.views.ships.measures import log_of
from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files.errors import FilesError
from roadstead.files.forms import UploadForm
from roadstead.files.presenters import said_of
from roadstead.visits.presenters.kit_clock import wrong_clock

MOST = 200  # entries in one sending


@needs(Permission.REPORT_MEASURES)
@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Take entries. One fault holds up no other."""
    log, viewer = log_of(request, pk), viewer_of(request)
    viewer.must(Permission.REPORT_MEASURES, company=log.company)
    try:
        said = json.loads(request.body)
        device, sent_at, person = str(said["device"]), _moment(said["sent_at"]), said.get("person")
        entries = list(said["entries"])[:MOST]
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"problem": _("What was sent are no entries of a log.")}, status=400)
    if person not in (None, viewer.user_id):
        problem = _("Somebody else is signed in here now. What you typed waits on this device until you sign in again.")
        return JsonResponse({"problem": problem}, status=409)
    kept, refused = [], {}
    for one in entries:
        uid = str(one.get("uid", "")) if isinstance(one, dict) else ""
        if why := _refused(request, log, one, sent_at, device):
            refused[uid] = why
        else:
            kept.append(uid)
    now = clock.now()
    told = {"kept": kept, "refused": refused, "clock": wrong_clock(sent_at, now), "server_at": now.isoformat()}
    return JsonResponse(told)


@needs(Permission.REPORT_MEASURES)
@require_POST
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a picture; the very same again is no fault. What is not taken is said in words."""
    log, viewer = log_of(request, pk), viewer_of(request)
    viewer.must(Permission.REPORT_MEASURES, company=log.company)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        told = " ".join(str(one) for one in form.errors.get("file", []))
        return JsonResponse({"problem": told}, status=422)
    upload = form.cleaned_data["file"]
    try:
        made = attach_picture(log=log, uid=UUID(request.POST.get("uid", "")), upload=upload, by=viewer)
    except (FilesError, ArrivalError) as error:
        return JsonResponse({"problem": str(error)}, status=422)
    except ValueError:
        return JsonResponse({"problem": _("The picture came without its number. Add it again.")}, status=400)
    return JsonResponse({"said": said_of(made, upload.given), "name": made.name}, status=201)


def _refused(request: HttpRequest, log: MeasuresLog, one: Any, sent_at: datetime, device: str) -> str:
    """Why an entry was not taken; "" where it was."""
    try:
        sent = Sent(
            uid=UUID(one["uid"]),
            kind=str(one["kind"]),
            content=one["content"],
            at=_moment(one["at"]),
            corrects=str(UUID(one["corrects"])) if one.get("corrects") else "",
        )
        keep_entry(log=log, sent=sent, sent_at=sent_at, device=device, by=viewer_of(request))
    except (ArrivalError, ObjectDoesNotExist) as error:
        return str(error)
    except (ValueError, KeyError, TypeError, AttributeError):
        return str(_("This entry cannot be read."))
    return ""


def _moment(text: str) -> datetime:
    """An instant with its offset. Raises ValueError."""
    found = dateparse.parse_datetime(text)
    if found is None or found.tzinfo is None:
        raise ValueError(f"no instant: {text!r}")
    return found
