"""A certificate on paper: a tagged PDF, made by Typst. What varies goes in as data, never as markup."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.hosting import topics
from roadstead.hosting.enums import OfferState
from roadstead.hosting.models import Certificate, Delegate, HostingRequest
from roadstead.hosting.queries.requests import offers_of


def make(held: HostingRequest, person: Delegate, issued: Certificate, request: HttpRequest) -> bytes:
    """The certificate as PDF; the same content gives the same bytes."""
    ports = [one.port.name for one in offers_of([held], OfferState.ACCEPTED).get(held.pk, [])]
    content = {
        "title": _("Certificate of participation"),
        "says": _("took part in the reciprocal visit of"),
        "name": person.name,
        "office": person.office,
        "country": held.country.name,
        "days": f"{held.first_on:%Y-%m-%d} – {held.last_on:%Y-%m-%d}",
        "hosts": _("Hosts: %(ports)s") % {"ports": ", ".join(ports)} if ports else "",
        "topics": "; ".join(topics.labels(held.topics)),
        "issued": _("Issued on %(day)s") % {"day": issued.issued_on.isoformat()},
        "code": issued.code,
        "check": _("Whether it is true is said at %(address)s")
        % {"address": request.build_absolute_uri(reverse("hosting:verify"))},
    }
    inputs = {"data": json.dumps(content, ensure_ascii=False)}
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; some scripts are in neither of the fonts.
        return bytes(typst.compile(_template(), **given))


@cache
def _template() -> bytes:
    return files("roadstead.hosting").joinpath("data/certificate.typ").read_bytes()
