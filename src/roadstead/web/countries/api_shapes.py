"""A country as the API gives it."""

from datetime import date
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from roadstead.web.countries.standing import WORDS

MOST = 250  # countries in one answer
STANDINGS: dict[str, Any] = {"enum": list(WORDS)}


class Named(Schema):
    """A record by its number and name."""

    id: int = Field(examples=[12])
    name: str = Field(examples=["Maritime Agency (invented)"])


class Body(Schema):
    """A body that a country is a member of."""

    code: str = Field(examples=["IMO"])
    name: str
    since: date | None


class Language(Schema):
    """A language of a country."""

    code: str = Field(examples=["en"])
    name: str = Field(examples=["English"])


class OnAdvisory(Schema):
    """A country's place on the port security advisory today."""

    standing: str = Field(description="unknown: the sources do not settle it", json_schema_extra=STANDINGS)
    since: date | None


class Counted(Schema):
    """The port facilities of a country that the reader may see."""

    count: int = Field(examples=[12])
    dated: int = Field(description="Whose Statement of Compliance has a known end", examples=[10])
    expired: int = Field(description="Of these, whose is over", examples=[1])


class Officer(Schema):
    """Who answers for a country."""

    id: int = Field(examples=[7])
    name: str = Field(examples=["Lea Liaison (invented)"])
    post: str = Field(description="Where the officer is stationed", examples=["Brunssum, Netherlands"])
    since: date
    until: date | None = Field(description="The first day without; null where no end is known")


class CountryOut(Schema):
    """A country with a sea coast."""

    code: str = Field(description="ISO 3166-1", examples=["NG"])
    name: str = Field(examples=["Nigeria"])
    region: str = Field(examples=["Africa"])
    subregion: str = Field(examples=["Western Africa"])
    advisory: OnAdvisory
    groupings: list[Body]
    facilities: Counted
    designated_authorities: list[Named] = Field(description="As far as the reader may see them")
    embassies: list[Named] = Field(description="US embassies and consulates, as far as the reader may see them")
    responsible: Officer | None = Field(description="For the programme; null is a gap, or not for this reader")
    cover: Officer | None = Field(description="Who covers during an absence; for the programme")


class CountryWhole(CountryOut):
    """One country or territory."""

    official_name: str
    coast: Literal["coastal", "landlocked", "unknown"]
    capital: str
    latitude: float | None = Field(description="The capital’s, degrees north")
    longitude: float | None = Field(description="The capital’s, degrees east")
    languages: list[Language]


class CountryPage(Schema):
    """A part of the list of countries."""

    count: int = Field(description="How many countries fit", examples=[1])
    offset: int = Field(examples=[0])
    items: list[CountryOut]


class CountriesWanted(Schema):
    """What is asked of the list."""

    q: str = Field("", max_length=100, description="Words of the name, or the code", examples=["nigeria"])
    region: str = Field("", max_length=60, description="A region or subregion of UN M49", examples=["Africa"])
    grouping: str = Field("", max_length=40, description="The code of a body", examples=["imo"])
    # Pydantic reads the values of an enum; a type checker cannot.
    advisory: Literal[("", *WORDS)] = Field("", description="The standing on the advisory")  # type: ignore[valid-type]
    offset: int = Field(0, ge=0, le=1_000_000, description="How many to leave out")
    limit: int = Field(25, ge=1, le=MOST, description="How many to give")
