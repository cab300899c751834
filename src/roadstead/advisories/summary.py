"""An edition in a few words, the same on pages and in the feed."""

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext

from roadstead.advisories.queries import Entry
from roadstead.core.listed import CountryOn

MOST_NAMES = 4  # named before “and n more”


def number(entry: Entry) -> str:
    """What the edition is called: its advisory's number, its citation, or that nobody saw its notice."""
    edition = entry.edition
    if edition.psa:
        return f"PSA {edition.psa}"
    if edition.kind == "observed":
        return gettext("Change without its notice")
    return edition.citation.text if " FR " in edition.citation.text else gettext("Notice without a number")


def title(entry: Entry) -> str:
    """Number and title; a number that no source prints is marked."""
    doubt = {"inferred": gettext(" (number inferred)"), "unverified": gettext(" (number not verified)")}
    return f"{number(entry)}{doubt.get(entry.edition.psa_status, '')}: {entry.edition.title}"


def sentence(entry: Entry) -> str:
    """What it changed, as one line."""
    return "; ".join(parts(entry)) or gettext("No change of the list is on record.")


def parts(entry: Entry) -> list[str]:
    """What it changed, piece by piece."""
    changes = entry.changes
    excepted, withdrawn, vanished = len(changes.excepted), len(changes.withdrawn), len(changes.vanished)
    lost = ngettext("%d exception can no longer be confirmed", "%d exceptions can no longer be confirmed", vanished)
    told = [
        _named(gettext("Listed: %s"), changes.listed),
        _named(gettext("Taken off: %s"), changes.delisted),
        _named(gettext("Measures recommended: %s"), changes.recommended),
        _named(gettext("Recommendation gone: %s"), changes.recommendations_ended),
        ngettext("%d facility excepted", "%d facilities excepted", excepted) % excepted if excepted else "",
        ngettext("%d exception ended", "%d exceptions ended", withdrawn) % withdrawn if withdrawn else "",
        lost % vanished if vanished else "",
    ]
    return [text for text in told if text]


def _named(pattern: str, entries: Iterable[CountryOn]) -> str:
    names = sorted(entry.name for entry in entries)
    if not names:
        return ""
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES] if more > 1 else names)
    return pattern % (gettext("%(names)s and %(more)d more") % {"names": shown, "more": more} if more > 1 else shown)
