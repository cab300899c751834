"""What a browser sends of a self-assessment once it can: answers, and evidence."""

import json
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import dateparse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.assessments.actions.answering import keep_answer
from roadstead.assessments.actions.evidence import add_evidence
from roadstead.assessments.errors import AssessmentError, ClosedError
from roadstead.assessments.forms.filling import EvidenceForm
from roadstead.assessments.models import SelfAssessment
from roadstead.assessments.presenters import answers as presenter
from roadstead.assessments.presenters import lists
from roadstead.assessments.queries.answers import answer_of, one_evidence
from roadstead.assessments.views.reading import FORM, PARTNER, assessment_of, listed, partner
from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files.errors import FilesError
from roadstead.files.presenters import said_of
from roadstead.files.queries import attachment
from roadstead.visits.merging import Sent

ANSWER = Permission.ANSWER_SELF_ASSESSMENT
MOST = 200  # answers in one sending


@needs(ANSWER)
@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Take answers as JSON. Each is taken or refused by itself, so that one fault holds up no other."""
    held = assessment_of(request, pk)
    try:
        said = json.loads(request.body)
        device, sent_at = str(said["device"]), _moment(said["sent_at"])
        answers = list(said["answers"])[:MOST]
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"problem": _("What was sent is no answers of a self-assessment.")}, status=400)
    kept: dict[str, Any] = {}
    refused: dict[str, str] = {}
    for one in answers:
        key = str(one.get("answer", "")) if isinstance(one, dict) else ""
        try:
            kept[key] = _kept(request, held, one, sent_at, device)
        except AssessmentError as error:
            refused[key] = str(error)
        except (ValueError, KeyError, TypeError, AttributeError):
            refused[key] = _("This answer cannot be read.")
    progress = lists.shown([held], viewer_of(request))[0].progress
    done = {"answered": progress.answered, "questions": progress.questions}
    return JsonResponse({"answers": kept, "refused": refused, "progress": done, "server_at": clock.now().isoformat()})


@needs(ANSWER)
@require_POST
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file as evidence; the very same again is no fault. What is not taken is said in words."""
    held = assessment_of(request, pk)
    form = EvidenceForm(request.POST, request.FILES)
    if not form.is_valid():
        told = " ".join(str(one) for errors in form.errors.values() for one in errors)
        return JsonResponse({"problem": told}, status=422)
    try:
        made = _added(request, held, int(request.POST.get("answer", "")), form.cleaned_data)
    except ClosedError as error:
        return JsonResponse({"problem": str(error)}, status=409)
    except (AssessmentError, FilesError) as error:
        return JsonResponse({"problem": str(error)}, status=422)
    except ValueError:
        return JsonResponse({"problem": _("The file says not to which question it belongs.")}, status=400)
    there = attachment(made.attachment_id, viewer_of(request))
    said = said_of(there, form.cleaned_data["file"].given) if there is not None else ""
    return JsonResponse({"said": said}, status=201)


@needs(ANSWER)
@FORM
def evidence_form(request: HttpRequest, pk: int, answer: int) -> HttpResponse:
    """The same as a page of its own; `?replaces=` a piece of evidence of which this is a newer version."""
    held, back = assessment_of(request, pk), f"{PARTNER}{pk}/"
    one = answer_of(held, answer)
    wanted = request.GET.get("replaces", "")
    older = one_evidence(held, int(wanted)) if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else None
    if one is None or (wanted and older is None):
        raise Http404(_("There is no such question, or no such evidence."))
    form = EvidenceForm(request.POST, request.FILES) if request.method == "POST" else EvidenceForm()
    if request.method == "POST" and form.is_valid():
        try:
            _added(request, held, answer, form.cleaned_data, older.pk if older else None)
        except (AssessmentError, FilesError) as error:
            field = getattr(error, "field", None)
            form.add_error(field if field in form.fields else "file", str(error))
        else:
            return HttpResponseRedirect(f"{back}#q{answer}")
    context = {"form": form, "question": one, "older": older, "back": back, "crumbs": partner(listed(PARTNER))}
    return render(request, "assessments/filling/evidence.html", context, status=422 if form.errors else 200)


def _added(
    request: HttpRequest, held: SelfAssessment, answer: int, said: dict[str, Any], replaces: int | None = None
) -> Any:
    day: date = said["dated_on"]
    given = {"uid": said["uid"], "answer": answer, "upload": said["file"], "what": said["what"], "replaces": replaces}
    return add_evidence(assessment=held, dated_on=day, by=viewer_of(request), **given)


def _kept(
    request: HttpRequest, held: SelfAssessment, one: dict[str, Any], sent_at: datetime, device: str
) -> dict[str, Any]:
    fields = {
        str(name): Sent(str(sent["value"]), _moment(sent["at"]), int(sent["base"]))
        for name, sent in one["fields"].items()
    }
    answer, by = int(one["answer"]), viewer_of(request)
    try:
        made = keep_answer(assessment=held, answer=answer, fields=fields, sent_at=sent_at, device=device, by=by)
    except ObjectDoesNotExist as error:
        raise AssessmentError(_("The self-assessment is not open to you any more.")) from error
    told = {"values": presenter.values(made.answer), "revisions": presenter.revisions(made.answer)}
    return told | {"aside": list(made.aside), "late": made.late}


def _moment(text: str) -> datetime:
    """An instant with its offset. Raises ValueError."""
    found = dateparse.parse_datetime(text)
    if found is None or found.tzinfo is None:
        raise ValueError(f"no instant: {text!r}")
    return found
