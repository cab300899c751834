"""What the invented self-assessments say. All of it is made up."""

from roadstead.assessments.country_enums import Judgement
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
REPORT = (
    "Review of port security (invented)",
    "Access to two berths was not held. Cargo was screened. Invented.",
    "A body of ports (invented)",
)
REASONS = {
    Judgement.EFFECTIVE: "Seen on the last visit, at every facility that was toured. Invented.",
    Judgement.NOT_EFFECTIVE: "What was observed stands, and nothing shows that it was mended. Invented.",
    Judgement.NOT_KNOWN: "What is on record does not settle it. Invented.",
}
MENDED = "What was lacking on the last visits was mended; two people verified the evidence. Invented."
MISSING = "Somebody who looks at it on the next visit. Invented."
RESTS = "The last visit and its observations; two of the larger facilities were not toured. Invented."
WANTED = "A register of the last three months, signed by the security officer, and a picture of the gate. Invented."
STEP = "The gate is mended, and the guards are told to keep it closed. Invented."
OWNER = "Security officer of the port (invented)"
PROOF = "The register. Invented."
DISPUTE = "The gate belongs to the fishing port, which is no port facility. Invented."
