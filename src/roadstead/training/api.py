"""Training, for programs: the catalogue for everyone, and the courses with days that the reader may see."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from roadstead.common.access.guards import open_to_all, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.problems import problem
from roadstead.training.catalogue import Course, Fact, catalogue, title_of
from roadstead.training.models import Offering
from roadstead.training.presenters.courses import FACTS, chosen
from roadstead.training.queries import offerings as queries
from roadstead.training.queries.offerings import OfferingsAsked

MOST = 100  # records in one answer
router = Router(tags=["training"])


class FactOut(Schema):
    """What a source tells."""

    text: str
    days: int | None = Field(description="A length in days, where there is one")
    source: str = Field(description="The title of the source")
    url: str = Field(description="Its address")


class CourseOut(Schema):
    """A course of the catalogue. A fact that is null is not known: no source tells it."""

    code: str = Field(examples=["ips-drills"])
    title: str
    kind: Literal["seminar", "workshop", "resident", "mobile", "model", "conference"]
    provider: str = Field(examples=["programme"])
    about: str
    answers: list[str] = Field(description="Elements of the ISPS Code; the project’s own reading", examples=[["DRL"]])
    length: FactOut | None
    language: FactOut | None
    audience: FactOut | None
    prerequisites: FactOut | None
    certifies: FactOut | None
    asked_through: FactOut | None
    paid_by: FactOut | None


class Catalogue(Schema):
    """Courses of the catalogue."""

    as_of: date = Field(description="As of which day the catalogue tells")
    count: int
    items: list[CourseOut]


class CoursesWanted(Schema):
    """What is asked of the catalogue."""

    q: str = Field("", max_length=200, description="Words in title or description")
    kind: Literal["", "seminar", "workshop", "resident", "mobile", "model", "conference"] = ""
    element: str = Field("", max_length=20, description="An element of the ISPS Code", examples=["DRL"])


class OfferingOut(Schema):
    """A course at a place, on days. Delegates stand in no answer."""

    id: int
    uid: UUID = Field(description="Its name everywhere, which never changes")
    course: str
    title: str
    body: str = Field(description="Who organises it")
    country: str | None = Field(description="ISO 3166-1; null where the place is in none")
    place: str
    first_on: date
    last_on: date
    nominate_by: date = Field(description="The last day for nominations")
    seats: int
    language: str = Field(description="Nothing where not known")
    paid_by: str = Field(description="Nothing where not known")
    state: Literal["planned", "open", "closed", "held", "cancelled"]


class OfferingPage(Schema):
    """A part of a list."""

    count: int = Field(description="How many fit, of those that this reader may read")
    offset: int
    items: list[OfferingOut]


class OfferingsWanted(Schema):
    """What is asked of the list."""

    q: str = Field("", max_length=200, description="Words in title or place")
    course: str = Field("", max_length=40, description="The code of a course", examples=["ips-drills"])
    body: str = Field("", max_length=40, description="The code of a body", examples=["OAS"])
    state: Literal["coming", "all", "planned", "open", "closed", "held", "cancelled"] = "coming"
    year: int | None = Field(None, ge=2000, le=2100, description="The year of its first day")
    offset: int = Field(0, ge=0, le=1_000_000)
    limit: int = Field(25, ge=1, le=MOST)


@router.get("/training/courses", response=Catalogue, summary="The catalogue", operation_id="course_list")
@open_to_all
def course_list(request: HttpRequest, asked: Annotated[CoursesWanted, Query()]) -> Catalogue:
    """Courses that a country can ask for, each fact with its source."""
    found = chosen(_typed(asked.q), asked.kind, asked.element)
    return Catalogue(as_of=catalogue().as_of, count=len(found), items=[_course(one) for one in found])


@router.get("/training/courses/{code}", response=CourseOut, summary="One course", operation_id="one_course")
@open_to_all
def one_course(request: HttpRequest, code: str) -> CourseOut | HttpResponse:
    """One course of the catalogue."""
    found = catalogue().courses.get(code)
    return _course(found) if found else problem("not-found", _("There is no such course in the catalogue."))


@router.get("/training/offerings", response=OfferingPage, summary="Courses with days", operation_id="offering_list")
@open_to_all
def offering_list(request: HttpRequest, asked: Annotated[OfferingsWanted, Query()]) -> OfferingPage:
    """What the reader may see, the next first. Without a token or a sign-in: what everyone may see."""
    viewer = viewer_of(request)
    rows: Any = queries.offerings(viewer) if viewer.holds(Permission.READ_PROGRAMME) else queries.told(viewer)
    year = str(asked.year) if asked.year else ""
    wanted = OfferingsAsked(_typed(asked.q), _typed(asked.course), _typed(asked.body), asked.state, year)
    found = queries.find_offerings(rows, wanted)
    items = [_offering(one) for one in found[asked.offset : asked.offset + asked.limit]]
    return OfferingPage(count=found.count(), offset=asked.offset, items=items)


def _course(one: Course) -> CourseOut:
    same = ("code", "title", "kind", "provider", "about")
    said: dict[str, Any] = {name: getattr(one, name) for name in same} | {"answers": list(one.answers)}
    return CourseOut(**said, **{name: _fact(getattr(one, name)) for name in FACTS})


def _fact(one: Fact | None) -> Any:
    if one is None:
        return None
    source = catalogue().sources[one.source]
    return {"text": one.text, "days": one.days, "source": source.title, "url": source.url}


def _offering(one: Offering) -> OfferingOut:
    same = ("uid", "course", "body", "place", "first_on", "last_on", "nominate_by", "seats", "language", "paid_by")
    said: dict[str, Any] = {name: getattr(one, name) for name in (*same, "state")}
    return OfferingOut(id=one.pk, title=one.title or title_of(one.course), country=one.country_id, **said)


def _typed(text: str) -> str:
    return text.replace("\0", "").strip()
