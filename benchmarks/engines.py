"""The bare rule in two general rule engines, as anyone would state it there.

“One of the last five foreign calls was in a country listed on the day of arrival, at a facility that is not excepted.”
They answer yes or no. Ours answers with unknowns, reasons, questions, warnings, duties and what would change it;
where it answers for certain, all three must agree.
"""

import json
from collections.abc import Callable
from typing import Any

import msgspec

from roadstead.core.advisory import ListingKind, RuleBook, Tier
from roadstead.core.moment import Moment

FAR = "9999-12-31"
Table = dict[str, list[dict[str, Any]]]
Engine = Callable[[bytes], bool]

# Days are compared as text: ISO 8601 in UTC sorts as time does.
REGO = """
package roadstead

foreign := [call | call := input.calls[_]; not domestic[call.country]; call.departed <= input.arrival.eta]

domestic := {code | code := data.domestic[_]}

later(call) := count([1 | other := foreign[_]; other.departed > call.departed])

listed(country) if {
    spell := data.listings[country][_]
    spell.start <= input.arrival.eta
    input.arrival.eta < spell.end
}

excepted(call) if {
    spell := data.exceptions[call.country][_]
    spell.start <= input.arrival.eta
    input.arrival.eta < spell.end
    spell.names[_] == call.facility
}

excepted(call) if {
    spell := data.exceptions[call.country][_]
    spell.start <= input.arrival.eta
    input.arrival.eta < spell.end
    spell.names[_] == call.facility_name
}

default applies := false

applies if {
    call := foreign[_]
    listed(call.country)
    later(call) < 5
    not excepted(call)
}
"""

CEL = """
notice.calls.filter(c, !(c.country in domestic) && c.departed <= notice.arrival.eta).exists(c,
    c.country in listings
    && listings[c.country].exists(s, s.start <= notice.arrival.eta && notice.arrival.eta < s.end)
    && notice.calls.filter(
        d, !(d.country in domestic) && d.departed <= notice.arrival.eta && d.departed > c.departed).size() < 5
    && !(c.country in exceptions && exceptions[c.country].exists(s,
        s.start <= notice.arrival.eta && notice.arrival.eta < s.end
        && ((has(c.facility) && c.facility in s.names) || (has(c.facility_name) && c.facility_name in s.names)))))
"""


def tables(book: RuleBook) -> dict[str, Any]:
    """What the engines look up: the list and its exceptions as spells of days."""
    facilities = {facility.key: facility for facility in book.facilities}
    listings: Table = {}
    exceptions: Table = {}
    for spell in book.listings:
        if spell.kind is ListingKind.CONDITIONS:
            listings.setdefault(spell.country, []).append(_days(spell.start, spell.end))
    for exception in book.exceptions:
        if exception.tier is not Tier.DUTIES_ONLY:
            facility = facilities[exception.facility]
            numbers = [number.normalised for number in facility.numbers if number.normalised]
            names = [facility.name, *facility.other_names, *numbers]
            exceptions.setdefault(exception.country, []).append(
                {**_days(exception.start, exception.end), "names": names}
            )
    return {"listings": listings, "exceptions": exceptions, "domestic": sorted(book.policy.domestic)}


def _days(start: Moment, end: Moment | None) -> dict[str, Any]:
    return {
        "start": start.not_after.isoformat() if start.not_after else FAR,
        "end": end.not_after.isoformat() if end and end.not_after else FAR,
    }


def rego(book: RuleBook) -> Engine:
    """Open Policy Agent's language, compiled once; JSON in, JSON out."""
    import regopy

    builder = regopy.Interpreter()
    builder.add_data(tables(book))
    builder.add_module("roadstead.rego", REGO)
    bundle = builder.build(None, ["roadstead/applies"])
    interpreter = regopy.Interpreter()

    def applies(body: bytes) -> bool:
        interpreter.set_input_term(body.decode())
        answer = interpreter.query_bundle_entrypoint(bundle, "roadstead/applies")
        return bool(json.loads(str(answer))["expressions"][0])

    return applies


def cel(book: RuleBook) -> Engine:
    """The Common Expression Language, compiled once; the notice is decoded by the fastest decoder at hand."""
    import cel as library

    program = library.compile(CEL)
    context = library.Context(tables(book))

    def applies(body: bytes) -> bool:
        context.add_variable("notice", msgspec.json.decode(body))
        return bool(program.execute(context))

    return applies
