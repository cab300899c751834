"""Every sentence the judge says, by its code: one place to read them, to mend them, to translate them."""

from datetime import date

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ORDINALS = ("last", "2nd last", "3rd last", "4th last", "5th last")

TEMPLATES: dict[str, str] = {
    # Counting
    "us_call": "A call in {country} is not a foreign call and uses none of the last {limit}.",
    "canal_transit": "A plain canal transit, waiting and locking included, is not a port call.",
    "after_arrival": "It departs after the ship's arrival, so it is not one of the calls before it.",
    "too_old": "It is number {slot} among the foreign calls before arrival; only the last {limit} are looked at.",
    "counted": "It is the {slot} of the foreign calls before arrival, so it is looked at.",
    "order_unclear": "Whether it is among the last {limit} foreign calls is not certain: {why}.",
    "doubtful_stop": "No source settles whether a stop for {purpose} counts as a port call. It holds its place until someone says.",
    # Listing
    "listed": "{country} was on the list on the day of arrival: listed since {since}.",
    "deemed": "{country} is listed because its government is a designated state sponsor of terrorism, not after an assessment.",
    "not_listed": "{country} was not on the list on the day of arrival.",
    "not_yet_listed": "{country} was not yet on the list on the day of arrival; its listing took effect on {since}.",
    "no_longer_listed": "{country} came off the list on {since}. A removal also frees earlier calls.",
    "listing_unclear": "Whether {country} was on the list on the day of arrival is not known: {why}.",
    "listed_after_visit": "The ship left before the listing took effect on {since}, and arrived after it.",
    # Listings of single ports and facilities
    "place_not_listed": "{country} is on the list only in part ({only}), and the call was elsewhere in the country.",
    "port_not_given": "{country} is on the list only in part ({only}), and the notice does not say at which port the ship called.",
    "port_differs": "The number {given} is one of {place}, which is listed, but the port given is another.",
    "place_not_given": "{country} is on the list only in part ({only}), and the notice does not say which facility was used.",
    "place_near": "{given} looks like {place}, which is listed, but is not written so.",
    "place_contradiction": "The name given is that of {place}, which is listed, but the number given is another facility's.",
    "place_unreadable": "{given} is neither an IMO port facility number nor a name in Latin letters, so it cannot be compared with what is listed of {country}: {only}.",
    # Exceptions
    "excepted": "{facility} is an excepted facility of {country} (matched by {how}).",
    "carved_out": "{facility} lies outside the determination for {country}.",
    "duties_only": "At {facility} the duties in port are owed, but ships are normally neither boarded nor guarded for it.",
    "not_excepted": "{given} matches none of the excepted facilities of {country}.",
    "no_exceptions": "No exception was in force for {country}.",
    "facility_not_given": "{country} has excepted facilities, and the notice does not say which facility was used.",
    "facility_near": "{given} looks like {facility}, which is excepted, but is not written so.",
    "facility_contradiction": "The name given is that of {facility}, which is excepted, but the number given is another facility's.",
    "exception_unclear": "Whether the exception of {facility} was in force on {day} is not known: {why}.",
    "rows_missing": "The table of exceptions of {country} was not recovered whole, so {given} may be excepted.",
    "number_unreadable": "{given} is neither an IMO port facility number nor a name in Latin letters, so it cannot be compared with the exceptions of {country}.",
    # Consequences
    "boarding": "{text}",
    "guards": "{text}",
    "non_compliance": "{text}",
    "no_consequences": "No call brings conditions of entry, so none of their consequences follow.",
    "duties_only_consequences": "The calls that bring conditions were at facilities where only the duties in port are owed.",
    "consequences_unclear": "What awaits the ship depends on the open questions.",
    "wording_unknown": "The wording in force on that day was not recovered.",
}

