"""The texts of the invented training: all of them say that they are invented."""

from roadstead.common.invented import invented

PLACES = ("Port training centre", "Harbour school", "Maritime academy", "Ministry hall")
POSITIONS = ("Inspector", "Port facility security officer", "Auditor", "Legal adviser", "Deputy director")
WORKPLACES = ("Port security authority", "Container terminal", "Oil jetty", "Coast guard")
SAID = ("We changed how the gate is kept.", "More time for exercises, please.", "Very much of use at our facility.")
AIMS = {
    "ips-drills": "Drills that test the plan, and are written down.",
    "ips-audits": "Auditors who look at practice, and not at paper alone.",
    "ips-legislation": "A law with offences and penalties, drafted with those who apply it.",
    "ips-assessment-plan": "Assessments that name the weak points, and plans that answer them.",
    "ips-isps": "Guards who know why they check.",
    "imo-3-21": "Every facility with a security officer who was trained for it.",
}
DECLINED = invented("No instructor is free this year; ask again for the next.")
WITHDRAWN = invented("A partner body has held it meanwhile.")
CANCELLED = invented("The hall is not there any more; a new day follows.")
SELECTED = invented("Works where the shortfall was observed.")
WAITS = invented("All places are taken; next if one is free.")
ILL = invented("Ill; we name somebody else.")
RISK = invented("Ships of many flags load there for the United States.")
UNABLE = invented("The authority has no instructors of its own.")
NO_SCANNER = invented("The Coast Guard needs the equipment itself.")
AFTER = invented("Well prepared; asked for again.")
EQUIPMENT = invented("A scanner for cargo, on loan.")
ORGANISATIONS = ("Coast Guard reserve", "Port security school", "Harbour authority", "Partner body")
