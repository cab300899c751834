"""How what belongs to training is named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.training.models import Expert, Offering, Request, RequestLink
from roadstead.training.naming import name_of_offering, name_of_request


def _face(viewer: Viewer) -> str:
    return "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"


def _offerings(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = Offering.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    at = f"/{_face(viewer)}/training/offerings/"
    return {str(one.pk): Named(name_of_offering(one), f"{at}{one.pk}/") for one in rows}


def _requests(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = Request.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    at = f"/{_face(viewer)}/training/requests/"
    return {str(one.pk): Named(name_of_request(one), f"{at}{one.pk}/") for one in rows}


def _experts(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = Expert.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(one.name, f"/desk/training/experts/{one.pk}/") for one in rows}


def _links(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Links by their country alone: for whom they were made out stands on their own page."""
    if not viewer.holds(Permission.KEEP_TRAINING):
        return {}
    rows = RequestLink.objects.filter(pk__in=subjects.numbers(keys)).select_related("country")
    at = "/desk/training/requests/links/"
    said = _("Link to ask for training, %(country)s")
    return {str(one.pk): Named(said % {"country": one.country.name}, at) for one in rows}


subjects.register("training.requestlink", gettext_lazy("Link to ask for training"), _links)
subjects.register("training.offering", gettext_lazy("Offering of a course"), _offerings)
subjects.register("training.request", gettext_lazy("Request for training"), _requests)
subjects.register("training.expert", gettext_lazy("Expert"), _experts)