QUESTIONS: dict[str, str] = {
    "which_terminal": "Which terminal did the ship use in {country} ({port}, departed {departed})? Excepted there: {excepted}.",
    "is_it_this_terminal": "Was the berth “{given}” in {country} in fact {facility}?",
    "exception_in_force": "Was the exception of {facility} still in force on {day}? Ask the Captain of the Port: {why}.",
    "which_number": "What is the IMO port facility number, or the name, of “{given}” in {country}?",
    "is_it_excepted": "Is “{given}” one of the excepted facilities of {country} whose row was not recovered?",
    "which_port": "At which port of {country} did the ship call before it departed on {departed}? Listed there: {only}.",
    "which_listed_terminal": "Which terminal did the ship use in {country} ({port}, departed {departed})? Listed there: {only}.",
    "is_it_listed_terminal": "Was the berth “{given}” in {country} in fact {place}, which is listed?",
    "does_it_count": "Did the stop for {purpose} at {port} (departed {departed}) count as a port call? Ask the Captain of the Port.",
    "which_departed_last": "In which order did the calls around {departed} depart? {port} may or may not be among the last {limit}.",
    "when_listed": "On which day did the change for {country} take effect? {why}. Ask for the notice itself.",
    "is_it_duties_only": "Was the berth at {port} (departed {departed}) one of these: {named}? There only the duties in port are owed.",
    "which_measures": "What was done at {port} (departed {departed}): {duties}?",
}

WARNINGS: dict[str, str] = {
    "list_not_confirmed": "The list has not been confirmed since {since}. Check the Coast Guard's own page before relying on it.",
    "printing_gap": "{text}",
    "sanctions": "{country}: {text}",
    "recommendation_only": "For {country} an advisory of {since} only recommended measures; it is not a listing and brings no conditions by itself.",
    "tests_disagree": "{port} (departed {departed}) is caught by the arrival test but not by the visit test, or the other way round: the ship left before the listing took effect on {since}. The sources do not settle which test governs.",
    "us_calls": "Were calls in the United States counted among the last {limit} too, the outcome would be “{outcome}”. No advisory says whether they are.",
    "rows_missing": "{text}",
    "number_not_on_record": "{facility} of {country} was printed without a number. The number given matches none on record; give the terminal's name to be sure.",
    "after_arrival": "{port} departs after the ship's arrival and was left out. Is a date mistyped?",
    "arrival_not_us": "{port} is not a port of the United States. Conditions of entry concern arrivals there; the calls were judged as if it were.",
    "day_boundary": "The arrival falls within a day of a change for {country} on {since}. Days are UTC days here; the local day may differ.",
    "not_commercial": "Whether conditions of entry reach vessels that are not commercial is not settled: recent advisories say “all commercial vessels”, older ones “vessels”.",
    "duplicate_calls": "{port} (departed {departed}) is given more than once and was counted each time. Is it one call?",
    "weak_exception": "The exception of {facility} rests on one source or an old printing. Confirm it before relying on it.",
}

CHANGES: dict[str, str] = {
    "berth_excepted": "the berth was {facility}",
    "berth_excepted_in": "the berth at {port} was {facility}",
    "berth_not_excepted": "the berth at {port} was none of the excepted facilities",
    "berth_listed": "the berth at {port} was {facility}, which is listed",
    "berth_not_listed": "the berth at {port} was at none of the listed facilities",
    "port_listed": "the call was at the port {listed}, which is listed",
    "port_not_listed": "the call was at a port of {country} that is not listed",
    "more_calls": "the ship made {calls}, at ports not listed, before arriving",
    "fewer_calls": "{calls}, so that {port} stood among the last {limit}",
    "arrived_before": "the ship arrived before {since}",
    "arrived_from": "the ship arrived on or after {since}",
    "counts": "the stop at {port} counts as a port call",
    "does_not_count": "the stop at {port} does not count as a port call",
    "listed_by_then": "the listing of {country} was in force on {day}",
    "not_listed_by_then": "the listing of {country} was not in force on {day}",
    "exception_stood": "the exception of {facility} was in force on {day}",
    "exception_ended": "the exception of {facility} was not in force on {day}",
}

PURPOSES: dict[str, str] = {
    "anchorage": "anchoring",
    "ship_to_ship": "a ship-to-ship transfer",
    "medical": "medical help",
    "other": "another purpose",
}

DUTIES: dict[str, str] = {
    "C1": "security level 2 measures",
    "C2": "guarded access points",
    "C3": "an attempted Declaration of Security",
    "C4": "the security actions logged",
    "C5": "the actions reported to the Captain of the Port",
}


def said(day: date) -> str:
    """A day in words: 30 May 2019."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def slot_said(slot: int) -> str:
    """A place among the last calls: last, 2nd last …"""
    return _ORDINALS[slot - 1] if slot <= len(_ORDINALS) else f"{slot}th last"
