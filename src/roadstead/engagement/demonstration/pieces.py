"""What the demonstration says that was written. All of it is made up."""

from dataclasses import dataclass

from roadstead.common.access.marks import Mark
from roadstead.engagement.enums import InformationKind


@dataclass(frozen=True, slots=True)
class Piece:
    """One invented note or document. good_for_days: from the day of the first start; 0 has no end."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    mark: Mark
    reason: str = ""
    states: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    kind: InformationKind = InformationKind.NOTE
    good_for_days: int = 0


INVENTED = (
    Piece(
        "visitors",
        "Checking visitors at the gate: what works",
        (
            "Facilities that ask every visitor for a reason, and telephone the person visited, turn away more "
            "strangers than those that only write names into a book.",
            "A printed list of the day’s visitors at the gate costs nothing and saves minutes at each arrival.",
        ),
        Mark.PUBLIC,
        "helps every facility and names none",
        kind=InformationKind.DOCUMENT,
    ),
    Piece(
        "declaration",
        "When to ask for a Declaration of Security",
        (
            "A ship that comes from a port with conditions of entry should ask for a Declaration of Security, and "
            "keep a record of the attempt where it is refused.",
        ),
        Mark.PUBLIC,
        "asked for by several companies",
        good_for_days=300,
    ),
    Piece(
        "exercise",
        "Notes on a joint exercise for small craft",
        (
            "Two patrols met at the same buoy because both were sent by telephone. One common channel was agreed upon.",
            "Please send us what your harbour master thinks of the proposed signals.",
        ),
        Mark.PARTNER,
        "follows the meeting with both authorities",
        states=("GH", "NG"),
        countries=("GH", "NG"),
        good_for_days=120,
    ),
    Piece(
        "lighting",
        "Lighting along a waterside fence: a list to go by",
        (
            "Walk the fence an hour after sunset. Note each lamp that is dark, and what a person in dark clothes "
            "could hide behind.",
            "Send photographs before the next visit, so that we bring the right people.",
        ),
        Mark.PARTNER,
        "they asked for it in writing",
        states=("NG",),
        countries=("NG",),
    ),
    Piece(
        "portfolio",
        "Which authorities changed their telephone numbers",
        ("Three contacts answered under new numbers this month. The old ones ring nowhere.",),
        Mark.PROGRAMME,
    ),
    Piece(
        "source",
        "A complaint that names its source",
        ("The guard who told us asks that the name goes no further. What was said is being checked by other means.",),
        Mark.RESTRICTED,
        "a source is named",
    ),
)
