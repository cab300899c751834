"""From checked records to the values the judge reads; here records are checked against each other."""

from collections.abc import Mapping

from roadstead.core.advisory import Citation, Conflict, Duty, Edition, Listing, PlaceListing, RuleBook
from roadstead.core.advisory import ExceptionSpell as Spell
from roadstead.rulebook import values
from roadstead.rulebook.check import check_confirmations, check_countries, check_sources
from roadstead.rulebook.digest import with_digest
from roadstead.rulebook.ledger import Event
from roadstead.rulebook.policy import policy
from roadstead.rulebook.records import Records
from roadstead.rulebook.replay import order, replay
from roadstead.rulebook.schema import EditionRecord, moment, optional_moment


def rule_book(records: Records) -> RuleBook:
    """Everything in one value, each part in one order whatever the order of the files.

    Raises RuleBookError where a record names a source, country, facility or edition that is not
    there, where editions contradict each other, or where a printed list differs from the replay.
    """
    check_sources(records)
    cited = {key: values.citation(filed.record) for key, filed in records.sources.items()}
    events = sorted((_event(key, records, cited) for key in records.editions), key=order)
    played = replay(events, {key: key[:2] for key in records.facilities}, cited)
    check_countries(records, played.listings)
    check_confirmations(records, played.after)
    place = {event.id: number for number, event in enumerate(events)}

    def listing_order(spell: Listing) -> tuple[str, str, int, str]:
        single = spell.place if isinstance(spell, PlaceListing) else ""
        return spell.country, spell.kind, place[spell.opened_by], single

    def exception_order(spell: Spell) -> tuple[str, int]:
        return spell.facility, place[spell.opened_by]

    return with_digest(
        RuleBook(
            digest="",
            editions=tuple(_edition(event, cited) for event in events),
            listings=tuple(sorted(played.listings, key=listing_order)),
            exceptions=tuple(sorted(played.exceptions, key=exception_order)),
            facilities=values.facilities(records, cited),
            missing_rows=values.missing_rows(records, cited),
            duties=tuple(Duty(key, f.record.text, f.record.hint) for key, f in sorted(records.duties.items())),
            regimes=values.regimes(records, cited),
            confirmations=values.confirmations(records, cited),
            gaps=values.gaps(records),
            sanctions=values.sanctions(records, cited),
            policy=policy(records.points, cited),
            country_names=tuple((key, filed.record) for key, filed in sorted(records.countries.items())),
        )
    )


def _event(key: str, records: Records, cited: Mapping[str, Citation]) -> Event:
    filed = records.editions[key]
    return Event(key, filed.file, filed.record, _edition_citation(filed.record, cited))


def _edition_citation(record: EditionRecord, cited: Mapping[str, Citation]) -> Citation:
    """The notice where there is one, else the printed number, else the title of the first source."""
    first = cited[record.sources[0]]
    if record.federal_register:
        return Citation(record.federal_register.cite, first.url)
    if record.psa and record.psa.status == "printed":
        return Citation(f"PSA {record.psa.number}", first.url)
    return first


def _edition(event: Event, cited: Mapping[str, Citation]) -> Edition:
    record = event.record
    notice = record.federal_register
    return Edition(
        id=event.id,
        psa=record.psa.number if record.psa else None,
        psa_status=record.psa.status if record.psa else "none",
        kind=record.kind,
        title=record.title,
        known=moment(record.known),
        effective=optional_moment(record.effective),
        effective_basis=record.effective_basis,
        issued_on=record.issued_on,
        published_on=notice.published_on if notice else None,
        confidence=record.confidence,
        citation=event.citation,
        sources=tuple(cited[key] for key in record.sources),
        legal_basis=record.legal_basis,
        docket=notice.docket if notice else None,
        finding_on=record.finding_on,
        notified_on=record.notified_on,
        notes=record.notes,
        conflicts=tuple(Conflict(c.field, c.kept, c.rejected, cited[c.source], c.why) for c in record.conflicts),
    )
