"""Training for the census: a course of today with a delegate who came, a request, an expert who was chosen, a link."""

from datetime import timedelta
from uuid import uuid4

from roadstead.common import clock
from roadstead.training.actions import experts, linking
from tests.apps.engagement.planting import country
from tests.apps.training import acting
from tests.people import holder, viewer


def training() -> dict[str, str]:
    """Nigeria’s delegate has a certificate; an expert is chosen for its request."""
    country("NG")
    by = holder("headquarters", name="Tess Trains", email="tess.trains@example.org")
    host = holder("authority", "NG", name="Ike Invites", email="ike.invites@example.org")
    today = clock.today()
    days = {"first_on": today, "last_on": today, "nominate_by": today}
    offering = acting.opened(by, "NG", course="ips-drills", **days)
    delegate = acting.selected(by, acting.nominated(host, offering))
    given = acting.certified(by, acting.came(by, delegate))
    request = acting.asked(host)
    expert = acting.expert(by)
    said = {"first_on": today, "last_on": today + timedelta(days=9), "by": viewer(by)}
    free = experts.add_free(expert=expert, **said)  # type: ignore[arg-type]
    service = experts.send_expert(expert=expert, request=request, body="", role="instructor", **said)  # type: ignore[arg-type]
    person = {"country": "NG", "name": "Ola Outside (invented)", "email": "ola.outside@example.org", "days": 30}
    link, _secret = linking.give_request_link(uid=uuid4(), by=viewer(by), **person)  # type: ignore[arg-type]
    found = {"offering": offering, "delegate": delegate, "request": request, "expert": expert}
    found |= {"free": free, "service": service, "link": link}
    return {f"training_{name}": str(one.pk) for name, one in found.items()} | {"training_code": given.code}
