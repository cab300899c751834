"""Why: the sentences for one call, the deciding one first."""

from datetime import date

from roadstead.core.advisory import Citation, ExceptionSpell, Ground, Listing, PlaceListing, Policy, Tier
from roadstead.core.berths import BerthVerdict
from roadstead.core.country import country_name
from roadstead.core.decision import Reason
from roadstead.core.facts import CallFacts
from roadstead.core.moment import Moment
from roadstead.core.notice import Berth
from roadstead.core.places import PlaceVerdict
from roadstead.core.snapshot import Snapshot
from roadstead.core.standing import Spell, Standing
from roadstead.core.texts import PURPOSES, TEMPLATES, said, slot_said
from roadstead.core.truth import NO, UNKNOWN, YES

_HOW = {"number": "number", "name": "name"}


def reason(code: str, citation: Citation | None = None, **values: object) -> Reason:
    """A sentence with its citation."""
    text = TEMPLATES[code].format(**values)
    return Reason(code, text, citation.text, citation.url) if citation else Reason(code, text)


def since_said(moment: Moment) -> str:
    """When something took effect, as far as known: a day, or the bounds."""
    if moment.exact:
        return said(moment.exact)
    if moment.not_before and moment.not_after:
        return f"a day between {said(moment.not_before)} and {said(moment.not_after)}"
    if moment.not_before:
        return f"an unknown day from {said(moment.not_before)} on"
    return f"an unknown day up to {said(moment.not_after)}" if moment.not_after else "an unknown day"


def berth_said(berth: Berth) -> str:
    """A berth as the notice gives it."""
    return " ".join(part for part in (berth.facility, berth.facility_name) if part)


def place_name(snapshot: Snapshot, spell: PlaceListing) -> str:
    """The name of the port or facility that a listing is of, as sentences say it."""
    return snapshot.facilities[spell.facility].facility.name if spell.facility else f"the port {spell.port}"


