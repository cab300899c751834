"""Best practice that no place has to be named for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What is done, by element and kind of cargo; no cargo is about all."""

    title: str
    text: str
    elements: tuple[str, ...]
    cargo: tuple[str, ...] = ()


PRACTICES = (
    Told(
        "A drill on one page",
        "What was tried, what went wrong, who changes what until when. The page hangs in the guard house until the "
        "next drill.",
        ("DRL",),
    ),
    Told(
        "Drivers held against their pictures",
        "A camera takes driver and plate on the way in. On the way out the guard sees both pictures beside each other.",
        ("ACC",),
        ("containers", "general"),
    ),
    Told(
        "Fishers as eyes",
        "A card in the language of the fishers says whom to call. Each call is answered, and each caller is thanked.",
        ("MON",),
    ),
    Told(
        "An hour for everybody",
        "Cleaners, drivers and office staff are shown what to look for and whom to call. New people within a week.",
        ("TRN-2",),
    ),
    Told(
        "Radio test at each change of shift",
        "Each berth answers by its number. What does not answer is written down, and mended before the next shift.",
        ("COM",),
    ),
    Told(
        "One list of doubtful boxes",
        "Customs and terminal look at the same list. A box leaves it only when both have put their name to it.",
        ("CAR",),
        ("containers",),
    ),
    Told(
        "Stores told a day before",
        "The agent sends goods, driver and plate. What was not told waits outside until the ship has said yes.",
        ("STO",),
    ),
    Told(
        "The monthly walk with the neighbours",
        "Security officers of neighbouring facilities walk the common fence together, each month from another end.",
        ("RES", "MON"),
    ),
    Told(
        "Passes that end by themselves",
        "Each pass has an end. Who still works there has it made longer; nobody needs to remember those who left.",
        ("ACC",),
    ),
    Told(
        "An exercise with a question for each",
        "Every participant gets one question before. The answers, not the story, are the report.",
        ("EXE",),
    ),
    Told(
        "A tank farm seen from above",
        "Plans show pipes and doors as a guard sees them at night, with the nearest lamp and call point.",
        ("PFSA-2", "MON"),
        ("oil", "gas", "chemicals"),
    ),
    Told(
        "Passengers and bags in one line",
        "Who has been looked at never meets who has not: one way in, another out, a glass wall between them.",
        ("BAG", "ACC"),
        ("passengers", "cruise"),
    ),
    Told(
        "Declarations in a folder by ship",
        "The duty officer finds the last declaration of a ship within a minute, and the new one is begun from it.",
        ("DOS",),
    ),
    Told(
        "A log that cannot be torn",
        "Numbered pages, one line for each event, looked through by the security officer each week.",
        ("REC",),
    ),
    Told(
        "Levels tried without warning",
        "The State tells one facility of a change of level, as a test, and notes how long the answer takes.",
        ("GOV-3",),
    ),
)
