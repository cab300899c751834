"""What people of the programme and of countries talk about; all of it made up, and entered as “(invented)”."""

from dataclasses import dataclass

from roadstead.engagement.interaction_enums import InteractionKind as Kind
from roadstead.engagement.interaction_enums import Topic


@dataclass(frozen=True, slots=True)
class Talk:
    """What was talked about: in a line, in a sentence or two, with its topics."""

    subject: str
    summary: str
    topics: tuple[str, ...]


KINDS = (*(Kind.EMAIL,) * 9, *(Kind.CALL,) * 6, *(Kind.MEETING,) * 3, Kind.LETTER, Kind.EVENT)
TALKS = (
    Talk("Days of the next visit", "They propose the second week of the month, and ask who comes.", ("visit",)),
    Talk("Statements of Compliance that run out", "Two are renewed; the third waits for its audit.", (Topic.PFSP,)),
    Talk("Who answers for security levels", "The ministry decides. The list of telephones was sent.", (Topic.DUTIES,)),
    Talk("Seminar on drills", "Twenty people of five facilities would come. Rooms are found.", (Topic.TRAINING,)),
    Talk("Change at the head of the authority", "The new director was an inspector before.", ("people",)),
    Talk("What became of the last recommendations", "Two are done, one is in the budget.", ("recommendations",)),
    Talk("Small boats near the oil jetty", "A patrol comes twice a night.", (Topic.MONITORING,)),
    Talk("Gate of the container terminal", "Visitors wait outside now until somebody comes.", (Topic.ACCESS,)),
    Talk("Seals and papers", "Customs and terminal look at one list since May.", (Topic.CARGO,)),
    Talk("Exercise of the port", "The day is set; police and pilots take part.", (Topic.TRAINING,)),
    Talk("Draft of the port security law", "It lies with parliament. They ask for examples of penalties.", ("law",)),
    Talk("Training places", "They would send two inspectors next year.", (Topic.TRAINING,)),
    Talk("Radio on the far berth", "A repeater was ordered.", (Topic.COMMUNICATION,)),
    Talk("Restricted areas on the new quay", "The plan was changed, and is read at the ministry.", (Topic.RESTRICTED,)),
    Talk("A ship asked for a Declaration of Security", "It was signed. They ask how long to keep it.", (Topic.DOS,)),
    Talk("Assessment of a new terminal", "Approved by the State itself.", (Topic.PFSA,)),
    Talk("Stores for cruise ships", "Agents tell goods and driver a day before.", (Topic.STORES,)),
    Talk("Reciprocal visit", "They would see a port of like size.", ("visit",)),
    Talk("Meeting of the region", "Three neighbours plan one exercise together.", ("region",)),
    Talk("New security officers", "Four were named; two need their course.", (Topic.PFSO,)),
)  # fmt: skip
OURS = (
    "Send the form for drills in their language.",
    "Ask for two places on the next course.",
    "Send the draft of the agenda.",
    "Find out who pays for interpreters.",
)
THEIRS = (
    "Send the list of facilities with the days of their plans.",
    "Name a contact at customs.",
    "Send photographs of the mended fence.",
    "Say by letter which week suits.",
)
DROPPED = "Overtaken by the visit"
QUESTIONS = (
    "May a facility keep its declarations as scans alone?",
    "Who at the embassy deals with training places?",
    "Does customs plan a visit in the same month?",
    "Is there an example of a penalty for a facility without a plan?",
)
ANSWERS = (
    "Yes, if they can be shown at once.",
    "The economic officer; the address is in the book.",
    "Not this year.",
    "There are three in the compendium.",
)
STRANGER = {"name": "Sam Stranger (invented)", "address": "sam.stranger@mail.example"}
