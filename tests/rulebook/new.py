"""An edition to publish, invented and marked so."""

from datetime import date
from typing import Any

from roadstead.rulebook import schema
from roadstead.rulebook.publishing import NewEdition

TODAY = date(2026, 12, 1)
ID = "2026-12-15-psa-9-26"
SOURCE = schema.Source(title="Invented notice of a test", url="https://example.org/notice", kind="invented")
JETTY = schema.FacilityRecord(name="Invented Jetty of Lagos", sources=("ours",), numbers=("NGLOS-9999",))
LIST_KENYA = schema.ListCountries(countries=("KE",))


def record(**changes: Any) -> schema.EditionRecord:
    """An edition that lists Kenya and excepts a new jetty in Nigeria, changed as asked."""
    values: dict[str, Any] = {
        "title": "Invented: Kenya listed",
        "psa": schema.Psa(number="9-26"),
        "known": TODAY,
        "effective": date(2026, 12, 15),
        "effective_basis": "arrival_in_us",
        "confidence": "high",
        "sources": ("ours",),
        "changes": (LIST_KENYA, schema.ExceptFacilities(facilities=("NG-JETTY",))),
    }
    return schema.EditionRecord(**{**values, **changes})


def edition(id_: str = ID, **changes: Any) -> NewEdition:
    """The same with what it needs: a source, a facility of a country that ships with the package, a name."""
    parts: dict[str, Any] = {
        "new_sources": {"ours": SOURCE},
        "facilities": {"NG-JETTY": JETTY},
        "countries": {"KE": ("Kenya", "Republic of Kenya")},
    }
    parts = {name: changes.pop(name, value) for name, value in parts.items()}
    return NewEdition(id=id_, sources=parts.pop("new_sources"), record=record(**changes), **parts)


def later(id_: str, *changes: schema.AnyChange, number: str = "10-26", **more: Any) -> NewEdition:
    """A following edition that needs nothing new but its source."""
    values = {"known": date(2026, 12, 20), "effective": date(2027, 1, 5), "sources": ("ours",), **more}
    new = record(psa=schema.Psa(number=number), changes=changes, **values)
    return NewEdition(id=id_, record=new)
