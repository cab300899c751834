"""Rules as column expressions. Truth is a nullable boolean column: SQL's own logic is Kleene's, null is unknown.

The rules are those of `core.conditions`; nothing is stated a second time here. A rule, a field or a table that
this reader does not know is refused when the expression is made, before any row is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from roadstead.core.rules import (
    AllOf,
    AnyCall,
    AnyOf,
    AtMost,
    EveryCall,
    Fact,
    Holds,
    In,
    InTable,
    Not,
    NotAfter,
    Possible,
    Rule,
    VoyageRule,
)
from roadstead.screening.errors import ScreeningError

UNKNOWN = ibis.null("boolean")


@dataclass(frozen=True, slots=True)
class Answers:
    """A table of the advisory that was joined to the calls: the fields it was joined by, and its column of answers."""

    fields: tuple[str, ...]
    column: ir.BooleanValue


class Compiler:
    """Turns rules into expressions over the columns of one table of calls.

    fields: each field that a rule may name, as a column. tables: each table that a rule may ask. steps: those
    judged before.
    """

    def __init__(
        self, fields: Mapping[str, ir.Value], tables: Mapping[str, Answers], steps: Mapping[str, ir.BooleanValue]
    ) -> None:
        self.fields = fields
        self.tables = tables
        self.steps = steps

    def column(self, rule: Rule) -> ir.BooleanValue:
        """The rule as a nullable boolean column. Raises ScreeningError for what cannot be compiled."""
        match rule:
            case AllOf(rules):
                return ibis.and_(*[self.column(part) for part in rules])
            case AnyOf(rules):
                return ibis.or_(*[self.column(part) for part in rules])
            case Not(part):
                return negated(self.column(part))
            case Possible(part):
                return self.column(part).fill_null(True)
            case Holds(step):
                return self._named(self.steps, step, "step")
            case _:
                return self._leaf(rule)

    def _leaf(self, rule: Rule) -> ir.BooleanValue:
        match rule:
            case In(field, values, doubtful):
                return self._in(self._field(field), values, doubtful)
            case NotAfter(field, other):
                return self._field(field) <= self._field(other)
            case AtMost(low, high, limit):
                sure, never = self._field(high) <= limit, self._field(low) > limit
                return ibis.cases((sure, True), (never, False), else_=UNKNOWN)
            case InTable(table, fields):
                return self._table(table, fields)
            case Fact(field):
                return self._field(field)
            case _:
                raise ScreeningError(f"{rule!r} is a rule that batch screening cannot read; it was not screened.")

    def _in(self, value: ir.Value, values: frozenset[str], doubtful: frozenset[str]) -> ir.BooleanValue:
        if not doubtful:
            return value.isin(sorted(values)) if values else ibis.ifelse(value.isnull(), UNKNOWN, False)
        open_ = value.isin(sorted(doubtful)) | value.isnull()
        return ibis.cases((value.isin(sorted(values)), True), (open_, UNKNOWN), else_=False)

    def _field(self, name: str) -> ir.Value:
        return self._named(self.fields, name, "field")

    def _table(self, name: str, fields: tuple[str, ...]) -> ir.BooleanValue:
        found = self._named(self.tables, name, "table")
        if found.fields != fields:
            raise ScreeningError(
                f"A rule asks the table “{name}” by {fields}; batch screening joins it by {found.fields}."
            )
        return found.column

    @staticmethod
    def _named(known: Mapping[str, object], name: str, what: str) -> ir.Value:
        if name not in known:
            raise ScreeningError(f"A rule names the {what} “{name}”, which batch screening does not have.")
        return known[name]


def negated(column: ir.BooleanValue) -> ir.BooleanValue:
    """Not. “or false” changes nothing but makes Ibis write brackets: its “NOT x IS NULL” is not what it says."""
    return ~column | ibis.literal(False)


def of_voyage(rule: VoyageRule, steps: Mapping[str, ir.BooleanColumn]) -> ir.BooleanScalar:
    """A rule of the whole voyage as an aggregate over its calls; of no calls as the judge has it."""
    match rule:
        case AnyCall(step):
            return _any(steps[step])
        case EveryCall(step):
            return negated(_any(negated(steps[step])))
        case _:
            raise ScreeningError(f"{rule!r} is a rule that batch screening cannot read; it was not screened.")


def _any(column: ir.BooleanColumn) -> ir.BooleanScalar:
    """SQL's own any() passes over nulls; one unknown must spoil a no."""
    unclear = ibis.ifelse(column.isnull().any(), UNKNOWN, False)
    return ibis.ifelse(column.any().fill_null(False), True, unclear)
