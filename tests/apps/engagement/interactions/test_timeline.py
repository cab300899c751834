"""The timeline of a country: everything that took place, as far as its reader may read it."""

import re

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.commitments import drop_commitment, keep_commitment
from roadstead.engagement.actions.referrals import answer_referral
from roadstead.engagement.models import Interaction
from tests import people
from tests.apps.engagement.interactions import acting
from tests.apps.engagement.interactions.acting import asked, completed, marked, promised
from tests.apps.engagement.people import acting as persons
from tests.apps.engagement.people.acting import page
from tests.apps.engagement.planting import plant
from tests.apps.registry import posting
from tests.conftest import CountQueries

NIGERIA = "/desk/countries/NG/timeline/"


def told(text: str) -> list[tuple[str, str]]:
    """Each moment with its title and its line."""
    found = re.findall(r"rs-moment__heading\">(.*?)</p>\s*<p class=\"rs-soft\">(.*?)</p>", text, re.DOTALL)
    return [(re.sub(r"<[^>]+>", "", title).strip(), " ".join(line.split())) for title, line in found]


def test_it_has_everything_the_latest_first(liaison: User, headquarters: User, analyst: User) -> None:
    record, by = completed(liaison, held_on=acting.TODAY.replace(day=2)), people.viewer(liaison)
    promised(record, liaison, what="Open", due_on=acting.TODAY.replace(year=2027))
    keep_commitment(commitment=promised(record, liaison, what="Kept"), on=acting.TODAY.replace(day=3), by=by)
    drop_commitment(commitment=promised(record, liaison, what="Dropped"), why="no", by=by)
    answer_referral(referral=asked(record, liaison, officer=analyst.pk), answer="They do.", by=by)
    plant(title="A note on quays", countries=["NG"])
    persons.written(liaison, name="Amina Bello (invented)", country="NG")
    posting.assign(headquarters, liaison, "NG", first=acting.TODAY.replace(day=1))
    lines = told(page(people.client_of(liaison), f"{NIGERIA}"))
    for line in (
        ("Open", "Promise, ours, due"),
        ("Kept", "Promise, ours, kept"),
        ("Dropped", "Promise, ours, dropped"),
        ("Drills", "Meeting"),
        ("Who keeps the log?", "Question, answered"),
        ("A note on quays", "Information"),
        ("Amina Bello (invented)", "Contact, new"),
        ("Lea Liaison", "Officer, answers for it"),
    ):
        assert line in lines
    assert lines[0][0] == "Open"
    assert any(line.startswith("Advisory") for _title, line in lines)
    assert [line for line in lines if line[1].startswith("Promise")] == told(
        page(people.client_of(liaison), f"{NIGERIA}?sort=promise")
    )


def test_the_country_file_shows_the_latest_and_leads_on(liaison: User) -> None:
    completed(liaison)
    client = people.client_of(liaison)
    text = page(client, "/desk/countries/NG/")
    assert f'hx-get="{NIGERIA}latest/"' in text
    assert ("Drills", "Meeting") in told(page(client, f"{NIGERIA}latest/"))
    assert f'href="{NIGERIA}"' in text
    assert "/desk/engagement/new/?country=NG" in text


def test_what_one_may_not_read_is_not_in_it(liaison: User, analyst: User) -> None:
    record = completed(liaison)
    promised(record, liaison)
    marked(record, Mark.RESTRICTED, liaison)
    text = page(people.client_of(analyst), NIGERIA)
    assert "Drills" not in text
    assert "Send the plan" not in text


def test_two_thousand_entries_cost_no_more_queries(liaison: User, at_most_queries: CountQueries) -> None:
    first = completed(liaison)
    fields = {name: getattr(first, name) for name in ("subject", "summary", "mark", "mark_reason", "marked_by_id")}
    fields |= {name: getattr(first, name) for name in ("marked_at", "written_by_id", "written_at", "changed_at")}
    rows = [Interaction(**fields, held_on=acting.TODAY, state="draft") for _number in range(2_000)]
    made = Interaction.objects.bulk_create(rows)
    through = Interaction.countries.through
    through._default_manager.bulk_create([through(interaction=one, country_id="NG") for one in made])
    client = people.client_of(liaison)
    with at_most_queries(people.SIGNED_IN + 22):
        text = page(client, f"{NIGERIA}?page=40")
    assert len(told(text)) == 50


def test_there_is_none_of_no_country_and_small_letters_lead_on(liaison: User) -> None:
    client = people.client_of(liaison)
    assert client.get("/desk/countries/ZZ/timeline/").status_code == 404
    assert client.get("/desk/countries/ng/timeline/").headers["Location"] == NIGERIA
    assert "Nothing took place yet" in page(client, "/desk/countries/TG/timeline/")
