"""What everyone may read."""

from xml.etree import ElementTree as ET

from django.test import Client

from roadstead.accounts.models import User
from tests import people
from tests.apps.engagement.planting import plant

ATOM = "{http://www.w3.org/2005/Atom}"


def test_an_empty_list_leads_to_the_advisory(client: Client) -> None:
    assert "Nothing is shared with everyone yet" in client.get("/information/").content.decode()


def test_it_is_the_same_list_for_whoever_asks(client: Client, headquarters: User) -> None:
    public = plant(title="For everyone", mark="public")
    plant(title="Internal")
    plant(title="Shared", mark="partner", states=["NG"])
    for one in (client, people.client_of(headquarters), people.client_of(headquarters, power=True)):
        text = one.get("/information/").content.decode()
        assert "For everyone" in text
        assert "1 record." in text
        assert "Internal" not in text
        assert "Shared" not in text
    assert "Some words." in client.get(f"/information/{public.pk}/").content.decode()


def test_what_is_not_public_is_not_there(client: Client, headquarters: User) -> None:
    hidden = plant(mark="programme")
    for one in (client, people.client_of(headquarters)):
        assert one.get(f"/information/{hidden.pk}/").status_code == 404


def test_the_feed_has_what_is_public_and_says_what_was_withdrawn(client: Client) -> None:
    plant(title="For everyone & all", text="One\x0b <two>", mark="public")
    gone = plant(title="Old", mark="public")
    gone.withdrawn_at, gone.withdrawn_by, gone.withdrawn_why = gone.written_at, gone.written_by, "superseded"
    gone.save()
    plant(title="Internal")
    response = client.get("/information.atom")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert "max-age=60" in response.headers["Cache-Control"]
    feed = ET.fromstring(response.content)
    found = {one.findtext(f"{ATOM}title"): one.findtext(f"{ATOM}summary") for one in feed.iter(f"{ATOM}entry")}
    assert found == {"For everyone & all": "One <two>", "Old": "Withdrawn: superseded"}


def test_the_reason_of_the_mark_and_its_author_stay_inside(client: Client) -> None:
    public = plant(mark="public", mark_reason="Peculiar reason")
    for address in ("/information/", f"/information/{public.pk}/", "/information.atom", "/information/export.csv"):
        text = client.get(address).content.decode()
        assert "Peculiar reason" not in text
        assert "Ines Author" not in text
