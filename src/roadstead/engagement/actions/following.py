"""What goes from one entry of a person to the other, and back: called inside of joining and parting."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.following_dealings import move_dealings, move_dealings_back
from roadstead.engagement.enums import Consent
from roadstead.engagement.models import Contact, ContactPoint, Position
from roadstead.files import actions as files

FILLED = ("local_name", "country_id", "languages", "note")  # taken from the other entry where this one has none
SAME_PART = ("organisation_id", "facility_id", "kind", "valid_from", "valid_until")


def fills(kept: Any, merged: Any) -> list[str]:
    """The fields that the entry kept would take from the other."""
    found = [name for name in FILLED if not getattr(kept, name) and getattr(merged, name)]
    if kept.consent == Consent.UNKNOWN != merged.consent:
        found += ["consent", "consent_on"]
    if merged.consent == Consent.REFUSED and "consent" not in found and kept.consent != Consent.REFUSED:
        found += ["consent", "consent_on"]  # who refused once has refused
    if merged.last_contact_on and (kept.last_contact_on is None or kept.last_contact_on < merged.last_contact_on):
        found.append("last_contact_on")
    return found


def fill(kept: Any, merged: Any) -> dict[str, Any]:
    """Take them over. Returns {field: [before, after]}, as JSON has it."""
    changed = {name: (getattr(kept, name), getattr(merged, name)) for name in fills(kept, merged)}
    for name, (_old, new) in changed.items():
        setattr(kept, name, new)
    kept.revision += 1
    kept.save(update_fields=[*(name.removesuffix("_id") for name in changed), "revision"])
    return {name: [_plain(old), _plain(new)] for name, (old, new) in changed.items()}


def unfill(kept: Any, before: Mapping[str, Any]) -> None:
    """Take out again what was taken over, where nobody has changed it since."""
    names = [name for name, (_old, new) in before.items() if _plain(getattr(kept, name)) == new]
    for name in names:
        old = before[name][0]
        setattr(kept, name, date.fromisoformat(old) if old and name.endswith("_on") else old)
    kept.revision += 1
    kept.save(update_fields=[*(name.removesuffix("_id") for name in names), "revision"])


def count_points(kept: Contact, merged: Contact) -> tuple[int, int]:
    """How many points would follow, and how many stay because the other has them."""
    moving = len(_new_points(kept, merged))
    return moving, ContactPoint.objects.filter(contact=merged).stated().count() - moving


def count_positions(kept: Contact, merged: Contact) -> tuple[int, int]:
    """How many parts would follow, and how many stay because the other has the very same."""
    moving = len(_new_positions(kept, merged))
    return moving, Position.objects.filter(contact=merged).stated().count() - moving


def move(kept: Contact, merged: Contact, by: Viewer) -> dict[str, list[Any]]:
    """Move what is to follow. Returns the numbers of what moved; of points with whether each was preferred."""
    points, positions = _new_points(kept, merged), _new_positions(kept, merged)
    preferring = set(ContactPoint.objects.filter(contact=kept, preferred=True).stated().values_list("kind", flat=True))
    moved = [[one.pk, one.preferred] for one in points]
    for one in points:
        one.contact, one.preferred = kept, one.preferred and one.kind not in preferring
        one.save(update_fields=["contact", "preferred"])
    Position.objects.filter(pk__in=[one.pk for one in positions]).stated().update(contact=kept)
    attached = files.move_attachments(origin=merged, target=kept, by=by, may=Permission.KEEP_CONTACTS)
    said: dict[str, list[Any]] = {"points": moved, "positions": [one.pk for one in positions], "files": attached}
    return said | move_dealings(kept, merged)


def move_back(kept: Contact, merged: Contact, moved: Mapping[str, list[Any]], by: Viewer) -> None:
    """Move back what followed and is still there."""
    preferred: dict[int, bool] = dict(moved.get("points", []))
    best = ContactPoint.objects.filter(contact=merged, preferred=True).stated()
    preferring = set(best.values_list("kind", flat=True))
    for one in ContactPoint.objects.filter(pk__in=preferred, contact=kept).stated():
        one.contact, one.preferred = merged, preferred[one.pk] and one.kind not in preferring
        one.save(update_fields=["contact", "preferred"])
    Position.objects.filter(pk__in=moved.get("positions", []), contact=kept).stated().update(contact=merged)
    move_dealings_back(kept, merged, moved)
    attached = moved.get("files", [])
    files.move_attachments(origin=kept, target=merged, by=by, only=attached, may=Permission.KEEP_CONTACTS)


def _new_points(kept: Contact, merged: Contact) -> list[ContactPoint]:
    there = set(ContactPoint.objects.filter(contact=kept).stated().values_list("kind", "compared"))
    mine = ContactPoint.objects.filter(contact=merged).stated()
    return [one for one in mine if (one.kind, one.compared) not in there]


def _new_positions(kept: Contact, merged: Contact) -> list[Position]:
    there = set(Position.objects.filter(contact=kept).stated().values_list(*SAME_PART))
    mine = Position.objects.filter(contact=merged).stated()
    return [one for one in mine if tuple(getattr(one, name) for name in SAME_PART) not in there]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
