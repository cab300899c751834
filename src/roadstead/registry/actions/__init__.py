"""Verbs that write: the loading of reference data."""

from time import perf_counter

from django.db import transaction

from roadstead.common import clock
from roadstead.registry.loading import packages
from roadstead.registry.loading.gather import Gathered, gather
from roadstead.registry.loading.report import LoadReport, from_json
from roadstead.registry.loading.store import store
from roadstead.registry.models import ReferenceLoad


def load_reference_data(*, by: str, force: bool = False) -> LoadReport:
    """Load countries, ports and Captain of the Port zones from the installed packages and our own files.

    `by` says who or what asked for it. If every source, and the loader itself, is as it was at the last loading,
    nothing is written and the report says so, unless `force`. Everything happens in one transaction.

    Raises MissingPackageError if a package with reference data is not installed.
    """
    started = perf_counter()
    digest = packages.digest()
    last = ReferenceLoad.objects.order_by("-pk").first()
    if last is not None and last.digest == digest and not force:
        return from_json(last.report, changed=False, seconds=_since(started))
    with transaction.atomic():
        gathered = gather()
        store(gathered)
        report = _report(gathered, digest, _since(started))
        ReferenceLoad.objects.create(
            digest=digest, loaded_at=clock.now(), by=by, seconds=report.seconds, report=report.as_json()
        )
    return report


def is_current() -> bool:
    """Whether the last loading used the sources as they are now."""
    last = ReferenceLoad.objects.order_by("-pk").first()
    return last is not None and last.digest == packages.digest()


def _since(started: float) -> float:
    return round(perf_counter() - started, 2)


def _report(gathered: Gathered, digest: str, seconds: float) -> LoadReport:
    ports = gathered.ports.values()
    zones = gathered.zones.zones
    return LoadReport(
        changed=True,
        digest=digest,
        seconds=seconds,
        counts={
            "countries": sum(country.kind.value == "country" for country in gathered.countries),
            "withdrawn_codes": sum(country.kind.value == "withdrawn" for country in gathered.countries),
            "landlocked": sum(country.coast.value == "landlocked" for country in gathered.countries),
            "country_names": sum(len(country.names) for country in gathered.countries),
            "ports": len(gathered.ports),
            "ports_with_position": sum(port.placement.position is not None for port in ports),
            "positions_from_unlocode": sum(port.placement.source.value == "unlocode" for port in ports),
            "positions_from_searoute": sum(port.placement.source.value == "searoute" for port in ports),
            "positions_set_by_hand": sum(port.placement.source.value == "authored" for port in ports),
            "port_names": sum(len(port.names) for port in ports),
            "zones": len(zones),
            "ports_in_zones": len({member.locode for zone in zones for member in zone.members}),
        },
        sources=gathered.sources,
        dropped=gathered.dropped,
        conflicts=gathered.conflicts,
    )
