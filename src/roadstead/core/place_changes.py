"""What would turn the outcome round where only single ports or facilities of a country are listed.

Named only where one berth and one listing decide, so that the fact is small and its effect is sure.
"""

from roadstead.core.advisory import PlaceListing
from roadstead.core.changed import change, facility_said, named_by
from roadstead.core.decision import APPLIES, DOES_NOT_APPLY, Change
from roadstead.core.facts import CallFacts, berth_path
from roadstead.core.identity import facility_number
from roadstead.core.places import PlaceVerdict
from roadstead.core.reasons import Explainer
from roadstead.core.texts import said
from roadstead.core.truth import NO, YES


def elsewhere(facts: CallFacts, explainer: Explainer) -> list[Change]:
    """A caught call at another place of the country."""
    found = _deciding(facts, explainer)
    if found is None or not _counts(facts):
        return []
    return _not_there(facts, found.spell, explainer) if isinstance(found.spell, PlaceListing) else []


def listed_instead(facts: CallFacts, explainer: Explainer) -> list[Change]:
    """A call elsewhere in the country at a place that is surely listed."""
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    plain = not standing.exceptions and not standing.missing_rows
    if facts.listed is not NO or not standing.places or not plain or not _counts(facts):
        return []
    sure = [spell for spell, truth in standing.listings if truth is YES and isinstance(spell, PlaceListing)]
    return [_there(facts, sure[0], explainer)] if sure else []


def settled(facts: CallFacts, explainer: Explainer) -> tuple[list[Change], list[Change]]:
    """The facts that clear the call, and those that catch it, where only its place or the day of listing is open."""
    found = _deciding(facts, explainer)
    if found is None or not isinstance(found.spell, PlaceListing):
        return [], []
    if found.reached is YES:
        name, day = explainer.listed_name(found.spell), said(facts.arrival_day)
        fact = {"listing": facts.country, "place": found.spell.place, "on": facts.arrival_day.isoformat()}
        clear = change("not_listed_by_then", DOES_NOT_APPLY, {**fact, "in_force": False}, country=name, day=day)
        return [clear], [change("listed_by_then", APPLIES, {**fact, "in_force": True}, country=name, day=day)]
    clears = _not_there(facts, found.spell, explainer)
    in_force = any(
        spell is found.spell and truth is YES
        for spell, truth in explainer.snapshot.standing(facts.country, facts.arrival_day).listings
    )
    return clears, [_there(facts, found.spell, explainer)] if in_force else []


def _counts(facts: CallFacts) -> bool:
    return facts.is_call is YES and facts.counted is YES


def _deciding(facts: CallFacts, explainer: Explainer) -> PlaceVerdict | None:
    """The one listing that reaches the one berth of a call, or may; None where there are more, or exceptions."""
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    if not standing.places or len(facts.berths) != 1 or standing.exceptions or standing.missing_rows:
        return None
    reaching = [entry for _, entry in explainer.reaching(facts)]
    return reaching[0] if len(reaching) == 1 else None


def _there(facts: CallFacts, spell: PlaceListing, explainer: Explainer) -> Change:
    if spell.facility is None:
        fact = {"field": f"calls[{facts.index}].port", "value": spell.port}
        return change("port_listed", APPLIES, fact, listed=spell.port)
    facility = explainer.snapshot.facilities[spell.facility].facility
    fact = {"field": berth_path(facts, 0), "value": named_by(facility)}
    return change("berth_listed", APPLIES, fact, port=facts.name, facility=facility_said(facility))


def _not_there(facts: CallFacts, spell: PlaceListing, explainer: Explainer) -> list[Change]:
    if spell.facility is not None:
        fact = {"field": berth_path(facts, 0), "value": None, "listed": False}
        return [change("berth_not_listed", DOES_NOT_APPLY, fact, port=facts.name)]
    number = facility_number(facts.berths[0].facility or "")
    if number and number.startswith(spell.port or ""):  # another port beside it would only contradict it
        return []
    fact = {"field": f"calls[{facts.index}].port", "value": None, "listed": False}
    return [change("port_not_listed", DOES_NOT_APPLY, fact, country=explainer.name(facts.country))]
