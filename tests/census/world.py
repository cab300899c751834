"""One record of each kind for the census, under the names by which addresses ask for them."""

from django.test import Client

from roadstead.accounts.models import Grant
from tests.people import give, person


def places() -> dict[str, str]:
    """What stands for the names in braces in a sample."""
    return {**_voyage(), **_account()}


def _voyage() -> dict[str, str]:
    """The checker's own example."""
    client = Client()
    example = client.get("/check/?example=1").headers["Location"].partition("?")[2]
    return {"voyage": client.get(f"/check/?{example}", follow=True).request["QUERY_STRING"]}


def _account() -> dict[str, str]:
    someone = person("Someone Else")
    give(someone, "authority")
    return {"account": str(someone.pk), "grant": str(Grant.objects.get(person=someone).pk)}
