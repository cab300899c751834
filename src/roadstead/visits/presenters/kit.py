"""What somebody has at hand on a visit, on the screen of a phone."""

from collections.abc import Iterable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from roadstead.accounts import officers
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.presenters.people_part import people_reached
from roadstead.files import presenters as files
from roadstead.files.sizes import in_words
from roadstead.visits import isps
from roadstead.visits.models import ChecklistAnswer, NoteOther, Visit, VisitNote
from roadstead.visits.observed_enums import Looked
from roadstead.visits.presenters import observed, recommended
from roadstead.visits.presenters.kit_clock import both_times
from roadstead.visits.queries import agenda, kit
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries import recommended as recommendations

MOST_PEOPLE, MOST_CHECKLISTS = 30, 12
UNKNOWN: dict[str, Any] = {"revision": 0, "others": ""}
FIELDS = ("element", "facility", "text", "remark")
BLANK: dict[str, Any] = {
    **dict.fromkeys(FIELDS, ""),
    "uid": "blank",
    "revisions": dict.fromkeys(FIELDS, 0),
    "who": "",
    "begun_at": None,
    "others": [],
    "clock": "",
    "line": "",
    "pictures": [],
}


def context(visit: Visit, viewer: Viewer) -> dict[str, Any]:
    """What the page wants. The number of queries does not grow with notes, answers or recommendations."""
    last, seen = observations.of_earlier_visit(visit, viewer)
    left = recommendations.with_names(recommendations.left_open_for(visit, viewer))
    near = kit.facilities_of(visit, viewer)
    people = people_reached(viewer, country=visit.country_id)
    limit = in_words(settings.LARGEST_UPLOAD)
    return {
        "visit": visit,
        "name": observed.visit_name(visit),
        "agenda": agenda_of_the_day(visit),
        "team": [_member(one) for one in kit.team_of(visit)],
        "people": people[:MOST_PEOPLE],
        "more_people": len(people[MOST_PEOPLE:]),
        "people_at": f"/desk/people/?country={visit.country_id}",
        "last": last,
        "last_seen": observed.shown(seen, viewer),
        "left": recommended.shown(left, viewer),
        "checklists": checklists(visit, near[:MOST_CHECKLISTS], viewer),
        "looked": Looked.choices,
        "notes": notes(visit, viewer),
        "blank": BLANK,
        "elements": isps.choices(),
        "places": [(str(key), name) for key, name in observed.places(near)],
        "limit": settings.LARGEST_UPLOAD,
        "said_large": _("It has {size}, and at most %(limit)s are taken. It was not sent.") % {"limit": limit},
        "writes": viewer.may(Permission.OBSERVE, country=visit.country_id),
    }


def _member(one: Any) -> dict[str, Any]:
    return {
        "name": one.person.name if one.person else one.name,
        "agency": one.agency,
        "role": one.get_role_display(),
    }


def agenda_of_the_day(visit: Visit) -> list[dict[str, Any]]:
    """The items of today where each takes place; all of them where none is today."""
    held = agenda.agenda_of(visit)
    items = agenda.items_of(held) if held is not None else []
    told = [_item(one) for one in items]
    today = [one for one in told if one["today"]]
    return today or told


def _item(one: Any) -> dict[str, Any]:
    zone = ZoneInfo(one.zone)
    starts = one.starts_at.astimezone(zone) if one.starts_at else None
    return {
        "today": starts is not None and starts.date() == clock.now().astimezone(zone).date(),
        "when": f"{starts:%Y-%m-%d %H:%M}" if starts else "",
        "zone": one.zone,
        "purpose": one.purpose or one.purpose_local,
        "place": one.place,
        "people": one.people,
    }


def checklists(visit: Visit, near: list[Any], viewer: Viewer) -> list[dict[str, Any]]:
    """A checklist for the State and one for each facility, by group, with what was answered."""
    answers = kit.answers_of(visit, viewer)
    told = {key: {"revision": one.revision, "others": said} for key, one, said in _told(answers)}
    return [_checklist(key, name, answers, told) for key, name in ((None, ""), *observed.places(near))]


def answers_told(rows: Iterable[ChecklistAnswer]) -> dict[str, Any]:
    """Answers as a device is told of them, by facility and element."""
    held = {(one.facility_id, one.element): one for one in rows}
    return {
        f"{facility or ''}|{element}": {"looked": one.looked, "revision": one.revision, "others": said}
        for (facility, element), one, said in _told(held)
    }


def _told(answers: dict[Any, ChecklistAnswer]) -> Iterator[tuple[Any, ChecklistAnswer, str]]:
    """Each answer with those that do not stand, in words; one query for all their names, none where there are none."""
    people = {other["by"] for one in answers.values() for other in one.others}
    names = officers.names(people) if people else {}
    for key, one in answers.items():
        said = [
            _("%(who)s: %(looked)s") % {"who": names.get(other["by"], ""), "looked": Looked(other["looked"]).label}
            for other in one.others
        ]
        words = _("Another answer, which came from another device: %(answers)s") % {"answers": "; ".join(said)}
        yield key, one, words if said else ""


def _checklist(facility: int | None, name: str, answers: dict[Any, Any], told: dict[Any, Any]) -> dict[str, Any]:
    groups = []
    for title, found in isps.by_group():
        rows = []
        for one in found:
            held = answers.get((facility, one.code))
            looked = held.looked if held is not None else Looked.NOT_LOOKED_AT.value
            rows.append((one, looked, told.get((facility, one.code), UNKNOWN)))
        groups.append((title, rows))
    return {"facility": facility or "", "name": name, "groups": groups, "tally": kit.tally(answers, facility)}


def notes(visit: Visit, viewer: Viewer) -> list[dict[str, Any]]:
    """The notes with what was put aside, and the revision of each field, which a device sends back."""
    held = kit.notes_of(visit, viewer)
    others = kit.others_of(held)
    return [_note(one, others.get(one.pk, []), viewer) for one in held]


def note_told(note: VisitNote, aside: Iterable[str]) -> dict[str, Any]:
    """A note as a device is told of it: what stands, the revision of each field, and the wordings beside it."""
    others = kit.others_of([note]).get(note.pk, [])
    told = {"values": values(note), "revisions": revisions(note), "aside": list(aside)}
    return told | {"others": [wording(one) for one in others]}


def wording(other: NoteOther) -> dict[str, str]:
    """What somebody else typed into the same field."""
    words = {"who": other.by.name, "when": f"{other.at:%Y-%m-%d %H:%M}"}
    return {"said": _("Another wording, by %(who)s at %(when)s UTC, kept beside it:") % words, "value": other.value}


def _note(one: VisitNote, others: list[Any], viewer: Viewer) -> dict[str, Any]:
    return {
        "line": observed.cut(one.text),
        "clock": both_times(one.stamps.values()),
        "uid": str(one.uid),
        "text": one.text,
        "remark": one.remark,
        "element": one.element,
        "facility": str(one.facility_id or ""),
        "revisions": revisions(one),
        "who": one.begun_by.name,
        "begun_at": one.begun_at,
        "device_at": one.device_at,
        "others": [wording(other) for other in others],
        "pictures": files.rows(one, viewer),
    }


def revisions(note: VisitNote) -> dict[str, int]:
    """The revision of each field of a note; 0 where nothing was typed yet."""
    return {name: note.stamps.get(name, {}).get("revision", 0) for name in FIELDS}


def values(note: VisitNote) -> dict[str, str]:
    """The fields of a note as they stand."""
    return {"element": note.element, "facility": str(note.facility_id or ""), "text": note.text, "remark": note.remark}
