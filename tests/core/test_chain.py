"""The chain of events: any single change of any link is found."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core import chain, proof

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
whole = st.integers(-chain.LARGEST, chain.LARGEST)
values = st.recursive(
    st.none() | st.booleans() | whole | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
links = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["accounts.role_granted", "tests.renamed"]),
        "actor": st.none() | st.integers(1, 5),
        "subject_kind": st.just("accounts.user"),
        "subject": st.integers(1, 5).map(str),
        "elevation": st.none() | st.integers(1, 5),
        "token": st.none() | st.integers(1, 5),
        "data": st.dictionaries(texts, values, max_size=3),
    }
)
hidden = st.dictionaries(st.sampled_from(["actor", "email", "name"]), texts, max_size=3)


def sealed(parts: list[tuple[dict[str, Any], dict[str, str]]]) -> list[dict[str, Any]]:
    """A chain of these links."""
    made: list[dict[str, Any]] = []
    for number, (plain, names) in enumerate(parts, start=1):
        kept = {name: {"of": 3, "value": value, "salt": f"{number}{name}"} for name, value in names.items()}
        link = {**plain, "number": number, "at": f"2026-11-22T12:00:{number:02}.000000Z"}
        link["sealed"] = {name: chain.commitment(**each) for name, each in kept.items()}
        previous = made[-1]["digest"] if made else chain.START
        made.append({**link, "personal": kept, "previous": previous, "digest": chain.digest(link, previous)})
    return made


chains = st.lists(st.tuples(links, hidden), min_size=1, max_size=5).map(sealed)


def same(a: Any, b: Any) -> bool:
    """Whether two values are the same as JSON; in Python, True is 1."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    return type(a) is type(b) and a == b


@given(chains)
def test_a_chain_as_it_was_made_holds(made: list[dict[str, Any]]) -> None:
    found = proof.check(made)
    assert found.holds
    assert (found.links, found.number, found.head) == (len(made), len(made), made[-1]["digest"])
    assert (found.shed, found.withheld, found.backwards) == (0, 0, [])


@given(chains, st.data())
def test_any_change_of_any_field_is_found(made: list[dict[str, Any]], data: st.DataObject) -> None:
    changed = copy.deepcopy(made)
    link = data.draw(st.sampled_from(changed))
    name = data.draw(st.sampled_from(sorted(link)))
    other = data.draw(values | st.dictionaries(texts, texts, max_size=2) | st.floats())
    if same(link[name], other) or (name == "personal" and other == {}):
        return
    number, link[name] = link["number"], other
    found = proof.check(changed)
    head = made[-1]["digest"]
    assert not found.holds
    assert found.why
    assert found.broken_at is not None
    assert name in ("number", "digest") or found.broken_at == number
    assert not proof.check(changed, noted={len(made): head}).holds


@given(chains, st.data())
def test_any_change_of_a_personal_field_is_found(made: list[dict[str, Any]], data: st.DataObject) -> None:
    bearing = [link for link in made if link["personal"]]
    if not bearing:
        return
    link = data.draw(st.sampled_from(bearing))
    kept = link["personal"][data.draw(st.sampled_from(sorted(link["personal"])))]
    part, other = data.draw(st.sampled_from(["of", "value", "salt"])), data.draw(values)
    if same(kept[part], other):
        return
    kept[part] = other
    assert proof.check(made).broken_at == link["number"]


@given(chains, st.data())
def test_a_personal_field_may_be_taken_away_and_the_chain_holds(made: Any, data: st.DataObject) -> None:
    for link in made:
        for name in data.draw(st.sets(st.sampled_from(["actor", "email", "name"]))):
            link["personal"].pop(name, None)
    found = proof.check(made)
    assert found.holds
    assert found.shed == sum(len(link["sealed"]) - len(link["personal"]) for link in made)


