"""What a question offers to answer with: ports, terminals that the advisory names, a day, a purpose, the measures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from roadstead.advisories.queries import judge
from roadstead.arrivals.checker import labels, terminals
from roadstead.arrivals.checker.questions import NONE_OF_THESE, NOT_LISTED
from roadstead.arrivals.intake.answers import LOCODE, kind_of, moved
from roadstead.arrivals.models import Arrival, Message
from roadstead.arrivals.queries.questions import current, version_at
from roadstead.common import clock
from roadstead.core.country import country_name, is_country
from roadstead.core.notice import Declaration
from roadstead.wire.incoming.difference import told
from roadstead.wire.incoming.paths import call_of
from roadstead.wire.incoming.value import Incoming, moment, restore

MEASURES = {
    "security_level_2": labels.CALL_LABELS["l"],
    "access_points_guarded": labels.CALL_LABELS["g"],
    "declaration_of_security": labels.CALL_LABELS["s"],
    "logged": labels.CALL_LABELS["o"],
    "reported": labels.CALL_LABELS["r"],
}
LONGEST_TYPED = 200
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """fields: of a form, by name; value: the answer, of what was chosen in them; about: the call in words."""

    fields: dict[str, forms.Field]
    value: Callable[[Told], str]
    about: str = ""


def offer(question: Message, arrival: Arrival) -> Offer:
    """What to answer a question with; no fields where only words can answer it, or the call is gone."""
    held = current(arrival)
    if not question.field or not held.stored:
        return Offer({}, _nothing)
    incoming = restore(held.stored.encode())
    asked_in = version_at(question).stored
    path = moved(question.field, restore(asked_in.encode()) if asked_in else incoming, incoming)
    if path is None:
        return Offer({}, _nothing)
    number = call_of(path)
    about = told(incoming.calls[number]) if number is not None else incoming.arrival.place.said
    fields, value = _fields(kind_of(path), path, incoming, held.asked)
    return Offer(fields, value, about)


def in_words(field: str, value: str) -> str:
    """An answer as it is shown: measures and purposes by their names, all else as it stands."""
    kind = kind_of(field)
    if kind == "purpose":
        return labels.purpose_label(value)
    if kind != "measures":
        return value
    pairs = [pair.partition("=") for pair in value.split()]
    return "; ".join(f"{MEASURES[name]}: {_word(word)}" for name, _equals, word in pairs if name in MEASURES)


def _word(word: str) -> str:
    known = {"yes": _("Yes"), "no": _("No")} | _declarations()
    return known.get(word, word)


def _declarations() -> dict[str, str]:
    """What became of a Declaration of Security, in words."""
    words = [str(said) for _code, said in labels.DECLARATION[1:]]
    return dict(zip([str(one) for one in Declaration], words, strict=True))


def _nothing(_told: Told) -> str:
    return ""


def _chosen(told: Told) -> str:
    return str(told.get("choice") or told.get("typed") or "").strip()


def _fields(
    kind: str, path: str, incoming: Incoming, asked: list[dict[str, Any]]
) -> tuple[dict[str, forms.Field], Callable[[Told], str]]:
    if kind == "port":
        return _port(path, asked), _port_said
    if kind == "country":
        label = _("Country, by its two letters")
        return {"choice": forms.CharField(label=label, required=False, max_length=2)}, _country
    if kind == "terminal":
        return _terminal(path, incoming), _chosen
    if kind == "departed":
        said = _("A day and an hour, as in 2026-05-28 18:00.")
        return {"choice": forms.DateTimeField(label=_("Departed (UTC)"), required=False, help_text=said)}, _moment
    if kind == "purpose":
        return {"choice": _choice(_("What was done there"), list(labels.PURPOSES))}, _chosen
    return (_measures(path), _measured) if kind == "measures" else ({}, _nothing)


def _choice(label: str, options: list[tuple[str, Any]]) -> forms.Field:
    return forms.ChoiceField(label=label, required=False, choices=[("", _("Choose")), *options])


def _port(path: str, asked: list[dict[str, Any]]) -> dict[str, forms.Field]:
    """The ports that it may be, and a field for another."""
    ports: list[dict[str, str]] = next((one["ports"] for one in asked if one["path"] == path.removesuffix(".port")), [])
    options = [(one["code"], f"{one['name']} ({one['code']})") for one in ports]
    label = _("Another port, by its UN/LOCODE (as USHOU)") if options else _("The port, by its UN/LOCODE (as USHOU)")
    typed = forms.RegexField(rf"^(?i:{LOCODE.pattern})$", label=label, required=False, max_length=5)
    return _also(typed, _("Port"), options)


def _also(typed: forms.Field, label: str, options: list[tuple[str, Any]]) -> dict[str, forms.Field]:
    """A choice where there is one, and a field for what it does not have."""
    found: dict[str, forms.Field] = {"choice": _choice(label, options)} if options else {}
    return found | {"typed": typed}


def _port_said(told: Told) -> str:
    return _chosen(told).upper()


def _country(told: Told) -> str:
    code = str(told.get("choice") or "").strip().upper()
    return code if is_country(code) else ""


def _terminal(path: str, incoming: Incoming) -> dict[str, forms.Field]:
    """The terminals that the advisory names for the country; one that is none of them; a field for its name."""
    number, eta = call_of(path), moment(incoming.arrival.eta)
    place = incoming.calls[number or 0].place
    country = place.country or (place.locode or "")[:2]
    snapshot = judge(clock.today()).snapshot
    day = eta.date() if eta else clock.today()
    known = [*terminals.known(snapshot, country, day)] if is_country(country) else []
    listed = [*terminals.listed(snapshot, country, day)] if is_country(country) else []
    options = [(one.value, f"{one.value}: {one.note}") for one in (*known, *listed)]
    if known:
        options.append((NONE_OF_THESE, _("None of these: a terminal that is not excepted")))
    elif listed:
        options.append((NOT_LISTED, _("None of these: a terminal that is not listed")))
    label = _("Its name, or its IMO port facility number")
    typed = forms.CharField(label=label, required=False, max_length=LONGEST_TYPED)
    heading = _("Terminal in %(country)s") % {"country": country_name(country) if is_country(country) else country}
    return _also(typed, heading, options)


def _moment(told: Told) -> str:
    at = told.get("choice")
    return at.isoformat() if at else ""


def _measures(path: str) -> dict[str, forms.Field]:
    """All five, or the one that was asked for."""
    one = path.rpartition(".")[2]
    return {name: _measure(name, str(label)) for name, label in MEASURES.items() if one in ("measures", name)}


def _measure(name: str, label: str) -> forms.Field:
    words = _declarations() if name == "declaration_of_security" else {"yes": _("Yes"), "no": _("No")}
    return forms.ChoiceField(label=label, required=False, choices=[("", _("Not known")), *words.items()])


def _measured(told: Told) -> str:
    return " ".join(f"{name}={told[name]}" for name in MEASURES if told.get(name))
