"""Invented people as files: the address book itself, and cards that say some of it again, otherwise."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from roadstead.common.invented import Chance, invented
from roadstead.engagement.addressbook.draft import COLUMNS
from roadstead.engagement.demonstration.people import Crowd, Row
from roadstead.registry.demonstration import SOURCE

TWICE_EVERY, CAREER_EVERY = 45, 6
MOST_WAITING = 12


def file_of(rows: Iterable[Row]) -> bytes:
    """A CSV file with our own columns."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([row.get(column, "") for column in COLUMNS] for row in rows)
    return text.getvalue().encode()


def cards(crowds: Sequence[Crowd]) -> Iterator[Row]:
    """A second part of some people, and some people a second time: misspelt, with another address."""
    for place, crowd in enumerate(crowds):
        for number, row in enumerate(crowd.rows):
            if number == 0 and place % CAREER_EVERY == 0:
                yield _career(row)
            if (number + 7 * place) % TWICE_EVERY == 3:
                yield _card(row, crowd)


def waiting(crowd: Crowd, on: date) -> list[Row]:
    """A file that somebody has read and not confirmed: people we have, somebody new, and lines that cannot be."""
    known = [{**row, "note": "", "last_contact_on": on.isoformat()} for row in crowd.rows[: MOST_WAITING - 3]]
    new = {**crowd.rows[0], "uid": "", "name": invented("Nova Newcomer"), "emails": "nova@mail.example", "phones": ""}
    wrong = {**crowd.rows[1], "uid": "", "name": "", "emails": "not an address"}
    return [*known, new, wrong, {**crowd.rows[2], "last_contact_on": "yesterday"}]


def _career(row: Row) -> Row:
    began = date.fromisoformat(row["from"])
    days = {"from": (began - timedelta(days=1_500)).isoformat(), "until": (began - timedelta(days=200)).isoformat()}
    return {**row, "part": "officer", "title": "Inspector of ports", **days}


def _card(row: Row, crowd: Crowd) -> Row:
    chance = Chance("card", row["uid"])
    name = row["name"].removesuffix(" (invented)")
    at = chance.between(1, len(name) - 2)
    misspelt = invented((name[:at] + name[at + 1 :]).strip())
    mail = f"{crowd.land.code.lower()}.{row['uid'].rpartition('-')[2]}@{crowd.land.domain('card')}"
    phone = row["phones"].partition(";")[0] if chance.happens(50) else ""
    told = {"source": f"A business card. {SOURCE}", "name": misspelt, "emails": mail, "phones": phone}
    return {"country": row["country"], **told}
