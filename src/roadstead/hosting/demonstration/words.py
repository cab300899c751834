"""What is said in the invented reciprocal visits, and whether they were made already."""

from uuid import NAMESPACE_URL, UUID, uuid5

from roadstead.hosting.models import HostUnit

AIMS = (
    "See how a terminal of our size puts its security plan into practice, from the gate to the quay.",
    "Learn how plans are reviewed, returned and approved, and how long each step takes.",
    "See drills and an exercise with the port authority, the operator and the Coast Guard together.",
    "Understand how findings are followed up, and what happens where they are not.",
    "See how access for drivers and contractors is handled where many come every hour.",
    "Learn how passenger terminals are secured on days with several cruise ships.",
)
HELPED = "The tour with the facility’s own security officer: we saw the plan being used, not shown (invented)"
OTHERWISE = "More time at the gate in the early morning, and less in meeting rooms (invented)"
HOST_HELPED = "Their questions on contractors made us look at our own list again (invented)"
TAKEN = (
    ("guest", "Rewrite the part of the plan template on contractors, and send it for comment (invented)", 90),
    ("guest", "Hold one drill with the port police before the next visit (invented)", 180),
    ("host", "Send the checklist for reviewing plans, without names of facilities (invented)", 30),
)
DELEGATES = (
    ("Amara Sample (invented)", "Head of port security (invented)"),
    ("Kofi Example (invented)", "Inspector of port facilities (invented)"),
    ("Lina Placeholder (invented)", "Legal adviser (invented)"),
    ("Tomas Nobody (invented)", "Port facility security officer (invented)"),
)
MOST_UNITS = 50  # whose identifiers are looked for
COSTS = (
    ("Interpreters, five days (invented)", 4_200, "Programme, capacity building"),
    ("Travel and lodging of the delegation (invented)", 18_500, "The State itself"),
)


def uid(*about: object) -> UUID:
    """The same for the same thing on every machine, so that nothing is invented twice."""
    return uuid5(NAMESPACE_URL, f"roadstead/demonstration/hosting/{'/'.join(map(str, about))}")


def there_already() -> bool:
    """Whether the demonstration has made them."""
    why = "whether the demonstration has made them already"
    return HostUnit.objects.for_the_system(why).filter(uid__in=[uid("unit", one) for one in range(MOST_UNITS)]).exists()
