"""Guards at the access points in a listed port (duty C2): how many it takes, which hours stood empty, who had no rest.

How many posts there are is the ship's to say: every access point, and enough eyes for the whole outside of the ship, to
the shore and to the water. Guards are crew, or outsiders whom the master and the company security officer both accept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from roadstead.core.rest import DAY, NOTHING, WEEK, Rest, RestLimits, Stretch, gaps, rest_kept
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction


@dataclass(frozen=True, slots=True)
class Need:
    """What guarding asks for. guard_time: of all posts together; fewest: the least number of crew, by limits of rest.

    fewest is a floor: a real roster may need more. missing: what would have to be known (posts | stay | other_work);
    without the other work of the guards the floor is that of guards who do nothing else.
    """

    guard_time: timedelta | None
    each_can: timedelta | None
    fewest: int | None
    impossible: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """One person at one post. guard: a word for the person within the record, never a name."""

    guard: str
    post: str
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Outsiders:
    """Whether the guards from outside were accepted; both have to."""

    master: Truth = UNKNOWN
    company_security_officer: Truth = UNKNOWN

    @property
    def accepted(self) -> Truth:
        return conjunction((self.master, self.company_security_officer))


@dataclass(frozen=True, slots=True)
class Guarding:
    """What the record shows. empty: hours without a guard by post; rest: of the crew among the guards.

    guarded: whether duty C2 was done as far as the record says.
    """

    guarded: Truth
    empty: Mapping[str, tuple[Stretch, ...]]
    rest: Mapping[str, Rest]
    accepted: Truth

    @property
    def short_of_rest(self) -> tuple[str, ...]:
        """The guards whose rest was surely too short; more crew should be carried."""
        return tuple(guard for guard, rest in self.rest.items() if rest.kept is NO)


def need(posts: int | None, stay: timedelta | None, other_work: timedelta | None, limits: RestLimits) -> Need:
    """How many of the crew it takes at least. other_work: of each guard in a day, beside the guarding."""
    told = {"posts": posts, "stay": stay, "other_work": other_work}
    missing = tuple(name for name, value in told.items() if value is None)
    if stay is None:
        return Need(None, None, None, False, missing)
    each_can = most_work(stay, limits) - (other_work or NOTHING) * (stay / DAY)
    if posts is None:
        return Need(None, max(each_can, NOTHING), None, False, missing)
    guard_time = posts * stay
    if not guard_time:
        return Need(guard_time, max(each_can, NOTHING), 0, False, missing)
    if each_can <= NOTHING:
        return Need(guard_time, NOTHING, None, True, missing)
    return Need(guard_time, each_can, max(posts, ceil(guard_time / each_can)), False, missing)


def most_work(stay: timedelta, limits: RestLimits) -> timedelta:
    """The most that one person can work in a stay and keep the rest of every day and week."""
    weeks, rest = divmod(stay, WEEK)
    days, hours = divmod(rest, DAY)
    return weeks * limits.week_work + min(days * limits.day_work + min(hours, limits.day_work), limits.week_work)


def guarding(
    stay: Stretch,
    posts: Sequence[str] | None,
    watches: Sequence[Watch],
    limits: RestLimits,
    *,
    other_work: Mapping[str, Sequence[Stretch]] | None = None,
    outsiders: Mapping[str, Outsiders] | None = None,
) -> Guarding:
    """Judge a record of watches. posts: None where nobody said which there are; outsiders: guards that are no crew."""
    others, strangers = other_work or {}, outsiders or {}
    empty = {
        post: tuple(gaps(stay, [one.stretch for one in watches if one.post == post]))
        for post in dict.fromkeys(posts or ())
    }
    accepted = conjunction([strangers[guard].accepted for guard in _guards(watches) if guard in strangers])
    crew = [guard for guard in _guards(watches) if guard not in strangers]
    rest = {
        guard: rest_kept(
            [*(one.stretch for one in watches if one.guard == guard), *others.get(guard, ())], stay, limits
        )
        for guard in crew
    }
    manned = UNKNOWN if not posts else (NO if any(empty.values()) else YES)
    return Guarding(conjunction((manned, accepted)), empty, rest, accepted)


def _guards(watches: Sequence[Watch]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.guard for one in watches))
