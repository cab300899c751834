"""What came out of following the chain, for people and for programs."""

from typing import Any

from roadstead.core.proof import Checked

MOST = 5  # events that are named one by one


def as_json(checked: Checked, unguarded: list[str]) -> dict[str, Any]:
    """The result as data; `broken` is null where the chain holds."""
    broken = {"number": checked.broken_at, "at": checked.broken_when or None, "why": checked.why}
    return {
        "holds": checked.holds,
        "events": checked.links,
        "withheld": checked.withheld,
        "personal_fields_shed": checked.shed,
        "clock_went_back_at": checked.backwards,
        "head": {"number": checked.number, "digest": checked.head},
        "broken": None if checked.holds else broken,
        "triggers_missing": unguarded,
    }


def show(checked: Checked, unguarded: list[str]) -> None:
    """Print the result."""
    if checked.holds:
        print(f"The chain holds: {_count(checked.links, 'event')}, to {checked.number}:{checked.head}")
    else:
        when = f" of {checked.broken_when}" if checked.broken_when else ""
        print(f"The chain is broken at event {checked.broken_at}{when}: {checked.why}.")
        print(f"Whole before it: {_count(checked.links, 'event')}, to {checked.number}:{checked.head}")
    if checked.withheld:
        print(f"  {_count(checked.withheld, 'event')} withheld from whoever exported: followed, not read")
    if checked.shed:
        print(f"  {_count(checked.shed, 'personal field')} taken away since, as when a person is forgotten")
    if checked.backwards:
        named = ", ".join(map(str, checked.backwards[:MOST])) + (" …" if len(checked.backwards) > MOST else "")
        print(f"  the clock went back before event {named}")
    if unguarded:
        print(f"  the database does not guard its events: {', '.join(unguarded)} missing; “roadstead serve” lays them")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