class Explainer:
    """Makes reasons from a snapshot; sentences about a country's standing are made once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.policy: Policy = snapshot.book.policy
        self._cited = dict(self.policy.citations)
        self._said_of_listing: dict[tuple[str, Standing], tuple[Reason, ...]] = {}
        self._counted = [
            reason("counted", self._cite("last_calls"), slot=slot_said(slot + 1))
            for slot in range(self.policy.last_calls)
        ]

    def name(self, country: str) -> str:
        """The country's name as the advisories print it, else its usual short name."""
        return self.snapshot.country_name(country) or country_name(country)

    def call_reasons(self, facts: CallFacts) -> list[Reason]:
        """The reasons for one judged call; what decided, or what is in doubt, stands first."""
        if facts.counted is NO:
            return [self._not_counted(facts)]
        counting = self._counting(facts)
        listing = self._listed(facts)
        if facts.listed is NO:
            return listing + counting
        exceptions = self._exceptions(facts)
        caught = facts.excepted is NO
        answers = listing + self._visit(facts) + exceptions if caught else exceptions + listing
        in_doubt = facts.excepted is NO and UNKNOWN in (facts.is_call, facts.counted)
        return counting + answers if in_doubt else answers + counting

    def _why(self, spell: Spell, day: date) -> str:
        return why_unclear(spell, day, self.snapshot.known_at)

    def _cite(self, point: str) -> Citation | None:
        return self._cited.get(point)

    def _not_counted(self, facts: CallFacts) -> Reason:
        limit = self.policy.last_calls
        if facts.country in self.policy.domestic:
            return reason("us_call", self._cite("domestic"), country=self.name(facts.country), limit=limit)
        if facts.is_call is NO:
            return reason("canal_transit", self._cite("not_calls"))
        if facts.departed > facts.eta:
            return reason("after_arrival")
        return reason("too_old", self._cite("last_calls"), slot=facts.slot_low, limit=limit)

    def _counting(self, facts: CallFacts) -> list[Reason]:
        reasons = []
        if facts.is_call is UNKNOWN:
            purpose = PURPOSES.get(facts.purpose, facts.purpose)
            reasons.append(reason("doubtful_stop", self._cite("doubtful_calls"), purpose=purpose))
        limit = self.policy.last_calls
        if facts.counted is UNKNOWN:
            why = "another call departed at the same time, or a later stop may be no call"
            reasons.append(reason("order_unclear", self._cite("last_calls"), limit=limit, why=why))
        elif facts.is_call is YES:
            reasons.append(self._counted[facts.slot_low - 1])
        return reasons

    def listed_name(self, spell: Listing) -> str:
        """What a listing is of: the country, or the port or facility in it."""
        name = self.name(spell.country)
        return f"{place_name(self.snapshot, spell)} ({name})" if isinstance(spell, PlaceListing) else name

    def reaching(self, facts: CallFacts) -> list[tuple[Berth, PlaceVerdict]]:
        """The listings that reach a call, or may: the surest first, in the order of its berths."""
        found = [
            (berth, entry)
            for berth in facts.berths
            for entry in self.snapshot.places(facts.country, facts.arrival_day, facts.port, berth)
            if entry.listed is not NO
        ]
        return sorted(found, key=lambda pair: pair[1].listed is not YES)

    def spell_of(self, facts: CallFacts) -> Listing:
        """The listing that a listed call is judged by."""
        standing = self.snapshot.standing(facts.country, facts.arrival_day)
        return self.reaching(facts)[0][1].spell if standing.places else standing.listings[0][0]

    def _listed(self, facts: CallFacts) -> list[Reason]:
        standing = self.snapshot.standing(facts.country, facts.arrival_day)
        if not standing.places:
            return list(self.listing(facts.country, facts.arrival_day))
        reaching = self.reaching(facts)
        if reaching:
            return self._place(facts, *reaching[0])
        only, cited = self.places_said(standing), standing.listings[0][0].citation
        return [reason("place_not_listed", cited, country=self.name(facts.country), only=only)]

    def places_said(self, standing: Standing) -> str:
        """The ports and facilities that the listings of a country name, each once."""
        spells = [spell for spell, _ in standing.listings if isinstance(spell, PlaceListing)]
        return ", ".join(dict.fromkeys(place_name(self.snapshot, spell) for spell in spells))

    def _place(self, facts: CallFacts, berth: Berth, found: PlaceVerdict) -> list[Reason]:
        spell, name = found.spell, self.listed_name(found.spell)
        if found.listed is YES:
            return self._stands(spell, name)
        if found.reached is YES:
            return [reason("listing_unclear", spell.citation, country=name, why=self._why(spell, facts.arrival_day))]
        standing = self.snapshot.standing(facts.country, facts.arrival_day)
        place = place_name(self.snapshot, spell) if isinstance(spell, PlaceListing) else name
        values = {"country": self.name(facts.country), "only": self.places_said(standing), "place": place}
        return [reason(_PLACE_CODES[found.code], spell.citation, given=berth_said(berth), **values)]

    def _stands(self, spell: Listing, name: str) -> list[Reason]:
        reasons = [reason("listed", spell.citation, country=name, since=since_said(spell.start))]
        if spell.ground is Ground.DEEMED:
            reasons.append(reason("deemed", spell.citation, country=name))
        return reasons

    def listing(self, country: str, day: date) -> tuple[Reason, ...]:
        """Whether and since when a country was on the list. One answer for each stretch between changes."""
        standing = self.snapshot.standing(country, day)
        found = self._said_of_listing.get((country, standing))
        if found is None:
            found = self._said_of_listing[country, standing] = self._listing(country, day, standing)
        return found

    def _listing(self, country: str, day: date, standing: Standing) -> tuple[Reason, ...]:
        name = self.name(country)
        if standing.listed is NO:
            return (self._not_listed(country, day),)
        sure = [spell for spell, truth in standing.listings if truth is YES]
        if not sure:
            spell = standing.listings[0][0]
            return (reason("listing_unclear", spell.citation, country=name, why=self._why(spell, day)),)
        return tuple(self._stands(sure[0], name))

    def _not_listed(self, country: str, day: date) -> Reason:
        name = self.name(country)
        ended = self.snapshot.last_end(country, day)
        if ended and ended.end:
            name = self.listed_name(ended)
            return reason("no_longer_listed", ended.end_citation, country=name, since=since_said(ended.end))
        coming = self.snapshot.next_start(country, day)
        if coming:
            name = self.listed_name(coming)
            return reason("not_yet_listed", coming.citation, country=name, since=since_said(coming.start))
        return reason("not_listed", country=name)

    def _visit(self, facts: CallFacts) -> list[Reason]:
        if facts.listed is not YES or facts.listed_at_visit is YES:
            return []
        spell = self.spell_of(facts)
        return [reason("listed_after_visit", spell.citation, since=since_said(spell.start))]

    def _exceptions(self, facts: CallFacts) -> list[Reason]:
        said_of: dict[str, Reason] = {}
        for berth in facts.berths:
            verdict = self.snapshot.berth(facts.country, facts.arrival_day, facts.port, berth)
            found = self._berth(facts, berth, verdict)
            said_of.setdefault(found.text, found)
        return list(said_of.values())

    def _berth(self, facts: CallFacts, berth: Berth, verdict: BerthVerdict) -> Reason:
        name, given = self.name(facts.country), berth_said(berth)
        spell, match = verdict.spell, verdict.match
        if spell is None or match is None:
            code = _BERTH_CODES[verdict.code]
            citation = self._exceptions_citation(facts) if code != "no_exceptions" else None
            return reason(code, citation, country=name, given=given)
        facility = match.facility.name
        if verdict.code == "matched":
            if spell.tier is Tier.EXCEPTED:
                how = _HOW[match.how]
                return reason("excepted", spell.citation, facility=facility, country=name, how=how)
            code = "duties_only" if spell.tier is Tier.DUTIES_ONLY else "carved_out"
            return reason(code, spell.citation, facility=facility, country=name)
        if verdict.code == "doubtful_spell":
            why, day = self._why(spell, facts.arrival_day), said(facts.arrival_day)
            # What made it unclear is cited: the end, unless it had not even begun for certain.
            by_end = spell.start.reached(facts.arrival_day) is YES
            cited = (spell.end_citation if by_end else None) or spell.citation
            return reason("exception_unclear", cited, facility=facility, day=day, why=why)
        code = "facility_contradiction" if verdict.code == "contradiction" else "facility_near"
        return reason(code, spell.citation, given=given, facility=facility)

    def _exceptions_citation(self, facts: CallFacts) -> Citation | None:
        standing = self.snapshot.standing(facts.country, facts.arrival_day)
        return standing.exceptions[0][0].citation if standing.exceptions else None


_BERTH_CODES = {
    "given_none": "facility_not_given",
    "no_match": "not_excepted",
    "no_exceptions": "no_exceptions",
    "missing_rows": "rows_missing",
    "unreadable": "number_unreadable",
}

_PLACE_CODES = {
    "port_not_given": "port_not_given",
    "port_differs": "port_differs",
    "facility_not_given": "place_not_given",
    "near": "place_near",
    "contradiction": "place_contradiction",
    "unreadable": "place_unreadable",
}

_END_REASONS = {
    "vanished": "it was missing, without a word, from a later printing",
    "unrecovered": "the later printings were not recovered as far as its row",
}


def why_unclear(spell: Spell, day: date, known_at: date) -> str:
    """Why a spell's standing on a day is unknown, told with no more than was public on `known_at`."""
    if spell.start.reached(day) is UNKNOWN:
        return f"it began on {since_said(spell.start)}"
    end_public = spell.end_known is None or spell.end_known.reached(known_at) is not NO
    if spell.end is not None and end_public and spell.end.reached(day) is UNKNOWN:
        told = _END_REASONS.get(spell.end_reason) if isinstance(spell, ExceptionSpell) else None
        return told or f"it ended on {since_said(spell.end)}"
    return "the day on which the change became public is not known"
