"""The nations that a voyage touches: each once, with all its ties, and what nobody told."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.country import COUNTRIES
from roadstead.core.nations import TIES, UNKNOWN_TIES, Tie, Voyage, nations

codes = st.sampled_from(sorted(COUNTRIES))
one = st.none() | codes
several = st.none() | st.lists(codes, max_size=4).map(tuple)
heads = st.none() | st.dictionaries(codes, st.integers(0, 30), max_size=4)
stop = st.tuples(codes, st.none() | st.dates(date(2020, 1, 1), date(2026, 12, 31)))
voyages = st.builds(
    Voyage,
    flag=one,
    owner=one,
    operator=one,
    charterer=one | st.just(""),
    insurer=one,
    class_society=one,
    crew=heads,
    passengers=heads,
    uncounted_crew=st.integers(0, 2),
    cargo_from=several,
    cargo_to=several,
    calls=st.none() | st.lists(stop, max_size=6),
    arrival=st.none() | stop,
)


def told(voyage: Voyage) -> set[tuple[str, str]]:
    """Every pair of country and tie that the voyage tells, by the plainest way there is."""
    places = ("flag", "owner", "operator", "charterer", "insurer", "class_society")
    pairs = {(getattr(voyage, code), code) for code in places if getattr(voyage, code)}
    for code in ("crew", "passengers"):
        pairs |= {(country, code) for country, count in (getattr(voyage, code) or {}).items() if count}
    for code in ("cargo_from", "cargo_to"):
        pairs |= {(country, code) for country in getattr(voyage, code) or ()}
    pairs |= {(country, "call") for country, _ in voyage.calls or ()}
    return pairs | ({(voyage.arrival[0], "arrival")} if voyage.arrival else set())


@given(voyages)
def test_each_country_stands_once_with_all_its_ties_and_nothing_else(voyage: Voyage) -> None:
    found = nations(voyage)
    countries = [nation.country for nation in found.touched]
    assert len(countries) == len(set(countries))
    assert {(n.country, tie.code.removesuffix("_one")) for n in found.touched for tie in n.ties} == told(voyage)
    assert all(len({tie.code for tie in nation.ties}) == len(nation.ties) for nation in found.touched)
    assert [len(nation.ties) for nation in found.touched] == sorted(
        (len(nation.ties) for nation in found.touched), reverse=True
    )
    for nation in found.touched:
        assert nation.sentence.startswith(f"{COUNTRIES[nation.country]}: ")
        assert nation.sentence.endswith(".")
        assert "{" not in nation.sentence


def test_nothing_told_is_all_unknown() -> None:
    found = nations(Voyage())
    assert found.touched == ()
    assert found.unknown == tuple(UNKNOWN_TIES)
    assert found.unknown_sentence.startswith("Not known: the flag, the country of the owner, ")


def test_surely_none_is_not_unknown() -> None:
    found = nations(Voyage(charterer="", passengers={}, cargo_from=(), cargo_to=()))
    assert found.touched == ()
    assert not {"charterer", "passengers", "cargo_from", "cargo_to"} & set(found.unknown)


def test_a_voyage_binds_many_and_says_it_in_one_sentence_each() -> None:
    found = nations(
        Voyage(
            flag="PA",
            owner="GR",
            operator="GR",
            insurer="GB",
            class_society="GB",
            crew={"PH": 14, "GR": 1},
            uncounted_crew=2,
            cargo_from=("DJ", "DJ"),
            cargo_to=("US",),
            calls=(("DJ", date(2019, 5, 11)), ("SG", None), ("DJ", date(2019, 5, 2))),
            arrival=("US", date(2019, 6, 1)),
        )
    )
    assert [nation.sentence for nation in found.touched] == [
        "Greece: the owner is there, the operator is there and one of the crew is its national.",
        "United Kingdom: the insurer is there and the classification society is there.",
        "Djibouti: cargo comes from there and the ship called there (2 May 2019 and 11 May 2019).",
        "United States: cargo goes there and the ship arrives there (1 June 2019).",
        "Panama: the ship flies its flag.",
        "Philippines: 14 of the crew are its nationals.",
        "Singapore: the ship called there (a day not known).",
    ]
    assert found.unknown == ("charterer", "crew", "passengers")
    assert found.unknown_sentence == (
        "Not known: the country of the charterer, the nationalities of the crew"
        " and the nationalities of the passengers."
    )


def test_every_tie_has_its_words() -> None:
    assert {code.removesuffix("_one") for code in TIES} == set(UNKNOWN_TIES)
    assert Tie("crew", {"count": "3"}).text == "3 of the crew are its nationals"