@given(chains, st.data())
def test_links_left_out_put_in_or_exchanged_are_found(made: list[dict[str, Any]], data: st.DataObject) -> None:
    noted = {len(made): made[-1]["digest"]}
    place = data.draw(st.integers(0, len(made) - 1))
    left_out = made[:place] + made[place + 1 :]
    twice = [*made[: place + 1], made[place], *made[place + 1 :]]
    assert not proof.check(left_out, noted=noted).holds
    assert not proof.check(twice).holds
    if len(made) > 1:
        other = data.draw(st.integers(0, len(made) - 1).filter(lambda one: one != place))
        made[place], made[other] = made[other], made[place]
        assert proof.check(made).broken_at == made[min(place, other)]["number"]


@given(chains, st.data())
def test_a_tail_cut_off_is_found_by_what_was_noted(made: list[dict[str, Any]], data: st.DataObject) -> None:
    left = data.draw(st.integers(0, len(made) - 1))
    assert proof.check(made[:left]).holds  # nothing in the links themselves could tell
    found = proof.check(made[:left], noted={len(made): made[-1]["digest"]})
    assert found.broken_at == left + 1
    assert "missing" in found.why


@given(chains, st.data())
def test_stubs_stand_for_links_and_the_rest_is_still_checked(made: Any, data: st.DataObject) -> None:
    hide = data.draw(st.sets(st.integers(1, len(made))))
    shown = [chain.stub(*_ends(link)) if link["number"] in hide else link for link in made]
    found = proof.check(shown)
    assert found.holds
    assert found.withheld == len(hide)
    for link in shown:
        if link.get("withheld"):
            link["withheld"] = data.draw(st.sampled_from([1, "yes", None, False]))
            assert not proof.check(shown).holds
            return


def _ends(link: dict[str, Any]) -> tuple[int, str, str]:
    return link["number"], link["previous"], link["digest"]


@given(chains, st.data())
def test_a_part_is_followed_from_the_link_before_it(made: list[dict[str, Any]], data: st.DataObject) -> None:
    start = data.draw(st.integers(1, len(made)))
    before = made[start - 1]
    assert proof.check(made[start:], after=(start, before["digest"])).holds
    if made[start:]:
        assert not proof.check(made[start:]).holds
        assert not proof.check(made[start:], after=(start, chain.START)).holds


@given(chains, st.lists(values | st.floats(), min_size=1, max_size=3))
def test_what_is_no_link_at_all_is_told_without_stumbling(made: list[dict[str, Any]], odd: list[Any]) -> None:
    assert proof.check([*made, *odd]).broken_at is not None
    for name in made[0]:
        lacking = {key: value for key, value in made[0].items() if key != name}
        assert proof.check([lacking]).broken_at is not None
    assert proof.check([{**made[0], "note": "not sealed"}]).broken_at == 1


UNSOUND = (1.0, float("nan"), "\ud800", "a\0", 2**53, -(2**53), {"k": [{"\udfff": 1}]}, b"x", {1: 2})


@pytest.mark.parametrize("value", UNSOUND)
def test_what_is_not_written_the_same_everywhere_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"^field"):
        chain.only_plain(value, "field")


def test_the_form_of_the_digest_never_changes() -> None:
    """Digests that were noted years ago must still be met: this one was computed by hand with sha256sum."""
    link = {
        "number": 1, "at": "2026-11-22T12:00:00.000000Z", "type": "tests.renamed", "actor": 7,
        "subject_kind": "accounts.user", "subject": "7", "elevation": None, "token": None,
        "data": {"é": ["b", 2, True, None], "a": {}}, "sealed": {},
    }  # fmt: skip
    assert chain.digest(link, chain.START) == "9074d8e98ea7cc4b5706417b84b1a8dc09faa1328c8ed19c54b8d4ce1561a904"
    assert chain.commitment("Ana", "00", 7) == "a96703105a778b12a446ed75ec0ea75a102a6a3187204fca6f09a7c69fd39544"
