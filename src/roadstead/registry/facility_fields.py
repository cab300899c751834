"""The fields of a port facility: their words, and their values as JSON and texts have them."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.registry.enums import Answer, CargoKind

LABELS: dict[str, str | Promise] = {
    "number": gettext_lazy("IMO port facility number"),
    "name": gettext_lazy("name"),
    "country": gettext_lazy("country"),
    "port": gettext_lazy("port"),
    "port_name": gettext_lazy("port as its source names it"),
    "description": gettext_lazy("description"),
    "operator": gettext_lazy("operator"),
    "cargo": gettext_lazy("what it handles"),
    "berths": gettext_lazy("berths"),
    "draught_m": gettext_lazy("draught, metres"),
    "calls": gettext_lazy("calls a year"),
    "tonnes": gettext_lazy("tonnes a year"),
    "plan_approved": gettext_lazy("security plan approved"),
    "approved_on": gettext_lazy("plan first approved on"),
    "reviewed_on": gettext_lazy("plan reviewed on"),
    "soc_issued_on": gettext_lazy("Statement of Compliance issued on"),
    "soc_expires_on": gettext_lazy("Statement of Compliance expires on"),
    "plan_withdrawn": gettext_lazy("security plan withdrawn"),
    "withdrawn_on": gettext_lazy("plan withdrawn on"),
    "latitude": gettext_lazy("latitude"),
    "longitude": gettext_lazy("longitude"),
    "position_note": gettext_lazy("note on the position"),
    "source": gettext_lazy("source"),
    "as_of": gettext_lazy("day of the source"),
}
# What a correction is kept of; who may set the others is said where they are written.
CORRECTED = tuple(name for name in LABELS if name not in ("number", "country", "source", "as_of"))
PROPOSED = tuple(name for name in CORRECTED if name not in ("operator", "port_name", "position_note"))
DAYS = frozenset({"approved_on", "reviewed_on", "soc_issued_on", "soc_expires_on", "withdrawn_on", "as_of"})
NUMBERS = {"latitude": Decimal("0.00001"), "longitude": Decimal("0.00001"), "draught_m": Decimal("0.1")}
ANSWERS = frozenset({"plan_approved", "plan_withdrawn"})
KEYS = frozenset({"port", "operator", "country"})  # columns that hold the key of another record


def column(field: str) -> str:
    """The attribute that holds a field."""
    return f"{field}_id" if field in KEYS else field


def plain(field: str, value: Any) -> Any:
    """A value as JSON has it."""
    if value is None:
        return None
    if field in DAYS:
        return value.isoformat()
    if field in NUMBERS:
        return str(Decimal(value).quantize(NUMBERS[field]))
    return sorted(value) if field == "cargo" else value


def rich(field: str, value: Any) -> Any:
    """A value of JSON as the record has it."""
    if value is None:
        return None
    if field in DAYS:
        return date.fromisoformat(value)
    return Decimal(value) if field in NUMBERS else value


def as_plain(facility: Any, fields: Iterable[str]) -> dict[str, Any]:
    """Some fields of a facility as JSON has them."""
    return {name: plain(name, getattr(facility, column(name))) for name in fields}


def in_words(fields: Collection[str]) -> str:
    """Some fields by their words."""
    return ", ".join(str(LABELS.get(one, one)) for one in fields)


def said(field: str, value: Any) -> str:
    """A value of JSON as a page shows it."""
    if value in (None, "", []):
        return _("nothing")
    if field in ANSWERS:
        return str(Answer(value).label) if value in Answer.values else str(value)
    if field in DAYS:
        return date_format(date.fromisoformat(value), "j F Y")
    if field == "operator":
        return _("organisation %(number)s") % {"number": value}
    if field == "cargo":
        return ", ".join(str(CargoKind(one).label) if one in CargoKind.values else str(one) for one in value)
    return str(value)
