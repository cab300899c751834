"""Drafts in the address: read, written, and sent by the form."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roadstead.analytics import typed
from roadstead.analytics.typed import Change, Typed

WORDS = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc")), min_size=1, max_size=20)
ADDED = st.builds(Change, st.just("add"), WORDS, st.just(""), st.just("") | WORDS)
EXCEPTED = st.builds(Change, st.just("except"), WORDS, WORDS, st.just("") | WORDS)


@given(st.builds(Typed, st.just("") | WORDS, st.tuples(ADDED, EXCEPTED)))
def test_what_is_written_reads_back(draft: Typed) -> None:
    assert typed.read(typed.write(draft)) == draft


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("add:EG", (Change("add", "EG"),)),
        ("add:EG:2026-10-01;remove:CU", (Change("add", "EG", "", "2026-10-01"), Change("remove", "CU"))),
        ("except:NG:Pier 1%3A east%3B%25", (Change("except", "NG", "Pier 1: east;%"),)),
        ("except:NG::2026-10-01", (Change("except", "NG", "", "2026-10-01"),)),
        (" ; ;", ()),
    ],
)
def test_parts_of_a_draft(text: str, changes: tuple[Change, ...]) -> None:
    assert typed.read(text) == Typed("", changes)


def test_one_first_day_for_the_whole_draft() -> None:
    assert typed.read("since:2026-10-01;add:EG").since == "2026-10-01"


@pytest.mark.parametrize("text", ["foo", "put:EG", "add", "add:EG:2026-10-01:more", "since:a:b", "=1+1"])
def test_what_is_no_change_is_kept_to_be_named(text: str) -> None:
    draft = typed.read(text)
    assert draft.unread == (text,)
    assert not draft.blank
    assert typed.read(typed.write(draft)) == draft


def test_absurdly_long_values_are_cut() -> None:
    draft = typed.read(f"add:{'x' * 5_000}")
    assert len(draft.changes[0].country) == typed.LONGEST_VALUE


def test_fields_of_the_form_row_by_row() -> None:
    query = QueryDict("a_add=EG&a_add_since=&a_add=KE&a_add_since=2026-10-01&a_add=&a_add_since=2026-01-01&a_since=")
    assert typed.has_fields(query)
    assert typed.write(typed.from_fields("a", query)) == "add:EG;add:KE:2026-10-01"
    assert typed.from_fields("b", query) is None


def test_a_facility_without_its_country_is_no_blank_row() -> None:
    query = QueryDict("a_except=&a_except_facility=NGAPP-0099&a_except_since=")
    assert typed.from_fields("a", query).changes == (Change("except", "", "NGAPP-0099"),)


def test_an_address_is_not_what_the_form_sends() -> None:
    assert not typed.has_fields(QueryDict("a=add:EG&b=remove:CU&set=x"))
