"""The agenda of a visit as pages show it, to either side; and the part of it that the workspace of a visit shows."""

from itertools import groupby
from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_parties import OVER, side_of
from roadstead.visits.agenda import snapshots
from roadstead.visits.agenda.countries import country
from roadstead.visits.agenda.words import Words
from roadstead.visits.agenda_enums import Block, Side
from roadstead.visits.enums import VisitState
from roadstead.visits.presenters.agenda_items import item_shown, moment_in_both
from roadstead.visits.queries import agenda as queries
from roadstead.visits.queries import agenda_links


def agenda_shown(
    visit: Any, agenda: Any, words: Words, *, side: str, person: int | None, link: Any = None
) -> dict[str, Any]:
    """Everything that the page of an agenda says. side: of who looks, "" for who only reads; words: of the agenda."""
    rows, held = in_order(queries.items_of(agenda)), queries.acceptances_of(agenda)
    look = agenda_links.look_of(agenda, person=person, link=link) if person or link else None
    marks, gone = _changes(agenda, look)
    shown = [item_shown(row, n, held, side, marks.get(str(row.uid)), words) for n, row in enumerate(rows, start=1)]
    of_block = {row.pk: row.block for row in rows}
    open_of = {one.value: sum((row.pk, one.value) not in held for row in rows) for one in Side}
    newest = queries.version_of(agenda, agenda.version)
    agreed = agreement(agenda)
    return {
        "visit": visit,
        "agenda": agenda,
        "words": words,
        "country": country(visit.country_id, visit.country.name, words["title"].language),
        "state": words[f"state_{visit.state}"],
        "blocks": [
            (block, words[block], _days(one for one in shown if of_block[one.pk] == block))
            for block in Block.of(visit.kind)
        ],
        "until": moment_in_both(link.expires_at, words) if link else "",
        "was_agreed_on": moment_in_both(agreed["was_agreed"].at, words) if agreed["was_agreed"] else "",
        "looked": look is not None,
        "looked_at": look.version if look else 0,
        "changes": len([one for one in shown if one.mark]) + len(gone) if look else 0,
        "gone": gone,
        "open_mine": open_of.get(side, 0),
        "open_other": open_of[Side(side).other] if side else 0,
        "open_all": sum(open_of.values()),
        "digest": newest.digest if newest else "",
        "side": side,
        "over": VisitState(visit.state) in OVER,
        "sides": [
            (words[one.value].capital, who) for one, (_label, who) in zip(Side, agreed["agreements"], strict=True)
        ],
    } | agreed


def agreement(agenda: Any) -> dict[str, Any]:
    """Who agreed the whole as it stands, for each side; and the agreement that is void by now, if there was one."""
    held = queries.agreements_of(agenda)
    return {
        "agreements": [(str(one.label), held.get(one.value)) for one in Side],
        "agreed_by": set(held),
        "all_agreed": held.keys() == set(Side.values),
        "was_agreed": None if held else queries.ever_agreed(agenda),
    }


def in_order(rows: list[Any]) -> list[Any]:
    """Items in the order of blocks and times; those without a time last, as they were written."""
    blocks = {block: number for number, block in enumerate(Block.values)}
    return sorted(
        rows,
        key=lambda row: (
            blocks[row.block],
            row.starts_at is None,
            row.starts_at.timestamp() if row.starts_at else 0,
            row.position,
            row.pk,
        ),
    )


def agenda_summary(visit: Any, viewer: Viewer) -> dict[str, Any]:
    """What the workspace of a visit says of its agenda: `templates/visits/agenda/part.html` shows it.

    agenda None: it was not begun. `visit` was read for the viewer.
    """
    agenda = queries.agenda_of(visit)
    side = side_of(visit, viewer) or ""
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    base = f"/{face}/visits/{visit.pk}/agenda/"
    said: dict[str, Any] = {"agenda": agenda, "agenda_url": base, "agenda_side": side}
    if agenda is None:
        return said
    rows, held = queries.items_of(agenda), queries.acceptances_of(agenda)
    counts = [
        (str(block.label), sum(1 for row in rows if row.block == block), _accepted(rows, held, block))
        for block in Block.of(visit.kind)
    ]
    return said | {"agenda_blocks": counts, "agenda_items": len(rows)} | agreement(agenda)


def _accepted(rows: list[Any], held: Any, block: Block) -> int:
    """How many items of a block both sides accepted."""
    return sum(1 for row in rows if row.block == block and all((row.pk, side) in held for side in Side.values))


def _days(shown: Any) -> list[tuple[Any, list[Any]]]:
    return [(day, list(items)) for day, items in groupby(shown, key=lambda one: one.day)]


def _changes(agenda: Any, look: Any) -> tuple[dict[str, Any], list[str]]:
    """What became of items since somebody last looked, and the purposes of those that are gone."""
    if look is None or look.version >= agenda.version:
        return {}, []
    seen = queries.version_of(agenda, look.version)
    now = queries.version_of(agenda, agenda.version)
    if seen is None or now is None:
        return {}, []
    found = snapshots.differences(seen.snapshot, now.snapshot)
    before = {one["uid"]: one for one in seen.snapshot["items"]}
    gone = [before[uid] for uid, (kind, _fields) in found.items() if kind == snapshots.WITHDRAWN]
    return found, [one["purpose"] or one["purpose_local"] for one in gone]
