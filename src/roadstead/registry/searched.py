"""What of the registry is found by a search, and by which of its texts."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.accounts import officers
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import CountryKind
from roadstead.registry.models import Country, Facility, Organisation, Post
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.facility_names import with_further_names
from roadstead.registry.queries.organisations import organisations
from roadstead.search import words
from roadstead.search.kinds import ADDRESS, AROUND, CODE, NAME, OTHER_NAME, PART, PLACE, Searched, Text, searched

INDEX = "the index of search, which is read for a viewer"
ENGLISH = "en"


def country_texts(row: Any) -> Iterator[Text]:
    """Its codes and its names in every language that is loaded; misspellings count in English."""
    yield Text(row.name)
    yield Text(row.official_name, OTHER_NAME, _("official name"))
    yield Text(row.pk, CODE, _("code"), slips=False)
    yield Text(row.alpha3, CODE, _("code"), slips=False)
    yield Text(row.capital, AROUND, _("capital"))
    for one in row.names.all():
        yield Text(one.name, OTHER_NAME, _("also called"), slips=one.language == ENGLISH)


def facility_texts(row: Any) -> Iterator[Text]:
    """Its number, every name it has or had, the place and the country."""
    yield Text(row.name)
    if row.number:
        yield Text(row.number, CODE, _("number"), words.of_code, slips=False)
    for one in row.names.all():
        yield Text(one.name, OTHER_NAME, one.get_kind_display())
    yield Text(row.port_name, PLACE, _("port"), words.of_place)
    yield Text(row.country.name, AROUND, _("country"), words.of_place)


def organisation_texts(row: Any) -> Iterator[Text]:
    """Its names, what it is, how it is reached, place and country."""
    yield Text(row.name)
    yield Text(row.local_name, NAME, _("name in its own language"))
    yield Text(row.email, ADDRESS, _("e-mail address"), words.of_address, slips=False)
    yield Text(row.phone, ADDRESS, _("telephone"), words.of_number, slips=False)
    yield Text(str(row.get_kind_display()), PART, _("kind"), words.of_place)
    yield Text(row.place, PLACE, _("place"))
    if row.country is not None:
        yield Text(row.country.name, AROUND, _("country"), words.of_place)


def officer_texts(row: Any) -> Iterator[Text]:
    yield Text(row.name)


def post_texts(row: Any) -> Iterator[Text]:
    yield Text(row.name)
    yield Text(row.place, OTHER_NAME, _("place"))


def _officers(viewer: Viewer) -> Any:
    """Officers are known to the programme."""
    return officers.officers() if viewer.holds(Permission.READ_PROGRAMME) else officers.officers().none()


def _posts(viewer: Viewer) -> Any:
    return Post.objects.all() if viewer.holds(Permission.READ_PROGRAMME) else Post.objects.none()


def _countries() -> Any:
    return Country.objects.filter(retired=False).exclude(kind=CountryKind.AREA)


def _with_names(rows: Any) -> Any:
    return with_further_names(rows.select_related("country"))


searched(
    Searched(
        "country",
        "registry.country",
        every=_countries,
        visible=lambda viewer: _countries(),
        texts=country_texts,
        related=lambda rows: rows.prefetch_related("names"),
    )
)
searched(
    Searched(
        "facility",
        "registry.facility",
        every=lambda: Facility.objects.for_the_system(INDEX).filter(merged_into__isnull=True),
        visible=facilities,
        texts=facility_texts,
        related=_with_names,
    )
)
searched(
    Searched(
        "organisation",
        "registry.organisation",
        every=lambda: Organisation.objects.for_the_system(INDEX),
        visible=organisations,
        texts=organisation_texts,
        related=lambda rows: rows.select_related("country"),
    )
)
searched(Searched("officer", "accounts.user", officers.everybody, visible=_officers, texts=officer_texts))
searched(Searched("post", "registry.post", Post.objects.all, visible=_posts, texts=post_texts))
