"""One record of each kind for the census, under the names by which addresses ask for them."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.test import Client

from roadstead.accounts.models import Grant
from roadstead.common import clock
from roadstead.files import actions
from roadstead.registry.actions.handing_over import hand_over
from roadstead.registry.models import Assignment
from tests.apps.engagement.planting import country, plant
from tests.apps.registry import posting
from tests.people import give, holder, person, viewer


def places() -> dict[str, str]:
    """What stands for the names in braces in a sample."""
    return {**_voyage(), **_account(), **_file(), **_information(), **_portfolio()}


def _voyage() -> dict[str, str]:
    """The checker's own example."""
    client = Client()
    example = client.get("/check/?example=1").headers["Location"].partition("?")[2]
    return {"voyage": client.get(f"/check/?{example}", follow=True).request["QUERY_STRING"]}


def _information() -> dict[str, str]:
    """A note that was shared with Nigeria, with a file, and one for everyone."""
    author = person("Ines Writer")
    give(author, "headquarters")
    shared = plant(by=author, mark="partner", states=["NG"], countries=["NG"])
    file = actions.attach(record=shared, upload=ContentFile(b"Some words.", name="words.txt"), by=viewer(author))
    public = plant(by=author, mark="public")
    return {"information": str(shared.pk), "attachment": str(file.pk), "public_information": str(public.pk)}


def _account() -> dict[str, str]:
    someone = person("Someone Else")
    give(someone, "authority")
    return {"account": str(someone.pk), "grant": str(Grant.objects.get(person=someone).pk)}


def _file() -> dict[str, str]:
    """A file that everyone may read."""
    writer = holder("analyst", name="Writer", email="writer@example.org")
    record, upload = plant(by=writer, mark="public"), ContentFile(b"Some words.\n", name="notes.txt")
    return {"file": f"{actions.attach(record=record, upload=upload, by=viewer(writer)).pk}/notes.txt"}


def _portfolio() -> dict[str, str]:
    """An officer with two countries of whom one covers a third, and a hand-over between two."""
    by, first = holder("headquarters", name="Hedda Assigns", email="hedda@example.org"), clock.today()
    giver, taker = (
        holder("analyst", name=name, email=f"{name[:3].lower()}@example.org") for name in ("Gil Giver", "Tia Taker")
    )
    for code in ("NG", "GH", "TG"):
        country(code)
    said = {"why": "for the census", "by": viewer(by)}
    posting.assign(by, giver, "GH", "NG", "TG", until=first + timedelta(days=30))
    posting.cover(by, taker, "GH", first=first, until=first + timedelta(days=9))
    made = hand_over(giver=giver.pk, taker=taker.pk, countries=["NG"], on=first + timedelta(days=5), **said)
    posting.assign(by, taker, "TG", first=first + timedelta(days=30))
    row = Assignment.objects.get(country="GH", kind="responsible")
    return {"officer": str(giver.pk), "assignment": str(row.pk), "hand_over": str(made.pk)}
