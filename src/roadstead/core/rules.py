"""Rules as frozen values: one statement that every reader reads.

A rule names fields of a call (`core.facts.CallFacts`) and tables of the advisory; it holds no code.
The judge turns a rule into a function for one call with `reader`; a batch engine may turn the same
value into a column expression. A reader that does not know a node must refuse it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction, disjunction, negate

Reader = Callable[[Any], Truth]
VoyageReader = Callable[[Sequence[Any]], Truth]
Table = Callable[..., Truth]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every rule holds."""

    rules: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one rule holds."""

    rules: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The rule does not hold."""

    rule: "Rule"


@dataclass(frozen=True, slots=True)
class Possible:
    """The rule holds, or nobody can say that it does not (unknown counts as yes)."""

    rule: "Rule"


@dataclass(frozen=True, slots=True)
class In:
    """A field's value is one of `values`; of `doubtful` values no source says; None is unknown."""

    field: str
    values: frozenset[str]
    doubtful: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NotAfter:
    """One moment of the call is not after another."""

    field: str
    other: str


@dataclass(frozen=True, slots=True)
class AtMost:
    """A number known between two bounds is at most `limit`."""

    low: str
    high: str
    limit: int


@dataclass(frozen=True, slots=True)
class InTable:
    """A table of the advisory says so for these fields of the call."""

    table: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the call that is itself yes, no or unknown, by its field."""

    field: str


@dataclass(frozen=True, slots=True)
class Holds:
    """A step judged before, by its name, holds."""

    step: str


Rule = AllOf | AnyOf | Not | Possible | In | NotAfter | AtMost | InTable | Fact | Holds


@dataclass(frozen=True, slots=True)
class AnyCall:
    """Of a whole voyage: the step holds for at least one call."""

    step: str


@dataclass(frozen=True, slots=True)
class EveryCall:
    """Of a whole voyage: the step holds for every call."""

    step: str


VoyageRule = AnyCall | EveryCall


def fails_with(rule: Rule, step: str) -> bool:
    """Whether the rule is surely no once an earlier step is: it asks for that step among others."""
    asked = (Holds(step), Possible(Holds(step)))
    return rule in asked or (isinstance(rule, AllOf) and any(part in asked for part in rule.rules))


def reader(rule: Rule, tables: Mapping[str, Table]) -> Reader:
    """A function that answers the rule for one call.

    Raises TypeError for a node that is no rule and KeyError for a table that is not there.
    """
    match rule:
        case AllOf(rules):
            return _all([reader(part, tables) for part in rules])
        case AnyOf(rules):
            return _any([reader(part, tables) for part in rules])
        case Not(part):
            return _not(part, tables)
        case Possible(part):
            return _possible(reader(part, tables))
        case In():
            return _in(rule)
        case NotAfter():
            return _not_after(rule)
        case AtMost():
            return _at_most(rule)
        case InTable(table, fields):
            return _in_table(tables[table], fields)
        case Fact(name) | Holds(name):
            return attrgetter(name)
        case _:
            raise TypeError(f"{rule!r} is no rule that the judge can read")


def voyage_reader(rule: VoyageRule) -> VoyageReader:
    """A function that answers the rule for the calls of one voyage. Raises TypeError for what is no such rule."""
    match rule:
        case AnyCall(step):
            value_of = attrgetter(step)
            return lambda calls: disjunction([value_of(call) for call in calls])
        case EveryCall(step):
            value_of = attrgetter(step)
            return lambda calls: conjunction([value_of(call) for call in calls])
        case _:
            raise TypeError(f"{rule!r} is no rule of a voyage that the judge can read")


def _not(part: Rule, tables: Mapping[str, Table]) -> Reader:
    if isinstance(part, In):
        return _in(part, yes=NO, no=YES)
    inner = reader(part, tables)
    return lambda facts: negate(inner(facts))


def _all(readers: list[Reader]) -> Reader:
    # Written out, not as `conjunction(...)`: this loop runs for every step of every call.
    def read(facts: Any) -> Truth:
        answer = YES
        for part in readers:
            value = part(facts)
            if value is NO:
                return NO
            if value is UNKNOWN:
                answer = UNKNOWN
        return answer

    return read


def _any(readers: list[Reader]) -> Reader:
    return lambda facts: disjunction(read(facts) for read in readers)


def _possible(inner: Reader) -> Reader:
    return lambda facts: NO if inner(facts) is NO else YES


def _in(rule: In, yes: Truth = YES, no: Truth = NO) -> Reader:
    value_of, values, doubtful = attrgetter(rule.field), rule.values, rule.doubtful

    def read(facts: Any) -> Truth:
        value = value_of(facts)
        if value in values:
            return yes
        return UNKNOWN if value is None or value in doubtful else no

    return read


def _not_after(rule: NotAfter) -> Reader:
    first, second = attrgetter(rule.field), attrgetter(rule.other)
    return lambda facts: YES if first(facts) <= second(facts) else NO


def _at_most(rule: AtMost) -> Reader:
    low_of, high_of, limit = attrgetter(rule.low), attrgetter(rule.high), rule.limit

    def read(facts: Any) -> Truth:
        if high_of(facts) <= limit:
            return YES
        return NO if low_of(facts) > limit else UNKNOWN

    return read


def _in_table(table: Table, fields: tuple[str, ...]) -> Reader:
    if len(fields) == 1:
        only = attrgetter(fields[0])
        return lambda facts: table(only(facts))
    values_of = attrgetter(*fields)
    return lambda facts: table(*values_of(facts))
