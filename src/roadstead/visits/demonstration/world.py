"""The visits of the demonstration, country by country."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from roadstead.accounts import readers
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.demonstration import lands
from roadstead.visits.demonstration.advice import Years
from roadstead.visits.demonstration.agendas import lay_agenda
from roadstead.visits.demonstration.ahead import COUNTERED, SCENES, ahead, planned_course
from roadstead.visits.demonstration.asked import ask
from roadstead.visits.demonstration.ground import Ground, grounds
from roadstead.visits.demonstration.heap import entered, uid
from roadstead.visits.demonstration.in_port import type_in
from roadstead.visits.demonstration.others import lay_others
from roadstead.visits.demonstration.practice_words import PRACTICES
from roadstead.visits.demonstration.practices import write_practices
from roadstead.visits.demonstration.reports import report
from roadstead.visits.demonstration.seen import observe
from roadstead.visits.demonstration.still import stand_still
from roadstead.visits.demonstration.trips import Course, history
from roadstead.visits.demonstration.visits import Made, build
from roadstead.visits.models import BestPractice, Suspension, Visit

WHETHER = "whether the demonstration has made them already"


def make_visits(*, by: Viewer, tellers: Mapping[str, Viewer], only: Collection[str] | None = None) -> int:
    """Make what is missing; how many visits. tellers: by country, who tells of others' visits with an account.

    Raises PermissionDenied where this person may not do so.
    """
    on = clock.today()
    # Practices are written last: where they are, everything is.
    if BestPractice.objects.for_the_system(WHETHER).filter(uid=uid("practice", len(PRACTICES) - 1)).exists():
        return 0
    there = set(Visit.objects.for_the_system(WHETHER).values_list("uid", flat=True))
    closer = readers.staff_among({by.user_id or 0}).get()
    visits: dict[str, list[Made]] = {}
    for ground in grounds(lands(only), by):
        course = planned_course(ground.land, on)
        if {uid("visit", ground.code, back) for back in ("0", "ahead")} & there or not ground.officers.people:
            continue
        with transaction.atomic():  # a start that is stopped leaves no country half made
            visits[ground.code] = _country(ground, course, on, closer, tellers, by)
    with transaction.atomic():
        write_practices(visits, on=on, by=by)
    return sum(map(len, visits.values()))


def _country(
    ground: Ground, course: Course, on: date, closer: Any, tellers: Mapping[str, Viewer], by: Viewer
) -> list[Made]:
    """Every visit of a country, the first one first, with whatever belongs to it."""
    trips = [*reversed(list(history(course, on))), *ahead(course, on)]
    scene = SCENES.get(ground.code)
    made = []
    with entered(ground.code, by) as heap:
        if not Suspension.objects.filter(country=ground.code).exists():
            stand_still(course, ground, heap, on, by)
        years = Years(heap, on, by, ground.host, closer)
        for trip in trips:
            one = build(trip, ground, heap, on, by)
            ask(one, heap, tellers)
            countered = trip.back == "ahead" and scene is not None and scene.more == COUNTERED
            lay_agenda(one, ground, heap, on, countered=countered)
            years.visited(one, observe(one, heap, on, ground.host, by))
            type_in(one, heap, on, by)
            made.append(one)
        years.go_on()
        lay_others(ground, made, heap, on, tellers, by)
    _report(made, ground, on, closer, by)
    return made


def _report(made: list[Made], ground: Ground, on: date, closer: Any, by: Viewer) -> None:
    with entered(ground.code, by) as heap:
        for one in made:
            report(one, ground, heap, on, closer)
