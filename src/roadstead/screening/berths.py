"""Berths beside exceptions: each combination that occurs is compared once, by the core's own matching."""

import ibis
import ibis.expr.types as ir


def with_key(calls: ir.Table) -> ir.Table:
    """Listed calls with the key of their berths: texts, never null; the port only where exceptions turn on it."""
    return calls.mutate(
        key_port=ibis.ifelse(calls.by_port.fill_null(False), calls.port.fill_null(""), ""),
        key_facility=calls.facility.fill_null(""),
    )


def asked(keyed: ir.Table) -> ir.Table:
    """The combinations to compare; only where exceptions, or the listing, depend on the berth."""
    rows = keyed.filter(keyed.asks.fill_null(False))
    return rows.select(at_exceptions="exceptions", at_port="key_port", at_facility="key_facility").distinct()


def beside(keyed: ir.Table, answers: ir.Table) -> ir.Table:
    """Listed calls with the codes of `tables.berths`; null where nothing depends on the berth."""
    same = [
        keyed.exceptions == answers.at_exceptions,
        keyed.key_port == answers.at_port,
        keyed.key_facility == answers.at_facility,
    ]
    return keyed.left_join(answers, same).drop("at_exceptions", "at_port", "at_facility")
