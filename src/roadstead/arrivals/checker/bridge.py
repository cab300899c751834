"""Drafts to notices and back, and every problem tied to the field of the form it came from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from roadstead.arrivals.checker import moments, places, terminals
from roadstead.arrivals.checker.drafts import CALL_FIELDS, MEASURES, VOYAGE_FIELDS, Draft, Row
from roadstead.arrivals.checker.labels import field_label
from roadstead.arrivals.checker.places import Found, Place
from roadstead.common import clock
from roadstead.core.notice import Call, Notice
from roadstead.core.texts import said
from roadstead.wire.errors import NoticeError, Problem, wrong_shape
from roadstead.wire.notice import check_notice
from roadstead.wire.shapes import SCHEMA, NoticeShape

DAY_BEGINS, NOON, DAY_ENDS = time(0, 0), time(12, 0), time(23, 59)
DECLARATIONS = {"s": "signed", "t": "attempted", "r": "refused", "n": "not_attempted"}
_ANSWERS = {"y": True, "n": False}
_ANY_TIME = "2000-01-01T12:00:00Z"
_CALL_PATH = re.compile(r"calls\[(\d+)\]\.?(.*)")
_VOYAGE_PATHS = {
    "arrival.port": "to",
    "arrival.eta": "eta",
    "vessel.name": "ship",
    "vessel.imo": "imo",
    "vessel.flag": "flag",
    "vessel.type": "type",
    "vessel.commercial": "com",
}
_MEASURE_NAMES = {CALL_FIELDS[letter]: letter for letter in MEASURES}


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field. name: its name in the address; choices: (value, label) that would mend it."""

    name: str
    message: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        return field_label(self.name)


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as read: the notice and its document, or what stands in the way.

    tidy: the draft with everything recognised written the short way. rows: for each call of the notice, the number
    of its row. places: by row number, and the arrival's under 0.
    """

    draft: Draft
    tidy: Draft
    problems: tuple[FieldProblem, ...]
    document: dict[str, Any]
    notice: Notice | None
    known_at: date
    rows: tuple[int, ...]
    places: Mapping[int, Place]

    def name_of(self, path: str) -> str:
        """The form's field that a path in the notice came from."""
        return _field_of(path, self.rows)


def read(draft: Draft) -> Reading:
    """Read a draft whole: every field, then the notice's own checks."""
    return _Reader(draft).reading()


