"""Several who write the same new words at one moment, each with a connection of its own."""

from typing import Any

import pytest

from roadstead.engagement.actions.contacts import change_contact
from roadstead.engagement.models import Contact
from roadstead.search.building import differences
from roadstead.search.models import Slip
from roadstead.search.slips import rests
from tests import people
from tests.apps.engagement.people.acting import draft, written
from tests.together import Together, together

__all__ = ["together"]
pytestmark = pytest.mark.django_db(transaction=True)
SAME = "Zebulon Quartermaine"


def seen() -> tuple[list[Any], dict[str, set[str]], list[str]]:
    """What stands there in the end: differences, the rests of each word, names."""
    slips = {word: set(Slip.objects.filter(word=word).values_list("rest", flat=True)) for word in SAME.lower().split()}
    names = Contact.objects.for_the_system("a test").order_by("name").values_list("name", flat=True)
    return differences(["person"]), slips, list(names)


def test_the_same_new_words_at_one_moment(together: Together) -> None:
    by = people.holder("headquarters")
    made = together([lambda: written(by, name=SAME, country="")] * 4)
    assert [type(one) for one in made] == [Contact] * 4
    ((differing, slips, _names),) = together([seen])
    assert not differing
    assert slips == {word: rests(word) for word in slips}


def test_one_takes_the_last_of_a_word_away_while_another_brings_it(together: Together) -> None:
    by = people.holder("headquarters")
    one = written(by, name=SAME, country="")

    def renamed() -> Any:
        new = draft(name="Other Person", country="")
        return change_contact(contact=one, revision=1, draft=new, by=people.viewer(by))

    together([renamed, lambda: written(by, name=SAME, country="")])
    ((differing, slips, names),) = together([seen])
    assert names == ["Other Person", SAME]
    assert not differing
    assert slips == {word: rests(word) for word in slips}
