"""What the invented cases say. All of it is made up."""

LISTED = "Gates and registers of two ports: put on the list (invented)"
AT_ONCE = "Unguarded berth beside a ferry terminal: immediate ground (invented)"
RECOVERED = "Every shortfall closed: take it off the list (invented)"
EXCEPTED = "One terminal above the rest: except it (invented)"
RUNNING = "Cargo sheds without access control: the government’s days run (invented)"
STANDS_STILL = "Nobody could visit: the clock stands still (invented)"
OPENED = "Two observations of the last visit: opened today (invented)"
DROPPED = "Lamps and fences of one pier: dropped (invented)"

FOUND_LACKING = (
    "Effective: a plan at every facility that was toured. Not effective: control of who and what comes in; registers "
    "are not kept. Not known: two facilities that nobody has toured. Invented for the demonstration."
)
FOUND_AT_ONCE = (
    "Not effective: the berth lies open to a ferry terminal, and weapons were seen there. Not known: everything else. "
    "Invented for the demonstration."
)
FOUND_MENDED = (
    "Effective: what was lacking on the last visits was mended; the evidence was verified by two people in the closure "
    "room, and the country assessed anew. Invented for the demonstration."
)
FOUND_ONE = (
    "Effective at this terminal alone: access, monitoring and cargo, seen on a visit. Nothing is said of the country. "
    "Invented for the demonstration."
)
FOUND_WITHOUT_VISIT = (
    "Not effective, as a recognised third party reports: access control. Not known: the rest, since no visit could be "
    "made. Invented for the demonstration."
)
NOT_CONSULTED = "Defense and State were heard in writing; no meeting was held. Invented."
NO_GROUND = "No condition that threatens anybody at once was found. Invented."
NO_REVIEW = "Conditions begin at once; a review follows in ninety days. Invented."
STOOD = "The government is being formed anew, and nobody could receive the letter’s steps. Invented."
WHY_DROPPED = "The shortfalls were closed within a week and verified; nothing is left to determine. Invented."

TOLD = {
    "finding": "Minute 14 of the programme (invented)",
    "state_told": "Letter to the Department of State (invented)",
    "government_told": "Note handed over by the embassy, with the steps recommended (invented)",
    "help_offered": "Letter that offers a course for guards (invented)",
    "immediate_ground": "Minute of the talk with the Department of State (invented)",
    "review": "Report of the follow-up, which found nothing mended (invented)",
    "decision": "Order signed on that day (invented)",
}
REPORT = (
    "Review of port security (invented)",
    "Access to the main berths was not controlled on three of four days. Invented for the demonstration.",
    "A body of ports (invented)",
)
UNCOUNTED = "No voyages were on record when the demonstration was made."
PLAN = (  # who is told, how many days from today, by whom
    ("The government, through the embassy (invented)", 2, "Department of State (invented)"),
    ("Ships at sea that called there, and their agents (invented)", 3, "Captains of the Port (invented)"),
    ("Operators who subscribe to the advisory (invented)", 3, "The programme (invented)"),
)
NOTES = ("Ready: every step has its day. Invented.", "Checked against each source. Invented.", "Decided. Invented.")
