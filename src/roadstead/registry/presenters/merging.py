"""Two entries side by side, and a merge that was made, as pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.accounts import queries as accounts
from roadstead.accounts.roles import Role
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry import followers
from roadstead.registry.actions.merging_back import undoable
from roadstead.registry.actions.merging_preview import CHOSEN, KEPT, MERGED, Preview
from roadstead.registry.enums import Answer
from roadstead.registry.facility_fields import LABELS, as_plain, said
from roadstead.registry.loading.positions import distance_nm
from roadstead.registry.loading.unlocode import Position
from roadstead.registry.models import Facility, Merger
from roadstead.registry.presenters.marked import label
from roadstead.registry.queries.facilities import (
    FacilitiesAsked,
    facilities,
    facilities_by_key,
    find_facilities,
    with_names,
)
from roadstead.registry.queries.facility_imports import imported_changes
from roadstead.registry.queries.mergers import mergers_of
from roadstead.registry.queries.organisations import organisation_names
from roadstead.registry.queries.reconcil_entries import best, load
from roadstead.registry.reach import Reach

WORDS: dict[str, str | Promise] = {"position": gettext_lazy("position"), "source": gettext_lazy("source and its day")}
MOST = 10
LIKE_ENOUGH = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A field of both: its key, label, and what each says; chosen: what was sent, kept or merged; wrong: an error."""

    key: str
    label: Any
    kept: str
    merged: str
    chosen: str = ""
    wrong: str = ""


def labels(look: Preview) -> dict[str, Any]:
    """The words for the choices to make."""
    return {key: WORDS.get(key) or LABELS[key] for key in look.differ}


def rows(keys: Sequence[str], kept: Facility, merged: Facility, viewer: Viewer, form: Any = None) -> list[Row]:
    """Fields side by side."""
    values = [_values(one, viewer) for one in (kept, merged)]
    chosen = form.chosen(keys) if form is not None else {}
    errors = form.errors if form is not None else {}
    return [
        Row(
            key,
            WORDS.get(key) or LABELS[key],
            values[0][key],
            values[1][key],
            chosen.get(key, ""),
            " ".join(errors.get(f"take_{key}", [])),
        )
        for key in keys
    ]


def comparison(
    kept: Facility, merged: Facility, look: Preview, viewer: Viewer, form: Any, *, marks_known: bool
) -> dict[str, Any]:
    """What the page of a merge to be wants. marks_known: where only one of them says something, that is marked."""
    same = [key for key in CHOSEN if key not in look.differ]
    differing = rows(look.differ, kept, merged, viewer, form)
    if marks_known:
        differing = [replace(row, chosen=row.chosen or _known(row)) for row in differing]
    return {
        "kept": kept,
        "merged": merged,
        "marks": (label(kept), label(merged)),
        "differing": differing,
        "one_sided": sum(bool(_known(row)) for row in differing),
        "follows": [one for one in look.follows if one[1] or one[2]],
        "alike": [row for row in rows(same, kept, merged, viewer) if row.kept != said("", None)],
        "look": look,
        "notes": list(_notes(kept, merged, look)),
        "form": form,
    }


def _known(row: Row) -> str:
    """Which of the two says something where the other does not; "" where both do."""
    silent = {said("", None), str(Answer.UNKNOWN.label)}
    if (row.kept in silent) == (row.merged in silent):
        return ""
    return MERGED if row.kept in silent else KEPT


