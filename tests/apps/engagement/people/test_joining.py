"""Entries of one person: found when writing and afterwards, joined with a preview, parted again."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions import joining, telling_apart
from roadstead.engagement.actions.contact_marking import attach_file
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.models import Contact, ContactMerger, Position
from roadstead.engagement.queries.duplicates import alike, pairs
from roadstead.files import queries as files
from tests import people
from tests.apps.engagement.people.acting import (
    LIST,
    anew,
    draft,
    events,
    everyone,
    mark,
    organisation,
    page,
    part,
    points,
    written,
)


@pytest.fixture
def desk(liaison: User) -> Client:
    return people.client_of(liaison)


def found(by: User, **said: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.contact.name, one.why) for one in alike(draft(**said), people.viewer(by))]


def test_an_entry_alike_is_found(liaison: User) -> None:
    written(liaison, name="Amina Bello (invented)", country="NG", emails="Amina@Example.org", phones="+234 1 555 0100")
    assert found(liaison, name="Somebody", emails="amina@example.ORG") == [("Amina Bello (invented)", ("email",))]
    assert found(liaison, name="Somebody", phones="00234-1-5550100") == [("Amina Bello (invented)", ("phone",))]
    assert found(liaison, name="BELLO Amína, invented", country="NG") == [("Amina Bello (invented)", ("name",))]
    assert found(liaison, name="Amina Belo (invented)", country="NG") == [("Amina Bello (invented)", ("name",))]
    assert found(liaison, name="Amina Bello (invented)", country="GH") == []
    assert found(liaison, name="Kofi Mensah (invented)", country="NG") == []


def test_an_entry_that_may_not_be_read_is_not_found(liaison: User, headquarters: User) -> None:
    contact = written(headquarters, emails="amina@example.org")
    mark(contact, Mark.RESTRICTED, headquarters)
    assert found(liaison, emails="amina@example.org") == []
    assert pairs(people.viewer(liaison)) == []


def test_whoever_writes_is_shown_entries_alike_before_anything_is_saved(desk: Client, liaison: User) -> None:
    written(liaison, emails="amina@example.org")
    said = {"name": "A. Bello (invented)", "source": "a card", "consent": "unknown", "emails": "amina@example.org"}
    response = desk.post(f"{LIST}new/", said)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Perhaps we have this person already" in text
    assert "the same e-mail address" in text
    assert len(everyone()) == 1
    again = text.split('name="anyway" value="')[1].split('"')[0]
    desk.post(f"{LIST}new/", said | {"anyway": again})
    assert len(everyone()) == 2


def test_the_page_of_pairs(desk: Client, liaison: User) -> None:
    assert "No two entries are alike" in page(desk, f"{LIST}duplicates/")
    written(liaison, name="Amina Bello (invented)", country="NG")
    written(liaison, name="Amina Belo (invented)", country="NG")
    written(liaison, name="Kofi Mensah (invented)", country="NG", phones="+233 30 555 0100")
    written(liaison, name="K. Mensah (invented)", country="NG", phones="+233 305550100")
    text = page(desk, f"{LIST}duplicates/")
    assert "the same number" in text
    assert "Amina Belo" not in text
    assert "Amina Belo" in page(desk, f"{LIST}duplicates/?country=NG")
    assert len(pairs(people.viewer(liaison), country="NG")) == 2


def test_two_people_are_told_apart_and_not_named_again(desk: Client, liaison: User, headquarters: User) -> None:
    one = written(liaison, name="Amina Bello (invented)", country="NG", emails="office@example.org")
    other = written(liaison, name="Kofi Mensah (invented)", country="NG", emails="office@example.org")
    address = f"{LIST}{other.pk}/join/{one.pk}/"
    assert "office@example.org" in page(desk, f"{LIST}duplicates/")
    assert desk.post(address, {"keep": "apart", "why": ""}).status_code == 422
    assert len(pairs(people.viewer(liaison))) == 1, "nothing is decided without a reason"
    response = desk.post(address, {"keep": "apart", "why": "both were met, in one office"}, follow=True)
    text = response.content.decode()
    assert "They are two people" in text
    assert "No two entries are alike" in text
    assert pairs(people.viewer(headquarters)) == []
    assert all(anew(each).merged_into_id is None for each in (one, other))
    assert "both were met, in one office" in page(desk, address)
    assert events("engagement.contacts_told_apart", one)
    assert events("engagement.contacts_told_apart", other)
    telling_apart.tell_apart(one=one, other=other, why="again", by=people.viewer(headquarters))
    assert len(events("engagement.contacts_told_apart", one)) == 1, "said once"
    join(one, other, liaison)
    assert anew(other).merged_into_id == one.pk, "who was mistaken joins them after all"


@pytest.fixture
def two(liaison: User) -> tuple[Contact, Contact]:
    """Two entries of one person, who was at two organisations."""
    one = written(
        liaison, name="Amina Bello (invented)", emails="a@example.org\nb@example.org", last_contact_on="2025-01-01"
    )
    other = written(
        liaison,
        name="A. Bello (invented)",
        country="NG",
        languages="fr",
        emails="c@example.org\nb@example.org",
        phones="+234 1 555 0100",
        last_contact_on="2026-01-01",
        consent="given",
        consent_on="2026-01-01",
    )
    agency, ministry = organisation(liaison), organisation(liaison, name="Ministry (invented)")
    part(one, agency, liaison, since="2024-01-01")
    part(other, agency, liaison, since="2024-01-01")
    part(other, ministry, liaison, kind="officer", until="2024-01-01")
    upload = ContentFile(b"A card.", name="card.txt")
    attach_file(contact=other, upload=upload, description="", by=people.viewer(liaison))
    return one, other


def join(one: Contact, other: Contact, by: User) -> ContactMerger:
    return joining.merge_contacts(kept=one, merged=other, why="the same card", by=people.viewer(by))


def test_the_preview_counts_what_would_follow(desk: Client, liaison: User, two: tuple[Contact, Contact]) -> None:
    one, other = two
    shown = joining.preview(one, other, people.viewer(liaison))
    assert [(moving, staying) for _name, moving, staying in shown.follows] == [(2, 1), (1, 1), (1, 0)]
    assert set(shown.fills) == {"country_id", "languages", "consent", "consent_on", "last_contact_on"}
    text = page(desk, f"{LIST}{one.pk}/join/{other.pk}/")
    assert "Addresses and numbers: 2" in text
    assert anew(other).merged_into_id is None


def test_joining_takes_everything_along(desk: Client, liaison: User, two: tuple[Contact, Contact]) -> None:
    one, other = two
    response = desk.post(f"{LIST}{one.pk}/join/{other.pk}/", {"keep": str(one.pk), "why": "the same card"}, follow=True)
    assert "The two entries are one now." in response.content.decode()
    kept = anew(one)
    assert points(kept) == ["a@example.org", "b@example.org", "c@example.org"]
    assert points(kept, "phone") == ["+234 1 555 0100"]
    assert (kept.country_id, kept.languages, kept.consent, str(kept.last_contact_on)) == (
        "NG",
        ["fr"],
        "given",
        "2026-01-01",
    )
    assert Position.objects.for_the_system("a test").filter(contact=kept).count() == 2
    assert [one.name for one in files.attachments_of(kept, people.viewer(liaison))] == ["card.txt"]
    assert everyone() == ["Amina Bello (invented)"]
    assert desk.get(f"{LIST}{other.pk}/").headers["Location"] == f"{LIST}{one.pk}/"
    assert "A. Bello" not in page(desk, LIST)
    assert desk.get(f"{LIST}{one.pk}/join/{other.pk}/").status_code == 404
    [told] = events("engagement.contacts_merged", one)
    assert (told.data["points"], told.data["positions"], told.data["files"]) == (2, 1, 1)
    assert "Bello" not in str(told.data)


def test_parting_brings_both_back_as_they_were(desk: Client, liaison: User, two: tuple[Contact, Contact]) -> None:
    one, other = two
    merger = join(one, other, liaison)
    kept = anew(one)
    kept.languages = ["fr", "en"]  # written since, so that it stays
    kept.save()
    desk.post(f"{LIST}{one.pk}/joined/{merger.pk}/")
    kept, back = anew(one), anew(other)
    assert points(kept) == ["a@example.org", "b@example.org"]
    assert points(kept, "phone") == []
    assert points(back) == ["c@example.org", "b@example.org"]
    assert (kept.country_id, kept.consent, str(kept.last_contact_on)) == (None, "unknown", "2025-01-01")
    assert kept.languages == ["fr", "en"]
    assert Position.objects.for_the_system("a test").filter(contact=back).count() == 2
    assert [one.name for one in files.attachments_of(back, people.viewer(liaison))] == ["card.txt"]
    assert len(everyone()) == 2
    with pytest.raises(ContactError, match="parted already"):
        joining.part_contacts(merger=merger, by=people.viewer(liaison))
    assert events("engagement.contacts_parted", other)


def test_a_chain_is_undone_from_its_end(liaison: User, two: tuple[Contact, Contact]) -> None:
    one, other = two
    third = written(liaison, name="Third (invented)")
    first = join(one, other, liaison)
    second = join(third, one, liaison)
    with pytest.raises(ContactError, match="Part these first"):
        joining.part_contacts(merger=first, by=people.viewer(liaison))
    joining.part_contacts(merger=second, by=people.viewer(liaison))
    joining.part_contacts(merger=first, by=people.viewer(liaison))
    assert len(everyone()) == 3


def test_a_relation_that_nobody_named_refuses_the_joining(
    liaison: User, two: tuple[Contact, Contact], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert joining.relations() == set(joining.RELATIONS)
    known = {name: what for name, what in joining.RELATIONS.items() if name != "engagement.Position.contact"}
    monkeypatch.setattr(joining, "RELATIONS", known)
    with pytest.raises(ContactError, match=r"engagement\.Position\.contact"):
        join(*two, liaison)
    assert len(everyone()) == 2


def test_entries_for_other_readers_are_not_joined(liaison: User, two: tuple[Contact, Contact]) -> None:
    one, other = two
    mark(other, Mark.PARTNER, liaison, states=["NG"])
    with pytest.raises(ContactError, match="Mark them alike first"):
        join(one, other, liaison)
    with pytest.raises(ContactError, match="not joined with itself"):
        join(one, one, liaison)


def test_who_refused_once_has_refused(liaison: User) -> None:
    one, other = written(liaison, consent="given"), written(liaison, consent="refused")
    join(one, other, liaison)
    assert anew(one).consent == "refused"
