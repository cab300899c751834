"""A certificate on paper: a tagged PDF, made by Typst. What varies goes in as data, never as markup."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.training.catalogue import catalogue, title_of
from roadstead.training.models import Certificate, Offering


def make(content: dict[str, Any]) -> bytes:
    """The certificate as PDF, with its tags; the same content gives the same bytes."""
    inputs = {"data": json.dumps(content, ensure_ascii=False)}
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; a name may be in a script that the fonts lack.
        return bytes(typst.compile(_template(), **given))


def content(one: Certificate, offering: Offering, country: str, address: str) -> dict[str, Any]:
    """Everything that the paper says. address: where its code is held against us."""
    body = catalogue().bodies.get(offering.body)
    days = (date_format(offering.first_on, "j F Y"), date_format(offering.last_on, "j F Y"))
    return {
        "title": _("Certificate of attendance"),
        "name": one.name,
        "country": country,
        "said": _("attended the whole of"),
        "course": offering.title or title_of(offering.course),
        "place": offering.place,
        "days": days[0] if days[0] == days[1] else _("%(first)s to %(last)s") % {"first": days[0], "last": days[1]},
        "body": body.name if body else offering.body,
        "given": _("Given on %(day)s") % {"day": date_format(one.given_on, "j F Y")},
        "code_word": _("Code"),
        "code": one.code,
        "verify": _("Anybody can hold this code against the record:"),
        "address": address,
        "note": _("It says that the holder attended. It is no licence, and says nothing of the security of a port."),
    }


@cache
def _template() -> bytes:
    return files("roadstead.training").joinpath("certificate.typ").read_bytes()
