"""The form as the page shows it: every row with its value and what is wrong with it, and a blank row to go on with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.analytics.reading import Problem, Reading, TheList
from roadstead.analytics.typed import FIELDS, KINDS, PLACES, Change, Typed
from roadstead.core.country import COUNTRIES, country_name

Text = str | Promise
LEGENDS: Mapping[str, tuple[Text, Text]] = {
    "add": (gettext_lazy("Put on the list"), gettext_lazy("Another country")),
    "remove": (gettext_lazy("Take off the list"), gettext_lazy("Another country")),
    "except": (gettext_lazy("Except a facility"), gettext_lazy("Another facility")),
    "list": (gettext_lazy("List one port or facility alone"), gettext_lazy("Another port or facility")),
    "delist": (gettext_lazy("Take one port or facility off the list"), gettext_lazy("Another port or facility")),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One input: its name in the form, its id, its value and what is wrong with it."""

    name: str
    id: str
    label: Text
    value: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row of the form; facility is None where the kind has none."""

    country: Field
    since: Field
    facility: Field | None
    options: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class GroupShown:
    """The rows of one kind."""

    kind: str
    id: str
    legend: Text
    another: Text
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True)
class DraftShown:
    """One draft as fields."""

    letter: str
    since: Field
    groups: tuple[GroupShown, ...]


def shown(reading: Reading, the_list: TheList, extra: str = "") -> DraftShown:
    """A draft's fields. extra: the kind of which one more blank row is wanted."""
    return _Shown(reading, the_list, extra).draft()


def anchored(readings: Sequence[Reading]) -> list[tuple[str, Text, str]]:
    """Everything that is wrong: the field's id, the draft's name where there are two, the message."""
    return [
        (problem.field, _("Draft %(letter)s") % {"letter": reading.letter.upper()} if len(readings) > 1 else "", told)
        for reading in readings
        for problem in reading.problems
        for told in [problem.message]
    ]


class _Shown:
    """Makes the fields of one draft."""

    def __init__(self, reading: Reading, the_list: TheList, extra: str) -> None:
        self.letter, self.typed, self.extra = reading.letter, reading.typed, extra
        self.errors = _by_field(reading.problems)
        names = sorted(COUNTRIES.items(), key=lambda pair: pair[1].casefold())
        listed = [(code, name) for code, name in names if code in the_list.countries]
        free = [(code, name) for code, name in names if not the_list.listed(code) and code not in the_list.domestic]
        adding = {change.country.upper() for change in self.typed.of("add")} - set(the_list.countries)
        added = [(code, name) for code, name in names if code in adding]
        self.options = {
            "add": free,
            "remove": listed,
            "except": sorted([*listed, *added], key=lambda pair: pair[1]),
            "list": free,
            "delist": listed,
        }

    def draft(self) -> DraftShown:
        since = self._field(f"{self.letter}_since", f"{self.letter}_since", _("First day"), self.typed.since)
        kinds = [kind for kind in KINDS if kind not in PLACES or kind == self.extra or self.typed.of(kind)]
        return DraftShown(self.letter, since, tuple(self._group(kind) for kind in kinds))

    def _group(self, kind: str) -> GroupShown:
        legend, another = LEGENDS[kind]
        blanks = [Change(kind)] * (2 if kind == self.extra else 1)
        rows = enumerate([*self.typed.of(kind), *blanks], start=1)
        made = tuple(self._row(kind, number, change) for number, change in rows)
        return GroupShown(kind, f"{self.letter}_{kind}", legend, another, made)

    def _row(self, kind: str, number: int, change: Change) -> RowShown:
        name, anchor = f"{self.letter}_{kind}", f"{self.letter}_{kind}_{number}"
        facility = None
        if "facility" in FIELDS[kind]:
            label = _("Port, or facility number or name") if kind in PLACES else _("Facility number or name")
            facility = self._field(f"{name}_facility", f"{anchor}_facility", label, change.facility)
        return RowShown(
            country=self._field(name, anchor, _("Country"), change.country.upper()),
            since=self._field(f"{name}_since", f"{anchor}_since", _("First day, if another"), change.since),
            facility=facility,
            options=_with(self.options[kind], change.country.upper()),
        )

    def _field(self, name: str, anchor: str, label: Text, value: str) -> Field:
        return Field(name, anchor, label, value, self.errors.get(anchor, ""))


def _with(options: Sequence[tuple[str, str]], code: str) -> Sequence[tuple[str, str]]:
    """The choices, and first the one that was made although it is none of them, so that it is not lost."""
    if not code or any(code == known for known, _name in options):
        return options
    return [(code, country_name(code) if code in COUNTRIES else code), *options]


def _by_field(problems: Sequence[Problem]) -> dict[str, str]:
    found: dict[str, str] = {}
    for problem in problems:
        found[problem.field] = (
            f"{found[problem.field]} {problem.message}" if problem.field in found else problem.message
        )
    return found


def blank(letter: str) -> Reading:
    """A draft of which nothing was typed yet."""
    return Reading(letter, Typed(), None, ())
