"""Who answers for which country in the demonstration: officers at real posts, absences with cover, and some gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from roadstead.audit.actions import action, unchanged
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance
from roadstead.registry.actions.assigning import assign, cover
from roadstead.registry.actions.handing_over import hand_over
from roadstead.registry.demonstration.lands import Land
from roadstead.registry.models import Assignment

WHY = "For the demonstration."
LIAISON = ("CM", "GH", "NG", "BJ", "CI", "GA", "GQ", "SN", "TG")  # whom the invented liaison officer answers for
PASSED_ON = ("GM", "LR", "SL")  # whom another hands over to that officer
OFFICERS = 24  # besides the liaison officer, at most
GAP_EVERY = 73  # countries; each has nobody
POSTS = {"Americas": "portsmouth", "Asia": "fussa", "Oceania": "fussa", "Europe": "brunssum", "Africa": "brunssum"}
POSTS |= {"Western Asia": "brunssum"}
NOTE = (
    "The three Designated Authorities know that somebody new comes. Liberia asked for a seminar on drills; nothing was "
    "promised yet. Invented for the demonstration."
)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Countries of one officer, and the post. officer: the place among the officers; None: the liaison officer."""

    officer: int | None
    countries: tuple[str, ...]
    post: str


def plan(lands: Sequence[Land]) -> list[Portfolio]:
    """Who is to answer for which countries, but for the gaps; those of one post together."""
    own = tuple(one.code for one in lands if one.code in LIAISON)
    made = [Portfolio(None, own, "brunssum")] if own else []
    rest = [one for one in lands if one.code not in LIAISON]
    kept = [one for place, one in enumerate(rest, 1) if place % GAP_EVERY or one.code in PASSED_ON]
    size = max(1, -(-len(kept) // (OFFICERS - len(set(POSTS.values())))))
    number = 0
    for post in sorted({_post(one) for one in kept}):
        # What passes on together begins together.
        some = sorted((one for one in kept if _post(one) == post), key=lambda one: one.code not in PASSED_ON)
        for begins in range(0, len(some), size):
            made.append(Portfolio(number, tuple(one.code for one in some[begins : begins + size]), post))
            number += 1
    return made


def _post(land: Land) -> str:
    return POSTS.get(land.subregion) or POSTS.get(land.region, "brunssum")


@action
def give_portfolios(
    *, portfolios: Sequence[Portfolio], officers: Sequence[int], liaison: int, on: date, by: Viewer
) -> None:
    """Give countries that never had an officer to those planned; then covers, and one hand-over. Once."""
    if Assignment.objects.filter(why=WHY).exists():
        unchanged()
        return
    given = set(Assignment.objects.values_list("country", flat=True).distinct())
    held = [Held(one, given, officers, liaison) for one in portfolios if set(one.countries) - given]
    for number, one in enumerate(held):
        _give(one, held[number - 1].officer, number, on, by)
    _cover(held, on, by)
    _pass_on(held, liaison, on, by)
    if not held:
        unchanged()


class Held:
    """A portfolio with the number of its officer, and what of it is still to be given."""

    def __init__(self, one: Portfolio, given: set[str], officers: Sequence[int], liaison: int) -> None:
        self.officer = liaison if one.officer is None else officers[one.officer]
        self.countries = tuple(code for code in one.countries if code not in given)
        self.post = one.post


def _give(one: Held, before: int, number: int, on: date, by: Viewer) -> None:
    """One’s countries, and for every second portfolio who had them before; the last country of some soon ends."""
    chance = Chance("portfolio", number)
    since = on - timedelta(days=chance.between(60, 800))
    if number % 2 == 0 and before != one.officer:
        began = since - timedelta(days=chance.between(300, 1_100))
        earlier: dict[str, Any] = {"countries": one.countries, "officer": before, "post": one.post}
        assign(**earlier, first=began, until=since, why=WHY, by=by)
    ends = on + timedelta(days=25) if number % 11 == 5 else None
    last = one.countries[-1:] if ends else ()
    for codes, until in ((one.countries[: len(one.countries) - len(last)], None), (last, ends)):
        if codes:
            said: dict[str, Any] = {"countries": codes, "officer": one.officer, "post": one.post}
            assign(**said, first=since, until=until, why=WHY, by=by)


def _cover(portfolios: Sequence[Held], on: date, by: Viewer) -> None:
    """Some are away and covered by their neighbour; one will be."""
    for number in range(1, len(portfolios), 6):
        away, there = portfolios[number], portfolios[number - 1]
        begins = on + timedelta(days=20 if number == 7 else -4)
        days = {"first": begins, "until": begins + timedelta(days=14)}
        countries = away.countries[:-1] or away.countries
        cover(countries=countries, officer=there.officer, why="Leave. " + WHY, by=by, **days)


def _pass_on(portfolios: Sequence[Held], liaison: int, on: date, by: Viewer) -> None:
    """Some countries pass to the liaison officer next week, as far as one colleague has them all."""
    for one in portfolios:
        countries = [code for code in one.countries if code in PASSED_ON]
        if countries and one.officer != liaison:
            days: dict[str, Any] = {"on": on + timedelta(days=7), "why": "A portfolio nearer to the others. " + WHY}
            hand_over(giver=one.officer, taker=liaison, countries=countries, note=NOTE, by=by, **days)
