"""People as vCards, version 3.0, which every address book reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says of a person. emails, phones: the preferred one first."""

    uid: str
    name: str
    local_name: str
    emails: Sequence[str]
    phones: Sequence[str]
    organisation: str
    title: str
    country: str
    note: str


def written(cards: Iterable[Card]) -> str:
    """The cards, one after the other."""
    return "".join(_card(one) for one in cards)


def _card(one: Card) -> str:
    import vobject

    card = vobject.vCard()
    card.add("fn").value = one.name
    given, _space, family = one.name.rpartition(" ")
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    for name, said in (("uid", one.uid), ("x-local-name", one.local_name), ("title", one.title), ("note", one.note)):
        if said:
            card.add(name).value = said
    if one.organisation:
        card.add("org").value = [one.organisation]
    if one.country:
        card.add("adr").value = vobject.vcard.Address(country=one.country)
    _points(card, "email", one.emails)
    _points(card, "tel", one.phones)
    return str(card.serialize())


def _points(card: Any, name: str, values: Sequence[str]) -> None:
    for number, value in enumerate(values):
        line = card.add(name)
        line.value = value
        if not number:
            line.type_param = "pref"
