"""Answers of the ship's side, written into the notice where they belong: a port, a terminal, a day, measures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from roadstead.core.identity import facility_number
from roadstead.core.notice import Declaration, Purpose
from roadstead.wire.incoming.base import When
from roadstead.wire.incoming.paths import PATH, call_of
from roadstead.wire.incoming.places import Berth, Call, Measures, Place, Sureness
from roadstead.wire.incoming.same import place_key, same_call
from roadstead.wire.incoming.value import Incoming

BERTH = re.compile(r"berths\[(?P<berth>\d+)\]\.facility")
WORDS = {"yes": True, "no": False}
YES_NO = ("security_level_2", "access_points_guarded", "logged", "reported")
LOCODE = re.compile(r"[A-Z]{2}[A-Z0-9]{3}")


class AnswerError(ValueError):
    """An answer that says nothing that can be judged."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact that was asked for. path: in the notice as it came in; value: as `written` reads it."""

    path: str
    value: str


def kind_of(path: str) -> str:
    """What is asked for: port, country, terminal, departed, purpose, measures, or "" for words alone."""
    if path in ("arrival", "arrival.port"):
        return "port"
    found = PATH.fullmatch(path)
    if not found:
        return ""
    rest = found["rest"] or "port"
    if rest == "facility" or BERTH.fullmatch(rest):
        return "terminal"
    if rest.partition(".")[0] == "measures":
        return "measures"
    return rest if rest in ("port", "country", "departed", "purpose") else ""


def written(incoming: Incoming, answer: Answer) -> Incoming:
    """The notice with an answer in it. Raises AnswerError where it cannot be read, or the call is not there."""
    kind, number = kind_of(answer.path), call_of(answer.path)
    if number is None:
        if kind != "port":
            raise AnswerError(answer.path)
        place = _port(incoming.arrival.place, answer.value)
        return msgspec.structs.replace(incoming, arrival=msgspec.structs.replace(incoming.arrival, place=place))
    if number >= len(incoming.calls):
        raise AnswerError(answer.path)
    calls = list(incoming.calls)
    calls[number] = _call(calls[number], kind, answer)
    return msgspec.structs.replace(incoming, calls=tuple(calls))


def moved(path: str, before: Incoming, after: Incoming) -> str | None:
    """The same path in another version of the notice; None where the call is not in it any more."""
    number = call_of(path)
    if number is None:
        return path
    if number >= len(before.calls):
        return None
    asked = before.calls[number]
    places = [one for one, call in enumerate(after.calls) if _same(asked, call)]
    here = number if number in places else next(iter(places), None)
    return None if here is None else path.replace(f"calls[{number}]", f"calls[{here}]", 1)


def _same(one: Call, other: Call) -> bool:
    """The same call; one of which no more than the country is said, by that and the hour at which the ship left."""
    if one == other or same_call(one, other):
        return True
    if place_key(one.place) and place_key(other.place):
        return False
    left = [call.departed.moment for call in (one, other) if call.departed]
    return one.place.country == other.place.country and len(left) == 2 and left[0] == left[1]


def carried(before: Incoming, after: Incoming, answers: Sequence[Answer]) -> Incoming:
    """A later version with the answers that were given before, where it says nothing of its own there.

    answers: by their paths in `before`, which has them in it.
    """
    for answer in answers:
        path = moved(answer.path, before, after)
        if path is not None and not _says(after, path):
            try:
                after = written(after, Answer(path, answer.value))
            except AnswerError:
                continue
    return after


def _says(incoming: Incoming, path: str) -> bool:
    """Whether a notice says something of its own where an answer would stand."""
    kind, number = kind_of(path), call_of(path)
    place = incoming.arrival.place if number is None else incoming.calls[number].place
    if kind == "port":
        return place.sureness is Sureness.GIVEN
    if number is None:
        return True
    call = incoming.calls[number]
    told = {
        "country": place.country is not None,
        "terminal": bool(place.facility or place.facility_name or call.berths),
        "departed": call.departed is not None and call.departed.moment is not None,
        "purpose": call.purpose is not None,
        "measures": call.measures is not None,
    }
    return told.get(kind, True)


def _call(call: Call, kind: str, answer: Answer) -> Call:
    value, change = answer.value, msgspec.structs.replace
    if kind == "port":
        return change(call, place=_port(call.place, value))
    if kind == "country":
        if not re.fullmatch(r"[A-Z]{2}", value):
            raise AnswerError(value)
        return change(call, place=change(call.place, country=value, country_said=None))
    if kind == "terminal":
        return _terminal(call, answer)
    if kind == "departed":
        return change(call, departed=_when(value))
    if kind == "purpose":
        if value not in set(Purpose):
            raise AnswerError(value)
        return change(call, purpose=value)
    if kind == "measures":
        return change(call, measures=_measures(call.measures or Measures(), value))
    raise AnswerError(answer.path)


def _port(place: Place, value: str) -> Place:
    if not LOCODE.fullmatch(value):
        raise AnswerError(value)
    return msgspec.structs.replace(place, code=value, locode=value, sureness=Sureness.GIVEN)


def _terminal(call: Call, answer: Answer) -> Call:
    """A terminal by its number or its name, as the call or as one of its berths."""
    said = answer.value.strip()
    if not said:
        raise AnswerError(said)
    name, _, behind = said.rpartition(" (")
    number = facility_number(behind.rstrip(")")) if name else facility_number(said)
    named = name if name and number else said
    facility, facility_name = (number, named) if number else (None, said)
    found = BERTH.fullmatch(answer.path.partition(".")[2])
    if found and int(found["berth"]) < len(call.berths):
        berths = list(call.berths)
        berths[int(found["berth"])] = Berth(facility=facility, facility_name=facility_name)
        return msgspec.structs.replace(call, berths=tuple(berths))
    place = msgspec.structs.replace(call.place, facility=facility, facility_name=facility_name)
    only = (Berth(facility=facility, facility_name=facility_name),) if len(call.berths) == 1 else call.berths
    return msgspec.structs.replace(call, place=place, berths=only)


def _when(value: str) -> When:
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise AnswerError(value) from error
    if at.tzinfo is None:
        raise AnswerError(value)
    return When(said=value, moment=at, zone_name="UTC")


def _measures(before: Measures, value: str) -> Measures:
    """Of “logged=yes reported=no declaration_of_security=refused”; what is not named stays as it was."""
    told: dict[str, object] = {}
    for pair in value.split():
        name, _, word = pair.partition("=")
        if name in YES_NO and word in WORDS:
            told[name] = WORDS[word]
        elif name == "declaration_of_security" and word in set(Declaration):
            told[name] = word
        elif word != "unknown":
            raise AnswerError(pair)
    if not told:
        raise AnswerError(value)
    return msgspec.structs.replace(before, **told)
