"""Who answers for which country, on any day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from roadstead.registry.enums import AssignmentKind
from roadstead.registry.models import Assignment, Post

RESPONSIBLE, COVER = AssignmentKind.RESPONSIBLE.value, AssignmentKind.COVER.value


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment. `until` is the first day without; `post` "" where none is said."""

    pk: int
    country: str
    country_name: str
    officer: int
    officer_name: str
    post: str
    place: str
    kind: str
    first: date
    until: date | None
    why: str

    @property
    def last(self) -> date | None:
        """The last day, as a page says it."""
        return self.until - timedelta(days=1) if self.until else None

    def holds(self, on: date) -> bool:
        """Whether it is in force on a day."""
        return self.first <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for a country on a day: the responsible officer, who covers, and who comes next."""

    responsible: Line | None = None
    cover: Line | None = None
    following: Line | None = None
    next_cover: Line | None = None

    @property
    def acting(self) -> Line | None:
        """Whom to call on that day."""
        return self.cover or self.responsible


def in_force(on: date) -> Q:
    """Which assignments hold on a day."""
    return Q(valid_from__lte=on) & _not_over(on)


def answering(codes: Collection[str], on: date) -> dict[str, Answering]:
    """Who answers for each of some countries on a day, by code; one query."""
    return sorted_out(lines(Assignment.objects.filter(_not_over(on), country__in=codes)), codes, on)


def all_answering(codes: Collection[str], on: date) -> dict[str, Answering]:
    """The same for many countries: everything that is not over on a day, in one query without their list."""
    return sorted_out(lines(Assignment.objects.filter(_not_over(on))), codes, on)


def history(code: str) -> list[Line]:
    """Every assignment for a country, the latest first."""
    return lines(Assignment.objects.filter(country=code).order_by("-valid_from", "-pk"))


def of_officer(officer: int, on: date) -> list[Line]:
    """What an officer answers for on a day or later, by country."""
    return lines(Assignment.objects.filter(_not_over(on), officer=officer).order_by("country__name", "valid_from"))


def of_officers(numbers: Collection[int], on: date) -> dict[int, list[Line]]:
    """What some officers answer for on a day, by officer; one query."""
    found: dict[int, list[Line]] = {}
    for line in lines(Assignment.objects.filter(in_force(on), officer__in=numbers)):
        found.setdefault(line.officer, []).append(line)
    return found


def past_of_officer(officer: int, on: date) -> list[Line]:
    """What an officer answered for before a day, the latest first."""
    rows = Assignment.objects.filter(officer=officer, valid_until__lte=on).order_by("-valid_until", "country__name")
    return lines(rows)


def assignment(pk: int) -> Line | None:
    """One assignment by its number."""
    return next(iter(lines(Assignment.objects.filter(pk=pk))), None)


def posts(*, former: bool = False) -> QuerySet[Post]:
    """The posts of liaison officers; those that are no more only if asked for."""
    return Post.objects.all() if former else Post.objects.filter(former=False)


def lines(rows: QuerySet[Assignment]) -> list[Line]:
    """Assignments with the names that they need; one query."""
    return [_line(row) for row in rows.select_related("country", "officer", "post")]


def sorted_out(found: Collection[Line], codes: Collection[str], on: date) -> dict[str, Answering]:
    """Who of those found answers for each country on a day."""
    by_country: dict[str, list[Line]] = {code: [] for code in codes}
    for line in sorted(found, key=lambda line: line.first):
        if line.country in by_country:
            by_country[line.country].append(line)
    return {code: _answering(rows, on) for code, rows in by_country.items()}


def _answering(rows: list[Line], on: date) -> Answering:
    now = [line for line in rows if line.holds(on)]
    later = [line for line in rows if line.first > on]
    return Answering(_first(now, RESPONSIBLE), _first(now, COVER), _first(later, RESPONSIBLE), _first(later, COVER))


def _first(rows: list[Line], kind: str) -> Line | None:
    return next((line for line in rows if line.kind == kind), None)


def _not_over(on: date) -> Q:
    return Q(valid_until__isnull=True) | Q(valid_until__gt=on)


def _line(row: Assignment) -> Line:
    return Line(
        pk=row.pk,
        country=row.country_id,
        country_name=row.country.name,
        officer=row.officer_id,
        officer_name=row.officer.name,
        post=row.post_id or "",
        place=row.post.place if row.post else "",
        kind=row.kind,
        first=row.valid_from,
        until=row.valid_until,
        why=row.why,
    )
