"""What the invented self-assessments say. All of it is made up."""

from roadstead.assessments.enums import Said

OCCASION = "Yearly review (invented)"
WHY = "Begun for the wrong year. Invented."
SHOWS = "A register. Invented."
QUESTION = "Which article of the law says so, and since when? Please attach it. Invented."
WORDS = {
    Said.YES: "It is in place and was looked at this year. Invented.",
    Said.PARTLY: "It is in place at the main gate; the small pier follows next year. Invented.",
    Said.NO: "It is not in place yet; the authority has been asked for help. Invented.",
    Said.NOT_KNOWN: "Nobody who was asked could say. Invented.",
    Said.NOT_APPLICABLE: "There is nothing of the kind here. Invented.",
}
