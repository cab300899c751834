"""Posts with their sources, and which countries need an officer, as they are loaded."""

from datetime import date

import pytest

from roadstead.registry.in_scope import left_out
from roadstead.registry.models import Country, Post
from roadstead.registry.queries.coverage import gaps
from roadstead.registry.queries.portfolios import posts

pytestmark = pytest.mark.django_db


def test_posts_are_loaded_with_their_sources_and_no_day_that_no_source_gives(loaded) -> None:
    found = {one.pk: one for one in Post.objects.all()}
    assert {"headquarters", "portsmouth", "brunssum", "fussa"} == {one.pk for one in posts()}
    assert {"tokyo", "singapore", "rotterdam", "alameda"} == {key for key, one in found.items() if one.former}
    assert all("https://" in one.source or "http://" in one.source for one in found.values())
    assert all(one.valid_from is None and one.valid_until is None for one in found.values())


def test_every_country_with_trade_by_sea_needs_an_officer_and_no_other(loaded) -> None:
    lacking = dict(gaps(date(2026, 11, 22)))
    assert len(lacking) >= 150
    assert {"NG", "NL", "TW", "GP"} <= lacking.keys()
    assert not {"US", "PR", "GU", "CH", "AQ", "BO", "XZ"} & lacking.keys()
    assert set(left_out()) <= set(Country.objects.filter(coast="coastal").values_list("pk", flat=True))
