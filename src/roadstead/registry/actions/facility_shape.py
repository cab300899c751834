"""What is written about a port facility, checked before it is kept."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.enums import CargoKind
from roadstead.registry.facility_fields import DAYS, LABELS, column, plain, rich
from roadstead.registry.importing.values import NUMBER
from roadstead.registry.models import Facility, Organisation, Port

PAST = DAYS - {"soc_expires_on"}
IN_ORDER = (
    ("approved_on", "reviewed_on"),
    ("soc_issued_on", "soc_expires_on"),
    ("approved_on", "withdrawn_on"),
)


def checked(said: Mapping[str, Any], facility: Facility, by: Viewer) -> dict[str, Any]:
    """What somebody says of a facility, tidied: {field: value}, of those alone that differ from how it stands.

    Raises RegisterError for what cannot be.
    """
    tidy = {name: _tidied(name, value) for name, value in said.items() if name in LABELS}
    changed = {name: value for name, value in tidy.items() if plain(name, value) != _now(facility, name)}
    after = {**{name: getattr(facility, column(name)) for name in LABELS}, **changed}
    _check_words(after)
    _check_days(after, changed)
    _check_position(after)
    _check_links(changed, after, facility, by)
    _check_columns(changed, facility)
    return changed


def put(facility: Facility, changed: Mapping[str, Any]) -> list[str]:
    """Set fields of a facility; the columns to be saved."""
    for name, value in changed.items():
        setattr(facility, column(name), value)
    if "name" in changed:
        facility.folded = fold(facility.name)
    return [*changed, *(["folded"] if "name" in changed else [])]


def _now(facility: Facility, name: str) -> Any:
    return plain(name, getattr(facility, column(name)))


def _tidied(name: str, value: Any) -> Any:
    if name == "description":
        return str(value).replace("\r\n", "\n").replace("\0", "").strip()
    if name == "number":
        return str(value).replace("\0", "").strip().upper() if value else None
    if name == "cargo":
        return sorted(set(value))
    if isinstance(value, str):
        value = " ".join(value.replace("\0", "").split())
        return value or None if name == "port" else value
    return rich(name, plain(name, value)) if value is not None else None


def _check_words(after: Mapping[str, Any]) -> None:
    if not after["name"]:
        raise RegisterError(_("Give the facility a name."), "name")
    if not fold(after["name"]):
        raise RegisterError(_("A name has letters or digits."), "name")
    if unknown := [one for one in after["cargo"] if one not in CargoKind.values]:
        raise RegisterError(_("There is no such cargo: %(words)s.") % {"words": ", ".join(unknown)}, "cargo")
    if not after["source"]:
        raise RegisterError(_("Say where this is from: a letter, a page, a visit."), "source")


def _check_days(after: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
    for name in PAST & set(changed):
        if changed[name] and changed[name] > clock.today():
            raise RegisterError(_("That day is yet to come."), name)
    for first, last in IN_ORDER:
        begins, ends = after[first], after[last]
        if {first, last} & set(changed) and begins and ends and ends < begins:
            words = {"last": LABELS[last], "first": LABELS[first]}
            raise RegisterError(_("“%(last)s” is before “%(first)s”.") % words, last)
    if after["withdrawn_on"] and after["plan_withdrawn"] == "no" and {"withdrawn_on", "plan_withdrawn"} & set(changed):
        raise RegisterError(_("A plan that is not withdrawn has no day on which it was."), "withdrawn_on")


def _check_position(after: Mapping[str, Any]) -> None:
    latitude, longitude = after["latitude"], after["longitude"]
    if (latitude is None) != (longitude is None):
        raise RegisterError(_("A position has a latitude and a longitude."), "latitude")
    if latitude is not None and abs(latitude) > 90:
        raise RegisterError(_("A latitude lies between 90 south and 90 north."), "latitude")
    if longitude is not None and abs(longitude) > 180:
        raise RegisterError(_("A longitude lies between 180 west and 180 east."), "longitude")


def _check_links(changed: Mapping[str, Any], after: Mapping[str, Any], facility: Facility, by: Viewer) -> None:
    number = after["number"]
    if changed.get("number"):
        if not NUMBER.fullmatch(number):
            raise RegisterError(_("An IMO port facility number looks like NGAPP-0001."), "number")
        if number[:2] != after["country"]:
            raise RegisterError(_("A number begins with the code of its country."), "number")
        taken = Facility.objects.for_the_system("whether a number is taken").filter(number=number)
        if taken.exclude(pk=facility.pk).exists():
            raise RegisterError(_("Another entry of the register has this number."), "number")
    if changed.get("port"):
        lies_in = Port.objects.filter(pk=changed["port"]).values_list("country_id", flat=True).first()
        if lies_in != after["country"]:
            raise RegisterError(_("There is no such port in this country; write its UN/LOCODE, as in NGAPP."), "port")
    if changed.get("operator") and not Organisation.objects.visible_to(by).filter(pk=changed["operator"]).exists():
        raise RegisterError(_("Choose an organisation from the list."), "operator")


def _check_columns(changed: Mapping[str, Any], facility: Facility) -> None:
    """Whether each value fits its column."""
    for name, value in changed.items():
        if value in (None, "", []) or name == "cargo":
            continue
        field: Any = Facility._meta.get_field(name)
        try:
            if name not in ("port", "operator", "country"):
                field.clean(value, facility)
        except ValidationError as error:
            raise RegisterError(" ".join(error.messages), name) from error
