"""What is arranged for a delegation, and what remains of its visit; of requests that were read for a viewer."""

from collections.abc import Mapping
from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.queries.interactions import readable_interactions
from roadstead.engagement.queries.promises import commitments_of
from roadstead.hosting.models import Certificate, Cost, Delegate, Feedback, HostingRequest, Interpreter, Step, TakeAway


def steps_of(request: HostingRequest) -> list[Step]:
    """By the day until which they are to be done."""
    return list(Step.objects.filter(request=request).stated())


def step_of(request: HostingRequest, pk: int) -> Any:
    return Step.objects.filter(request=request, pk=pk).stated().first()


def interpreters_of(request: HostingRequest) -> list[Interpreter]:
    return list(Interpreter.objects.filter(request=request).stated())


def interpreter_of(request: HostingRequest, pk: int) -> Any:
    return Interpreter.objects.filter(request=request, pk=pk).stated().first()


def costs_of(request: HostingRequest) -> list[Cost]:
    return list(Cost.objects.filter(request=request).stated())


def feedback_of(request: HostingRequest) -> list[Feedback]:
    return list(Feedback.objects.filter(request=request).stated())


def taken_away(request: HostingRequest, viewer: Viewer) -> list[Any]:
    """The promises that were taken away, as far as a viewer may read the meeting to which they belong."""
    if request.follow_up_id is None:
        return []
    meeting = readable_interactions(viewer).filter(pk=request.follow_up_id).first()
    if meeting is None:
        return []
    keys = set(TakeAway.objects.filter(request=request).stated().values_list("commitment", flat=True))
    return [one for one in commitments_of(meeting) if one.pk in keys]


def certificates_of(request: HostingRequest, viewer: Viewer) -> Mapping[int, Certificate]:
    """By delegate; none where these may not be read."""
    rows = Certificate.objects.visible_to(viewer).filter(request=request.pk)
    return {one.delegate_id: one for one in rows}


def certificate_of_code(code: str) -> tuple[Certificate, Delegate, HostingRequest] | None:
    """The certificate of a code, for whoever holds it; None for none of ours."""
    why = "who holds the code of a certificate asks whether it is true"
    found: Any = Certificate.objects.for_the_system(why).filter(code=code).first()
    if found is None:
        return None
    person: Any = Delegate.objects.for_the_system(why).get(pk=found.delegate_id)
    request: Any = HostingRequest.objects.for_the_system(why).select_related("country").get(pk=found.request_id)
    return found, person, request
