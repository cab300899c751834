"""The plain parts of the rule book, record by record: facilities, regimes, confirmations and the like."""

from collections.abc import Mapping

from roadstead.core.advisory import (
    Citation,
    Confirmation,
    Facility,
    FacilityNumber,
    Gap,
    MissingRows,
    Regime,
    Sanction,
)
from roadstead.rulebook import schema
from roadstead.rulebook.records import Records

Cited = Mapping[str, Citation]


def citation(source: schema.Source) -> Citation:
    """A source as it is cited: by its printed reference, else by its title."""
    return Citation(source.cite or source.title, source.url)


def facilities(records: Records, cited: Cited) -> tuple[Facility, ...]:
    """All facilities, by key."""
    return tuple(_facility(key, filed.record, cited) for key, filed in sorted(records.facilities.items()))


def _facility(key: str, record: schema.FacilityRecord, cited: Cited) -> Facility:
    return Facility(
        key=key,
        country=key[:2],
        name=record.name,
        other_names=record.formerly + record.aliases,
        numbers=tuple(_number(number) for number in record.numbers),
        number_note=record.number_note,
        ports=record.ports,
        offshore=record.offshore,
        sources=tuple(cited[source] for source in record.sources),
        note=record.note,
    )


def _number(number: str | schema.NumberRecord) -> FacilityNumber:
    if isinstance(number, str):
        return FacilityNumber(number, number)
    return FacilityNumber(number.printed, number.normalised, number.certain)


def missing_rows(records: Records, cited: Cited) -> tuple[MissingRows, ...]:
    """All stretches with rows that were not recovered, by country."""
    return tuple(
        MissingRows(
            country=key[:2],
            start=schema.moment(filed.record.start),
            end=schema.optional_moment(filed.record.end),
            settled=filed.record.settled,
            text=filed.record.text,
            citation=cited[filed.record.source],
        )
        for key, filed in sorted(records.missing_rows.items())
    )


def regimes(records: Records, cited: Cited) -> tuple[Regime, ...]:
    """All wordings, by id (their ids begin with the day they start)."""
    return tuple(_regime(key, filed.record, cited) for key, filed in sorted(records.regimes.items()))


def _regime(key: str, record: schema.RegimeRecord, cited: Cited) -> Regime:
    return Regime(
        id=key,
        title=record.title,
        start=schema.moment(record.start),
        start_known=schema.moment(record.known),
        boarding=record.boarding,
        boarding_text=record.boarding_text,
        guards_when_met=record.guards.when_met,
        guards_when_unmet=record.guards.when_unmet,
        guards_text=record.guards.text,
        non_compliance_text=record.non_compliance,
        records_text=record.records,
        citation=cited[record.source],
        confidence=record.confidence,
    )


def confirmations(records: Records, cited: Cited) -> tuple[Confirmation, ...]:
    """All confirmations, by day."""
    found = sorted((filed.record for filed in records.confirmations.values()), key=lambda c: (c.on, c.edition))
    return tuple(
        Confirmation(
            on=record.on,
            known=record.known or record.on,
            edition=record.edition,
            countries=None if record.countries is None else frozenset(record.countries),
            citation=cited[record.source],
        )
        for record in found
    )


def gaps(records: Records) -> tuple[Gap, ...]:
    """All stretches without a recovered printing, by day."""
    found = sorted((filed.record for filed in records.gaps.values()), key=lambda gap: (gap.start, gap.text))
    return tuple(Gap(record.start, record.end, record.text) for record in found)


def sanctions(records: Records, cited: Cited) -> tuple[Sanction, ...]:
    """All rules that outrank conditions of entry, by country."""
    found = (filed.record for _, filed in sorted(records.sanctions.items()))
    return tuple(Sanction(rule.country, rule.since, rule.text, cited[rule.source]) for rule in found)