def _notes(kept: Facility, merged: Facility, look: Preview) -> Any:
    """What else one should know before merging."""
    if kept.mark != merged.mark or kept.mark != look.reach.mark:
        yield _("They are marked differently; the stricter holds: %(mark)s.") % {"mark": _reach(look.reach)}
    away = _away(kept, merged)
    if away is not None and away >= 1:
        yield _("Their positions lie %(miles)s nautical miles apart.") % {"miles": round(away)}
    if merged.number:
        people = accounts.holders(Role.FACILITY, ScopeKind.FACILITY.value, merged.number).count()
        if people:
            said_so = ngettext(
                "The role of %(count)s person names %(number)s; it reaches the entry kept from then on.",
                "The roles of %(count)s people name %(number)s; they reach the entry kept from then on.",
                people,
            )
            yield said_so % {"count": people, "number": merged.number}
        imported = imported_changes(merged).count()
        if imported:
            brought = ngettext(
                "%(count)s row of an import is shown with the entry kept from then on.",
                "%(count)s rows of imports are shown with the entry kept from then on.",
                imported,
            )
            yield brought % {"count": imported}
    if merged.number and kept.number:
        yield _(
            "The number that is not chosen stays with the other entry; a row of an import with it is not taken over."
        )


def made(row: Merger, viewer: Viewer) -> dict[str, Any]:
    """What the page of a merge that was made wants."""
    both = facilities_by_key([row.kept_id, row.merged_id], viewer)
    stands, against = undoable(row, viewer)
    before, after = row.before["kept"]["fields"], row.before["after"]["kept"]["fields"]
    changed = [
        Row(name, LABELS[name], said(name, before[name]), said(name, after[name]))
        for name in after
        if before[name] != after[name]
    ]
    every = followers.FOLLOWERS
    moved = [(every[key].word, every[key].seen(keys, viewer)) for key, keys in row.moved.items() if key in every]
    context = {"row": row, "kept": both[row.kept_id], "merged": both[row.merged_id], "changed": changed}
    return context | {"moved": [one for one in moved if one[1]], "stands": stands, "against": against}


def merged_into(one: Facility, viewer: Viewer) -> list[tuple[Merger, Facility | None]]:
    """What was merged into an entry, with the entries as far as a viewer may read them."""
    found = list(mergers_of(one))
    both = facilities_by_key([row.merged_id for row in found], viewer)
    return [(row, both.get(row.merged_id)) for row in found]


def to_choose(one: Facility, text: str, viewer: Viewer) -> list[tuple[Facility, int]]:
    """The entries of the country with which one may be merged: those found by words, or those called alike."""
    entries = load(viewer, [one.country_id])
    here = entries.by_key.get(one.pk)
    if text:
        found = find_facilities(facilities(viewer).filter(country=one.country_id), FacilitiesAsked(text=text))
        return [(each, 0) for each in with_names(found.exclude(pk=one.pk))[:MOST]]
    scores = {each.pk: best(here.folded, each) for each in entries if each.pk != one.pk} if here else {}
    keys = sorted((pk for pk, score in scores.items() if score >= LIKE_ENOUGH), key=lambda pk: (-scores[pk], pk))[:MOST]
    by_key = facilities_by_key(keys, viewer)
    return [(by_key[pk], scores[pk]) for pk in keys]


def _values(one: Facility, viewer: Viewer) -> Mapping[str, str]:
    """What an entry says, by choice, in words."""
    plain = as_plain(one, LABELS)
    found = {name: said(name, value) for name, value in plain.items()}
    if one.operator_id:
        found["operator"] = organisation_names({one.operator_id}, viewer).get(one.operator_id, found["operator"])
    if one.latitude is not None:
        found["position"] = f"{one.latitude}, {one.longitude}"
    else:
        found["position"] = said("latitude", None)
    if plain["as_of"]:
        found["source"] = f"{found['source']}, {found['as_of']}"
    return found


def _reach(reach: Reach) -> str:
    return f"{reach.mark.label} ({', '.join(sorted(reach.states))})" if reach.states else str(reach.mark.label)


def _away(kept: Facility, merged: Facility) -> float | None:
    places = [
        Position(float(one.latitude), float(one.longitude))
        for one in (kept, merged)
        if one.latitude is not None and one.longitude is not None
    ]
    return distance_nm(*places) if len(places) == 2 else None
