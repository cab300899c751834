"""Who answers for which country in the demonstration: officers at real posts, absences with cover, and some gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
GAP_EVERY = 73  # countries; each has nobody
POSTS = {"Americas": "portsmouth", "Asia": "fussa", "Oceania": "fussa", "Europe": "brunssum", "Africa": "brunssum"}
NOTE = (
    "The three Designated Authorities know that somebody new comes. Liberia asked for a seminar on drills; nothing was "
    "promised yet. Invented for the demonstration."
)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """An officer with countries; before: who answered for them earlier."""

    officer: int
    before: int
    countries: tuple[str, ...]
    post: str


@action
def give_portfolios(*, lands: Sequence[Land], officers: Sequence[int], liaison: int, on: date, by: Viewer) -> None:
    """Give every country an officer that has never had one, but for the gaps; then covers, and one hand-over. Once."""
    given = set(Assignment.objects.values_list("country", flat=True).distinct())
    if not officers or Assignment.objects.filter(why=WHY).exists():
        unchanged()
        return
    plan = (replace(one, countries=_without(one.countries, given)) for one in _portfolios(lands, officers, liaison))
    portfolios = [one for one in plan if one.countries]
    for number, one in enumerate(portfolios):
        _give(one, number, on, by)
    _cover(portfolios, on, by)
    _pass_on(portfolios, liaison, on, by)
    if not portfolios:
        unchanged()


def _without(countries: tuple[str, ...], given: set[str]) -> tuple[str, ...]:
    return tuple(one for one in countries if one not in given)


def _portfolios(lands: Sequence[Land], officers: Sequence[int], liaison: int) -> Iterator[Portfolio]:
    own = tuple(one.code for one in lands if one.code in LIAISON)
    if own:
        yield Portfolio(liaison, officers[0], own, "brunssum")
    # A gap is a country that nobody is shown to miss here: never one that the liaison officer will get.
    rest = [one for one in lands if one.code not in LIAISON]
    kept = [one for place, one in enumerate(rest, 1) if place % GAP_EVERY or one.code in PASSED_ON]
    size = max(1, -(-len(kept) // len(officers)))
    for number, begins in enumerate(range(0, len(kept), size)):
        some = kept[begins : begins + size]
        post = POSTS.get(some[0].region, "headquarters")
        codes = tuple(one.code for one in some)
        yield Portfolio(officers[number], officers[number - 1], codes, post)


def _give(one: Portfolio, number: int, on: date, by: Viewer) -> None:
    """One’s countries, and for every second portfolio who had them before; the last country of some soon ends."""
    chance = Chance("portfolio", number)
    since = on - timedelta(days=chance.between(60, 800))
    if number % 2 == 0:
        began = since - timedelta(days=chance.between(300, 1_100))
        earlier = {"countries": one.countries, "officer": one.before, "post": one.post}
        assign(**earlier, first=began, until=since, why=WHY, by=by)
    ends = on + timedelta(days=25) if number % 11 == 5 else None
    last = one.countries[-1:] if ends else ()
    for codes, until in ((one.countries[: len(one.countries) - len(last)], None), (last, ends)):
        if codes:
            said = {"countries": codes, "officer": one.officer, "post": one.post}
            assign(**said, first=since, until=until, why=WHY, by=by)


def _cover(portfolios: Sequence[Portfolio], on: date, by: Viewer) -> None:
    """Some are away and covered by their neighbour; one will be."""
    for number in range(1, len(portfolios), 6):
        away, there = portfolios[number], portfolios[number - 1]
        begins = on + timedelta(days=20 if number == 7 else -4)
        days = {"first": begins, "until": begins + timedelta(days=14)}
        countries = away.countries[:-1] or away.countries
        cover(countries=countries, officer=there.officer, why="Leave. " + WHY, by=by, **days)


def _pass_on(portfolios: Sequence[Portfolio], liaison: int, on: date, by: Viewer) -> None:
    """Some countries pass to the liaison officer next week, as far as one colleague has them all."""
    for one in portfolios:
        countries = [code for code in one.countries if code in PASSED_ON]
        if countries and one.officer != liaison:
            days = {"on": on + timedelta(days=7), "why": "A portfolio nearer to the others. " + WHY}
            hand_over(giver=one.officer, taker=liaison, countries=countries, note=NOTE, by=by, **days)
