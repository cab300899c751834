"""What the demonstration enters in the register: by the hundred, held to the same rules as what a person enters."""

from collections.abc import Mapping, Sequence
from typing import IO, Any

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facility_importing import import_facilities
from roadstead.registry.actions.facility_reading import read_facilities
from roadstead.registry.actions.facility_shape import checked, put
from roadstead.registry.actions.keeping import must_keep
from roadstead.registry.actions.organisation_shape import Particulars, written
from roadstead.registry.events import MarkSet
from roadstead.registry.facility_import_events import FacilitiesInvented
from roadstead.registry.models import Facility, Organisation
from roadstead.registry.organisation_events import OrganisationWritten
from roadstead.registry.reach import person_of

AT_ONCE = 500  # rows
UNSHARED = "as written; not shared yet"
SHARED = "the State knows its own authorities"
Said = Mapping[str, Mapping[str, Any]]  # by the number of a facility: fields and their values


@action
def invent_organisations(*, entries: Sequence[tuple[Particulars, str, bool]], by: Viewer) -> int:
    """Enter organisations that are not there yet; how many. Each: what is written, what it is part of, whether shared.

    What it is part of is the name of one of the same country. Raises PermissionDenied; RegisterError.
    """
    wanted = [(one.checked(), above, shared) for one, above, shared in entries]
    for country in {one.country for one, _above, _shared in wanted}:
        must_keep(by, country)
    rows = Organisation.objects.visible_to(by).filter(country__in={one.country for one, *_rest in wanted})
    keys: dict[tuple[Any, str], int] = {
        (code, name): pk for code, name, pk in rows.values_list("country", "name", "pk")
    }
    new = [one for one in wanted if (one[0].country, one[0].name) not in keys]
    for whole in (True, False):  # what others are part of comes before them
        some = [one for one in new if (not one[1]) == whole]
        made = Organisation.objects.bulk_create([_organisation(one, keys, by) for one in some])
        keys |= {(one.country_id, one.name): one.pk for one in made}
        _share_organisations(made, by)
    if not new:
        unchanged()
    return len(new)


@action
def invent_facilities(*, file: IO[bytes], name: str, said: Said, by: Viewer) -> int:
    """Take a file of made-up facilities over, and say of each what no export says; how many there are.

    They are as of another source from then on, which no later export takes for its own. said: {number: {field: value}}.
    Raises PermissionDenied; RegisterError.
    """
    read = read_facilities(stream=file, file_name=name, by=by)
    imported = import_facilities(imported=read, by=by)
    numbers, count = list(said), 0
    for begins in range(0, len(numbers), AT_ONCE):
        rows = Facility.objects.visible_to(by).filter(number__in=numbers[begins : begins + AT_ONCE])
        count += _fill(list(rows), said, by)
    record(FacilitiesInvented(count=count), subject=imported, by=by)
    return count


def _fill(rows: list[Facility], said: Said, by: Viewer) -> int:
    columns = {one for row in rows for one in put(row, checked(said[str(row.number)], row, by))}
    if columns:
        # An upsert, by which many columns of many rows are one statement.
        Facility.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["id"], update_fields=sorted(columns)
        )  # fmt: skip
    return len(rows)


def _organisation(entry: tuple[Particulars, str, bool], keys: Mapping[tuple[Any, str], int], by: Viewer) -> Any:
    new, above, shared = entry
    return Organisation(
        **{**written(new), "parent_id": keys.get((new.country, above))},
        mark=Mark.PARTNER if shared else Mark.PROGRAMME,
        mark_reason=SHARED if shared else UNSHARED,
        marked_by_id=person_of(by),
        marked_at=clock.now(),
    )


def _share_organisations(made: Sequence[Any], by: Viewer) -> None:
    """Name the States of those that are shared, and record each entry."""
    links = Organisation.states.through
    shared = [one for one in made if one.mark == Mark.PARTNER]
    links._default_manager.bulk_create(links(organisation_id=one.pk, country_id=one.country_id) for one in shared)
    for one in made:
        record(OrganisationWritten(kind=str(one.kind), country=one.country_id or ""), subject=one, by=by)
    for one in shared:
        by.must(Permission.RELEASE_INFORMATION, country=one.country_id)
        record(told(one.country_id), subject=one, by=by)


def told(state: str) -> MarkSet:
    """The event of an entry that is shared with its own State from the beginning."""
    none: dict[str, Any] = {"old_states": [], "old_people": [], "new_people": []}
    return MarkSet(old=Mark.PROGRAMME.value, new=Mark.PARTNER.value, new_states=[state], why=SHARED, **none)
