"""What is written on invented visits. All of it is made up; each text is entered with the word “(invented)”."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lack:
    """A shortfall of an element: what was seen, what is recommended, how it is afterwards."""

    element: str
    seen: str
    advice: str
    after: str


AIMS = (
    "See what became of the recommendations of the last visit, and tour two facilities.",
    "Look at how plans of facilities are approved and kept up.",
    "Learn how security levels are told to ports and ships.",
    "Prepare the seminar on drills that the host asked for.",
)
BENEFITS = (
    "A look from outside before the audit of the region; forms for drills to take along.",
    "Answers to questions on Declarations of Security; a contact for training places.",
    "What other ports of like size do about small craft, without their names.",
    "One visit instead of two: customs and port security together.",
)
NOT_TWICE = (
    "Nobody else comes in these weeks, says the embassy.",
    "Customs come a month later; they get our notes on containers.",
    "One meeting with the harbour master for all agencies, in the first morning.",
)
STATE = (
    Lack(
        "GOV-3",
        "A change of the security level reaches facilities by post, days later.",
        "Tell facilities of a change of level by telephone and mail within the hour, and note that it arrived.",
        "A list of numbers is called; the log of the last test shows forty minutes.",
    ),
    Lack(
        "GOV-5",
        "Nobody has looked at the work of the recognised security organisation for three years.",
        "Look at two of its assessments each year, and write down what was found.",
        "Two assessments were looked at; one was returned.",
    ),
    Lack(
        "GOV-1",
        "The law names duties of facilities and no penalty for those who do not fulfil them.",
        "Bring the draft with its penalties to parliament.",
        "The draft was passed; the first fine was appealed.",
    ),
)
FACILITY = (
    Lack(
        "ACC",
        "Visitors were let in without being written down.",
        "Write down each visitor, and check a document with a photograph.",
        "A book lies at the gate; ten visitors of the day stand in it with the numbers of their documents.",
    ),
    Lack(
        "ACC",
        "Passes of people who left are still good at the turnstile.",
        "Take back passes on the last day, and look through the list each month.",
        "The list is looked through each month; twelve passes were taken out.",
    ),
    Lack(
        "RES",
        "The control room stands open at noon.",
        "Keep the control room locked, and say who holds its keys.",
        "It is locked; keys are signed for.",
    ),
    Lack(
        "MON",
        "Two lamps along the water side have been dark for months.",
        "Mend the lamps, and walk the fence an hour after sunset each week.",
        "All lamps burn; the weekly walk is noted.",
    ),
    Lack(
        "MON",
        "Cameras show the quay and keep nothing.",
        "Keep pictures for thirty days at least.",
        "Pictures of the last thirty days were shown.",
    ),
    Lack(
        "CAR",
        "Seals of containers are not held against the papers.",
        "Hold seals against papers at the gate, and put doubtful containers aside.",
        "Seals are read into a list; a place for doubtful containers is marked.",
    ),
    Lack(
        "STO",
        "Stores come on board without having been announced.",
        "Ask the agent for a list a day before, and check the driver against it.",
        "Lists of the last week were shown.",
    ),
    Lack(
        "COM",
        "The radio of the guards does not reach the far berth.",
        "Test radios at each berth, and give the far berth a telephone until it works.",
        "A repeater was set up; the far berth answered.",
    ),
    Lack(
        "DRL",
        "The last drill lies eight months back.",
        "Hold a drill each quarter, and note what is done otherwise because of it.",
        "Three drills since, each on one page.",
    ),
    Lack(
        "EXE",
        "No exercise last year, since nobody called the others together.",
        "Set the day of the exercise at the beginning of the year, with police and customs.",
        "The exercise was held with police and customs.",
    ),
    Lack(
        "TRN-1",
        "The deputy of the security officer has had no training.",
        "Send the deputy to the next course.",
        "The deputy has been on the course; the paper was shown.",
    ),
    Lack(
        "PFSP-1",
        "The plan speaks of a gate that was closed two years ago.",
        "Bring the plan up to date, and have the change approved.",
        "The changed plan was approved.",
    ),
    Lack(
        "DOS",
        "Declarations of Security are signed and filed by nobody.",
        "Keep declarations for three years, by ship.",
        "A folder for each year; five were found at once.",
    ),
)
STRENGTHS = (
    ("DRL", "Drills of every quarter fit on one page, with the questions that were asked afterwards."),
    ("ACC", "Drivers are photographed with their plates, and the picture is held against them as they leave."),
    ("MON", "Small boats near the berth are logged, and fishers know whom to call."),
    ("COM", "Guards test their radios at each change of shift, and note it."),
    ("CAR", "Customs and terminal share one list of doubtful containers."),
    ("TRN-2", "Cleaners and drivers are shown in an hour what to look for and whom to call."),
    ("PFSO-1", "The security officers of the port meet each month; minutes are short and kept."),
    ("EXE", "The exercise was planned with police, fire brigade and pilots; its lessons have owners."),
)
BEYOND = (
    ("MON", "A camera that sees heat, over the anchorage, would find swimmers at night."),
    ("ACC", "Passes could be read by a telephone, so that spot checks need no gate."),
    ("GOV-3", "A message that ships receive by themselves when the level changes."),
    ("TRN-2", "An exercise for the night shift alone, since it has never had one."),
)
TO_US = (
    "Send the report of a visit within a month, in the language of the host too.",
    "Say half a year before when a formal assessment is due.",
    "Bring customs and port security in one visit, since the same people receive both.",
    "Offer a place on the next course for inspectors.",
)
BEGUN = ("An order was written.", "It is in this year’s budget.", "Somebody was named who sees to it.")
FINISHED = (
    "Done, and shown to the Designated Authority.",
    "Done; photographs were sent.",
    "Done since the last visit.",
)
CLOSED = ("Seen on the visit.", "The papers were read; it fits.")
DROPPED = "The facility was closed; nothing is left to be done"
NOTES = (
    ("ACC", "Six visitors within ten minutes, all written down. One document was not looked at."),
    ("MON", "Nine cameras on the wall, one dark. Asked since when: two weeks."),
    ("DRL", "Book of drills: May, August. The guard knew the last one."),
    ("RES", "Door of the control room closed; the key hangs beside it."),
    ("", "The harbour master would like a list of questions before the next visit."),
)
REMARKS = ("The spare part is ordered.", "They will look into it this week.", "")
