"""One record of each kind for the census, under the names by which addresses ask for them."""

from django.core.files.base import ContentFile
from django.test import Client

from roadstead.accounts.models import Grant
from roadstead.files import actions
from tests.apps.engagement.planting import plant
from tests.people import give, holder, person, viewer


def places() -> dict[str, str]:
    """What stands for the names in braces in a sample."""
    return {**_voyage(), **_account(), **_file(), **_information()}


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