class _Reader:
    """Turns typed text into a notice's document and gathers what is wrong, in the form's order."""

    def __init__(self, draft: Draft) -> None:
        self.draft = self.tidy = draft
        self.problems: list[FieldProblem] = []
        self.found = places.resolve([draft.to, *(row.port for row in draft.rows)])
        self.places: dict[int, Place] = {}
        self.moments: dict[str, moments.Typed] = {}

    def reading(self) -> Reading:
        draft = self.draft
        known_at = self._known_at()
        arrival = {"port": self._arrival_port(), "eta": self._eta()}
        vessel = self._vessel()
        calls = [(number, self._call(number, row)) for number, row in draft.calls]
        if not calls:
            self._problem("p1", _("Name at least one port of call."))
        self._same_days()
        document = {"schema": SCHEMA, "vessel": vessel, "arrival": arrival, "calls": [call for _n, call in calls]}
        rows = tuple(number for number, _c in calls)
        notice = self._checked(document, rows)
        problems = sorted(self.problems, key=lambda problem: _place_on_form(problem.name))
        return Reading(draft, self.tidy, tuple(problems), document, notice, known_at, rows, self.places)

    def _problem(self, name: str, message: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        self.problems.append(FieldProblem(name, sentence(message), tuple(choices)))

    def _settle(self, name: str, value: str) -> None:
        self.tidy = self.tidy.with_value(name, value)

    def _known_at(self) -> date:
        today = clock.today()
        if not self.draft.known_at:
            return today
        typed = self._typed("k", self.draft.known_at)
        if typed.day and typed.day > today:
            self._problem("k", _("Nobody knows the advisory of a day to come. Give today or an earlier day."))
        return typed.day or today

    def _place(self, name: str, text: str, number: int) -> Place | None:
        found: Found = self.found[text]
        if found.place is None:
            self._problem(name, found.problem, found.choices)
            return None
        self.places[number] = found.place
        self._settle(name, found.place.code)
        return found.place

    def _arrival_port(self) -> str:
        if not self.draft.to:
            self._problem("to", _("Name the port of arrival in the United States."))
            return ""
        place = self._place("to", self.draft.to, 0)
        if place and place.port is None:
            self._problem("to", _("This is a country. Name the port itself, as in Houston or USHOU."))
        return place.port or "" if place else ""

    def _typed(self, name: str, text: str) -> moments.Typed:
        typed = moments.read(text)
        if typed.problem:
            self._problem(name, typed.problem, typed.choices)
        elif typed.day:
            self._settle(name, typed.text)
        self.moments[name] = typed
        return typed

    def _moment(self, name: str, text: str, without_time: time) -> str | None:
        moment = self._typed(name, text).moment(without_time)
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else None

    def _eta(self) -> str:
        if not self.draft.eta:
            self._problem("eta", _("Give the day of arrival, as in 2024-05-31."))
            return ""
        return self._moment("eta", self.draft.eta, NOON) or ""

    def _vessel(self) -> dict[str, Any]:
        draft = self.draft
        flag = places.country_of(draft.flag) if draft.flag else None
        if flag:
            self._settle("flag", flag)
        said = {
            "name": draft.ship or None,
            "imo": draft.imo or None,
            "flag": flag or draft.flag[:8] or None,
            "type": draft.type or None,
            "commercial": self._answer("com", draft.commercial),
        }
        if len(draft.imo) > 20:
            self._problem("imo", _("This is too long for an IMO number; write seven digits."))
        return {key: value for key, value in said.items() if value is not None}

    def _answer(self, name: str, value: str) -> bool | None:
        if value and value not in _ANSWERS:
            self._problem(name, _("Choose yes, no or not known."))
        return _ANSWERS.get(value)

    def _call(self, number: int, row: Row) -> dict[str, Any]:
        call: dict[str, Any] = {}
        place = None
        if row.port:
            place = self._place(f"p{number}", row.port, number)
        else:
            self._problem(f"p{number}", _("Name the port, or at least the country."))
        if place:
            call["country"] = place.country
            if place.port:
                call["port"] = place.port
        call |= self._berths(row, place.country if place else "")
        if row.arrived and (arrived := self._moment(f"a{number}", row.arrived, DAY_BEGINS)):
            call["arrived"] = arrived
        if row.departed:
            call["departed"] = self._moment(f"d{number}", row.departed, DAY_ENDS) or ""
        else:
            self._problem(f"d{number}", _("Give the day on which the ship left. The order of calls hangs on it."))
        self._swapped(number)
        if row.purpose:
            call["purpose"] = row.purpose[:40]
        if measures := self._measures(number, row):
            call["measures"] = measures
        return call

    def _swapped(self, number: int) -> None:
        nothing = moments.Typed()
        came, left = self.moments.get(f"a{number}", nothing), self.moments.get(f"d{number}", nothing)
        if came.day and left.day and left.day < came.day:
            message = _("It is before the arrival in this port, %(day)s. Are the two swapped?")
            self._problem(f"d{number}", message % {"day": said(came.day)})

    def _berths(self, row: Row, country: str) -> dict[str, Any]:
        berths = terminals.read(row.terminal, country)
        said = [
            {key: value for key, value in (("facility", b.facility), ("facility_name", b.facility_name)) if value}
            for b in berths
        ]
        return {"berths": said} if len(said) > 1 else said[0] if said else {}

    def _measures(self, number: int, row: Row) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for letter in MEASURES:
            attribute = CALL_FIELDS[letter]
            value = getattr(row, attribute)
            if letter != "s":
                said[attribute] = self._answer(f"{letter}{number}", value)
            elif value:
                said[attribute] = DECLARATIONS.get(value)
                if value not in DECLARATIONS:
                    self._problem(f"s{number}", _("Choose one of the answers."))
        return {key: value for key, value in said.items() if value is not None}

    def _same_days(self) -> None:
        """Ask for a time where a day alone would put two events of one day in an order nobody gave.

        Two days without times are left to the judge, who takes them for departures at one moment and asks.
        """
        typed = {n: self.moments.get(f"d{n}", moments.Typed()) for n, _row in self.draft.calls}
        eta = self.moments.get("eta", moments.Typed())
        for number, departed in typed.items():
            if departed.day is None:
                continue
            if departed.day == eta.day and (departed.at is None or eta.at is None):
                field = f"d{number}" if departed.at is None else "eta"
                self._problem(field, _("This is also the day of arrival. Give the times, so that the order is known."))
            others = [n for n, other in typed.items() if n != number and other.day == departed.day]
            if departed.at is None and any(typed[n].at is not None for n in others):
                message = _("Call %(other)s left on the same day, at a given time. Give the time here too.")
                timed = next(n for n in others if typed[n].at is not None)
                self._problem(f"d{number}", message % {"other": timed})

    def _checked(self, document: dict[str, Any], rows: tuple[int, ...]) -> Notice | None:
        """The notice, if nothing is wrong; else every further problem, beside those that are known already."""
        known = {problem.name for problem in self.problems}
        found: list[Problem] = []
        try:
            notice = check_notice(msgspec.convert(_filled(document) if known else document, NoticeShape))
        except msgspec.ValidationError as error:
            found = [wrong_shape(error)]
        except NoticeError as error:
            found = error.problems
        else:
            return None if known else notice
        for problem in found:
            name = _field_of(problem.field, rows)
            if name not in known:
                self._problem(name, problem.message)
        return None


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    """A document with something harmless where the form was empty or unreadable, so that the rest can be checked."""
    arrival, calls = document["arrival"], document["calls"]
    return {
        **document,
        "arrival": {"port": arrival["port"] or "USNYC", "eta": arrival["eta"] or _ANY_TIME},
        "calls": [{"country": "US", **call, "departed": call.get("departed") or _ANY_TIME} for call in calls],
    }


def _place_on_form(name: str) -> tuple[int, int]:
    if name in VOYAGE_FIELDS:
        return 0, list(VOYAGE_FIELDS).index(name)
    return int(name[1:]), list(CALL_FIELDS).index(name[0])


def sentence(message: str) -> str:
    """The notice's messages go on from the field's name; on a page each is a sentence of its own."""
    return _("It %(message)s") % {"message": message} if message[:1].islower() else message


def _field_of(path: str, rows: tuple[int, ...]) -> str:
    found = _CALL_PATH.fullmatch(path)
    if not found:
        return _VOYAGE_PATHS.get(path, "to")
    row, rest = rows[int(found[1])], found[2]
    if rest.startswith("measures"):
        return f"{_MEASURE_NAMES.get(rest.removeprefix('measures').removeprefix('.'), 'l')}{row}"
    if rest.startswith(("facility", "berths")):
        return f"t{row}"
    letter = {"arrived": "a", "departed": "d", "purpose": "u"}.get(rest, "p")
    return f"{letter}{row}"


def without(notice: Notice, index: int) -> tuple[Notice, Call]:
    """The notice without one of its calls, and that call."""
    calls = notice.calls
    return replace(notice, calls=calls[:index] + calls[index + 1 :]), calls[index]


def draft_of(document: Mapping[str, Any]) -> Draft:
    """The draft of a `roadstead/notice/1` document that has been checked; `read` gives the same notice back."""
    vessel, arrival = document.get("vessel") or {}, document["arrival"]
    draft = Draft(
        to=arrival["port"],
        eta=_typed_of(arrival["eta"]),
        ship=vessel.get("name") or "",
        imo=vessel.get("imo") or "",
        flag=vessel.get("flag") or "",
        type=vessel.get("type") or "",
        commercial=_answer_of(vessel.get("commercial")),
    )
    return replace(draft, rows=tuple(_row_of(call) for call in document["calls"]) or (Row(),))


def _row_of(call: Mapping[str, Any]) -> Row:
    berths = call.get("berths") or [call]
    measures = call.get("measures") or {}
    letters = {code: letter for letter, code in DECLARATIONS.items()}
    return Row(
        port=call.get("port") or call.get("country") or "",
        terminal=terminals.write(
            tuple(
                terminals.Berth(b.get("facility"), b.get("facility_name"))
                for b in berths
                if b.get("facility") or b.get("facility_name")
            )
        ),
        arrived=_typed_of(call.get("arrived")),
        departed=_typed_of(call["departed"]),
        purpose=call.get("purpose") or "",
        security_level_2=_answer_of(measures.get("security_level_2")),
        access_points_guarded=_answer_of(measures.get("access_points_guarded")),
        declaration_of_security=letters.get(measures.get("declaration_of_security", ""), ""),
        logged=_answer_of(measures.get("logged")),
        reported=_answer_of(measures.get("reported")),
    )


def _typed_of(text: str | None) -> str:
    return f"{datetime.fromisoformat(text).astimezone(UTC):%Y-%m-%dT%H:%M}" if text else ""


def _answer_of(value: bool | None) -> str:
    return "" if value is None else "y" if value else "n"


assert set(_VOYAGE_PATHS.values()) < set(VOYAGE_FIELDS)
