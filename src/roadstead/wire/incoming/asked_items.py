"""The items of 33 CFR 160.206, one by one: what a notice lacks."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from roadstead.rulebook.notice_rules import ItemRecord
from roadstead.wire.incoming.form import Form
from roadstead.wire.incoming.parties import Party, Role
from roadstead.wire.incoming.places import Call
from roadstead.wire.incoming.value import Incoming

ASK = "Ask the sender."
_RENAMED = {
    "last_port.departs": "last_port.departed",
    "last_port.arrives": "last_port.arrived",
    "vessel.imo": "vessel.id",
    "vessel.flag_said": "vessel.flag_name",
}
_IN_PLACE = {"name": "port_name", "code": "port"}
_US = ("US", "PR", "VI", "GU", "MP", "AS", "UM")


class Lacking(NamedTuple):
    """What one item lacks. severity: a word of `asked.Severity`."""

    severity: str
    what: str
    todo: str = ASK
    at: str = ""


class Layout(NamedTuple):
    """What is known of a format: the fields that it has a place for, and those of them that we are not sure of."""

    placed: frozenset[str]
    doubtful: frozenset[str]


def layout(incoming: Incoming, forms: Sequence[Form]) -> Layout | None:
    """The layout of the format that the notice came in; None where every field has its own name, as in JSON."""
    form = next((one for one in forms if incoming.shape.split(" ")[0] == one.record.shape), None)
    if form is None:
        return None
    known = {one.to: one.status for one in form.record.fields}
    return Layout(frozenset(known), frozenset(to for to, status in known.items() if status != "verified"))


def look(incoming: Incoming, item: ItemRecord, known: Layout | None) -> Iterator[Lacking]:
    """Nothing, or what is lacking."""
    if (item.when and not _holds(incoming, item.when)) or (item.unless and _holds(incoming, item.unless)):
        return
    if item.people:
        yield from _people(incoming, *item.people)
    elif item.check:
        yield from _CHECKS[item.check](incoming, item)
    elif all(_field(incoming, path) is None for path in item.asks):
        yield _not_there(item, known)


def _not_there(item: ItemRecord, known: Layout | None) -> Lacking:
    fields = [_target(path) for path in item.asks]
    at = item.asks[0]
    if item.weight == "if_any":
        return Lacking("note", "is not said.", "Nothing to do where there is none.", at)
    if known is None or any(name in known.placed - known.doubtful for name in fields):
        return Lacking("missing", "is not said.", ASK, at)
    if not known.doubtful:
        return Lacking("missing", "is not said; the table has no column for it.", ASK, at)
    what = "was not found, and where this format has it is not known for sure."
    return Lacking("unclear", what, "Look at what was not understood, or ask the sender.", at)


def _target(path: str) -> str:
    """The canonical field that a reader fills for a field of the value."""
    if path in _RENAMED:
        return _RENAMED[path]
    group, middle, name = path.partition(".place.")
    return f"{group}.{_IN_PLACE.get(name, name)}" if middle else path


def _field(incoming: Incoming, path: str) -> object:
    value: object = incoming
    for name in path.split("."):
        value = getattr(value, name, None)
        if value is None:
            return None
    return value


def _holds(incoming: Incoming, condition: str) -> bool:
    if condition == "cdc":
        return bool(incoming.cargo.cdc_on_board or incoming.cargo.cdc)
    if condition == "domestic":
        return (incoming.voyage.type or "").casefold() == "us to us"
    papers = incoming.certificates
    said = f"{papers.issc_kind or ''} {papers.issc_interim or ''}".casefold()
    return "consecutive" in said or "subsequent" in said


def _people(incoming: Incoming, group: str, item: str) -> Iterator[Lacking]:
    """Lines are gone when this is asked; how many lacked an item was counted at the door."""
    people = incoming.crew if group == "crew" else incoming.others
    if people is None or not (people.listed or people.stated == 0 or people == type(people)()):
        if item == "name":  # said once, not once for each item
            said = f"the notice has no list of {'crew' if group == 'crew' else 'others on board'}."
            yield Lacking("missing" if group == "crew" else "note", said, ASK, group)
        return
    lacking = next((one.people for one in people.lacking if one.item == item), 0)
    if lacking:
        yield Lacking("missing", f"is not filled for {lacking:,} of {people.listed:,} people.", ASK, group)


def foreign(calls: Sequence[Call]) -> list[Call]:
    """The calls that are not known to be in the United States or its territories."""
    return [one for one in calls if one.place.country not in _US]


def _five_ports(incoming: Incoming, item: ItemRecord) -> Iterator[Lacking]:
    asked = item.number or 0
    many = len(foreign(incoming.calls))
    if many < asked and not incoming.calls_note:
        told = "none is listed" if not many else f"{many} of {asked} are listed"
        todo = "Ask for the rest, or for a comment that there were no more."
        yield Lacking("missing", f"{told}, and no comment says why.", todo, "calls")


def _call_dates(incoming: Incoming, _: ItemRecord) -> Iterator[Lacking]:
    for number, call in enumerate(incoming.calls):
        lacks = [name for name in ("arrived", "departed") if (when := getattr(call, name)) is None or not when.moment]
        if lacks and call.place.country not in _US:
            place = call.place.said or f"call {number + 1}"
            words = " and ".join("arrival" if name == "arrived" else "departure" for name in lacks)
            yield Lacking("missing", f"{words} of {place} cannot be told.", ASK, f"calls[{number}].{lacks[0]}")


def _whole_time(incoming: Incoming, item: ItemRecord) -> Iterator[Lacking]:
    eta = incoming.arrival.eta
    if eta is None:
        yield Lacking("missing", "is not said.", ASK, item.asks[0])
    elif not eta.moment:
        yield Lacking("unclear", "is written in a way that cannot be read.", ASK, item.asks[0])
    elif not eta.exact:
        yield Lacking("missing", "only the day is said, not the time.", ASK, item.asks[0])


def _contact(incoming: Incoming, item: ItemRecord) -> Iterator[Lacking]:
    yield from _reachable(incoming, (Role.AGENT, Role.REPORTER), item)


def _security_officer(incoming: Incoming, item: ItemRecord) -> Iterator[Lacking]:
    yield from _reachable(incoming, (Role.COMPANY_SECURITY,), item)


def _reachable(incoming: Incoming, roles: tuple[Role, ...], item: ItemRecord) -> Iterator[Lacking]:
    found: list[Party] = [one for role in roles if (one := incoming.party(role))]
    if not found:
        yield Lacking("missing", "nobody is named.", ASK, item.asks[0])
    elif not any(one.phone or one.email for one in found):
        yield Lacking("missing", "no telephone number or address stands with the name.", ASK, item.asks[0])


def _cdc_names(incoming: Incoming, item: ItemRecord) -> Iterator[Lacking]:
    if not incoming.cargo.cdc:
        yield Lacking("missing", "such cargo is declared and none is listed.", ASK, item.asks[0])
    many = sum(1 for one in incoming.cargo.cdc if not (one.name and one.un_number))
    if many:
        yield Lacking("missing", f"name or number is not said for {many:,}.", ASK, item.asks[0])


def _cdc_amounts(incoming: Incoming, item: ItemRecord) -> Iterator[Lacking]:
    many = sum(1 for one in incoming.cargo.cdc if not one.amount)
    if many:
        yield Lacking("missing", f"is not said for {many:,}.", ASK, item.asks[0])


def _plan(incoming: Incoming, item: ItemRecord) -> Iterator[Lacking]:
    declared = incoming.certificates.plan_carried_out
    if declared is None:
        yield Lacking("missing", "is not said.", ASK, item.asks[0])
    elif not declared:
        yield Lacking(
            "note", "the ship declares that it is not carried out.", "Look into it before it arrives.", item.asks[0]
        )


_CHECKS: dict[str, Callable[[Incoming, ItemRecord], Iterator[Lacking]]] = {
    "five_ports": _five_ports,
    "call_dates": _call_dates,
    "whole_time": _whole_time,
    "contact": _contact,
    "cdc_names": _cdc_names,
    "cdc_amounts": _cdc_amounts,
    "plan": _plan,
    "security_officer": _security_officer,
}
