"""Records that must not be seen: of every model with a mark, one of each mark, with words that stand nowhere else.

A model finds itself; how a record of it is made, and where it is asked for by more than its number, is said here.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import models

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked, marked_models
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_marking import mark_contact
from roadstead.engagement.actions.contacts import retire_contact, write_contact
from roadstead.engagement.actions.interaction_marking import mark_interaction
from roadstead.engagement.actions.interaction_shape import InteractionSaid
from roadstead.engagement.actions.interaction_states import complete_interaction, discard_interaction
from roadstead.engagement.actions.interactions import write_interaction
from roadstead.engagement.actions.releasing import withdraw_information
from roadstead.engagement.actions.shape import Content
from roadstead.engagement.actions.writing import write_information
from roadstead.engagement.brought.draft import Brought
from roadstead.engagement.enums import InformationKind
from roadstead.engagement.interaction_enums import InteractionKind, Origin, Side
from roadstead.files.actions import attach
from roadstead.registry.actions.facilities import write_facility
from roadstead.registry.actions.facility_names import add_name
from roadstead.registry.actions.organisation_shape import Particulars
from roadstead.registry.actions.organisations import retire_organisation, write_organisation
from roadstead.registry.enums import FacilityNameKind, OrganisationKind
from roadstead.visits.actions.benefiting import record_benefit
from roadstead.visits.actions.cancelling import cancel_visit
from roadstead.visits.actions.clearing import set_clearance
from roadstead.visits.actions.deconflicting import answer_overlap
from roadstead.visits.actions.legs import Stay, add_leg
from roadstead.visits.actions.marking import mark_visit
from roadstead.visits.actions.others import Told, tell_other, withdraw_other
from roadstead.visits.actions.proposing import propose_visit
from roadstead.visits.actions.shape import Draft
from roadstead.visits.actions.team import add_member
from roadstead.visits.enums import Answer, Clearance, VisitKind
from roadstead.visits.queries.overlaps import unsettled
from tests import people
from tests.apps.engagement.interactions.acting import promised
from tests.apps.engagement.people.acting import draft
from tests.census import canaries_assessments, canaries_cases, canaries_hosting, canaries_observed, canaries_training

CODES = {
    "Case.procedure",
    "Case.edition",
    "Draft.number",
    "Draft.edition",
    "Facility.number",
    "Interaction.zone",
    "Observation.element",
    "Offering.body",
    "Offering.course",
    "Request.course",
    "VisitNote.element",
}  # written by a rule of their own, so that no word can stand in them
WORD = "canary"  # how all of them begin, so that a search finds every one that it may


@dataclass(frozen=True)
class Made:
    """How a record is to be marked, and the word that all its texts hold."""

    mark: Mark
    states: tuple[str, ...]
    people: tuple[int, ...]
    word: str
    by: Viewer


@dataclass(frozen=True)
class Canary:
    """A planted record. sort: which of SORTS it is; in_force: it was not put aside, so that every page has it."""

    sort: str
    in_force: bool
    word: str
    record: Marked
    attachment: Any
    aside_for_all: bool


@dataclass(frozen=True)
class Planter:
    """How a record of one model is made, one that is in force and one that was put aside, and further questions.

    under: the addresses that are of this model alone, so that they are not asked for the numbers of the others.
    aside_for_all: what was put aside can still be asked for by everyone who may read it, not by the programme alone.
    """

    make: Callable[[Made], Marked]
    put_aside: Callable[[Made], Marked]
    under: tuple[str, ...]
    questions: tuple[str, ...] = ()
    aside_for_all: bool = False


SORTS: dict[str, tuple[Mark, tuple[str, ...]]] = {
    "public": (Mark.PUBLIC, ()),
    "for Nigeria": (Mark.PARTNER, ("NG",)),
    "for Ghana": (Mark.PARTNER, ("GH",)),
    "programme": (Mark.PROGRAMME, ()),
    "restricted": (Mark.RESTRICTED, ()),
}


def _information(made: Made) -> Marked:
    content = Content(
        InformationKind.DOCUMENT, f"{made.word} title", f"First.\n\nThen {made.word}.", ["GH" if made.states else "TG"]
    )
    return write_information(
        uid=uuid4(),
        content=content,
        mark=made.mark,
        states=made.states,
        people=made.people,
        reason=f"{made.word} reason",
        by=made.by,
    )


def _withdrawn_information(made: Made) -> Marked:
    record: Any = _information(made)
    return withdraw_information(information=record, why=f"{made.word} why", by=made.by)


def _organisation(made: Made) -> Marked:
    word = made.word
    said = {name: f"{word} {name}" for name in ("name", "local_name", "duties", "place", "address", "phone", "source")}
    particulars = Particulars(
        kind=OrganisationKind.OTHER,
        country="NG",
        email=f"{word}@example.org",
        website=f"https://example.org/{word}",
        **said,  # type: ignore[arg-type]
    )
    marking: dict[str, Any] = {"mark": made.mark, "states": made.states, "people": made.people}
    marking["reason"] = f"{word} reason"
    return write_organisation(particulars=particulars, by=made.by, **marking)


def _retired_organisation(made: Made) -> Marked:
    record: Any = _organisation(made)
    return retire_organisation(organisation=record, why=f"{made.word} why", by=made.by)


def _facility(made: Made) -> Marked:
    word = made.word
    said = {name: f"{word} {name}" for name in ("name", "port_name", "description", "position_note", "source")}
    known = {"cargo": ["oil"], "plan_approved": "yes", "plan_withdrawn": "unknown"}
    marking: dict[str, Any] = {"mark": made.mark, "states": made.states, "people": made.people}
    country = made.states[0] if made.states else "NG"
    one = write_facility(country=country, said=said | known, by=made.by, reason=f"{word} reason", **marking)
    add_name(facility=one, name=f"{word} alias", kind=FacilityNameKind.ALIAS, source=f"{word} chart", by=made.by)
    return one


def _merged_facility(made: Made) -> Marked:
    kept: Any = _facility(made)
    merged: Any = _facility(made)
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    return merged  # type: ignore[no-any-return]


def _row(model: type[Marked], **fields: Any) -> Callable[[Made], Marked]:
    """A record as a row, for models whose own actions have tests of their own; the word stands in every text."""

    def make(made: Made) -> Marked:
        author = User.objects.get(pk=made.by.user_id)
        marked = {"mark": made.mark, "mark_reason": f"{made.word} reason", "marked_by": author}
        said = {name: value(made.word) if callable(value) else value for name, value in fields.items()}
        record: Any = model._default_manager.create(**marked, marked_at=clock.now(), **said)
        record.states.set(made.states)
        record.people.set({*made.people, author.pk} if made.people else ())
        return record  # type: ignore[no-any-return]

    return make


def _worded(*names: str) -> dict[str, Callable[[str], str]]:
    return {name: lambda word: f"{word} words" for name in names}


def _contact(made: Made) -> Marked:
    """A person whom the actions wrote and marked, with an address."""
    names = ("uid", "name", "local_name", "source", "note")
    texts = {name: f"{made.word} {name}" for name in names} | {"emails": f"{made.word}@example.org", "country": "NG"}
    record = write_contact(draft=draft(**texts), by=made.by)
    said = {"states": made.states, "people": made.people, "reason": f"{made.word} reason"}
    mark_contact(contact=record, mark=made.mark, by=made.by, **said)
    record.refresh_from_db()
    return record


def _retired_contact(made: Made) -> Marked:
    record: Any = _contact(made)
    return retire_contact(contact=record, retired=True, by=made.by)


def _visit(made: Made) -> Marked:
    """A visit with its days, a guest and a place."""
    word, first = made.word, clock.today() + timedelta(days=2)
    said = Draft(VisitKind.LIAISON, title=f"{word} title", aim=f"{word} aim", benefit=f"{word} benefit")
    days = {"first_on": first, "last_on": first + timedelta(days=2)}
    one = propose_visit(uid=uuid4(), country="NG", draft=said, by=made.by, **days)  # type: ignore[arg-type]
    for near in unsettled(one, made.by):
        answer_overlap(visit=one, other=near.other, answer=Answer.COMBINE, why="", by=made.by)
    step = {"benefit": f"{word} benefit", "redundancy": f"{word} redundancy", "unasked_why": f"{word} unasked"}
    one = record_benefit(visit=one, revision=one.revision, by=made.by, **step)
    note = {"clearance": Clearance.ASKED, "on": clock.today(), "note": f"{word} note"}
    one = set_clearance(visit=one, revision=one.revision, by=made.by, **note)  # type: ignore[arg-type]
    add_member(visit=one, revision=one.revision, name=f"{word} guest", agency=f"{word} agency", by=made.by)
    stay = Stay(first, first, place=f"{word} place", travel_by=f"{word} road")
    one.refresh_from_db()
    add_leg(visit=one, revision=one.revision, stay=stay, by=made.by)
    return _marked_visit(one, made)


def _cancelled_visit(made: Made) -> Marked:
    record: Any = _visit(made)
    return cancel_visit(visit=record, revision=record.revision, why=f"{made.word} why", by=made.by)


def _other_visit(made: Made) -> Marked:
    word, first = made.word, clock.today() + timedelta(days=3)
    said = Told(f"{word} agency", first, first, f"{word} purpose", f"{word} places")
    return _marked_visit(tell_other(uid=uuid4(), country="NG", told=said, by=made.by), made)


def _withdrawn_other_visit(made: Made) -> Marked:
    record: Any = _other_visit(made)
    return withdraw_other(other=record, revision=record.revision, by=made.by)


def _marked_visit(one: Any, made: Made) -> Marked:
    said = {"states": made.states, "people": made.people, "reason": f"{made.word} reason"}
    mark_visit(visit=one, mark=made.mark, by=made.by, **said)
    one.refresh_from_db()
    return one  # type: ignore[no-any-return]


def _seen(name: str, under: tuple[str, ...], questions: tuple[str, ...] = ()) -> Planter:
    """A record of what is seen on visits; what of it is put aside stays where it was."""
    make = getattr(canaries_observed, name)
    return Planter(make, getattr(canaries_observed, f"ended_{name}"), under, questions)


def _message(word: str) -> Brought:
    """A message that was brought in."""
    return Brought(Origin.EML, InteractionKind.EMAIL, f"<{word}>", f"{word} mail", clock.today())


def _interaction(made: Made) -> Marked:
    """An interaction that the actions wrote, completed and marked, with a promise."""
    word = made.word
    texts = {name: f"{word} {name}" for name in ("subject", "place", "summary")}
    said = InteractionSaid(
        kind=InteractionKind.MEETING,
        held_on=clock.today(),
        topics=[word],
        countries=["GH" if made.states else "TG"],
        **texts,  # type: ignore[arg-type]
    )
    record = write_interaction(uid=uuid4(), said=said, by=made.by, origin=_message(word))
    promised(record, User.objects.get(pk=made.by.user_id), what=f"{word} promise", side=Side.OURS)
    record = complete_interaction(interaction=record, by=made.by)
    marking: dict[str, Any] = {"mark": made.mark, "states": made.states, "people": made.people}
    mark_interaction(interaction=record, reason=f"{word} reason", by=made.by, **marking)
    record.refresh_from_db()
    return record


def _discarded_interaction(made: Made) -> Marked:
    record: Any = _interaction(made)
    discarded: Any = discard_interaction(interaction=record, why=f"{made.word} why", by=made.by)
    return discarded  # type: ignore[no-any-return]


PLANTERS = {
    "assessments.CountryAssessment": Planter(
        canaries_assessments.country_assessment,
        canaries_assessments.dropped_country_assessment,
        ("desk/assessments/",),
        (
            "/desk/assessments/?q=canary&sort=-country",
            "/desk/assessments/?stage=dropped&confidence=low",
            "/desk/assessments/export.csv?q=canary",
            "/desk/assessments/export.xlsx?stage=live",
            "/desk/countries/TG/judged/",
            "/desk/countries/GH/judged/",
        ),
    ),
    "assessments.Closure": Planter(
        canaries_assessments.closure,
        canaries_assessments.ended_closure,
        ("desk/closure/shortfalls/", "partner/closure/"),
        (
            "/desk/closure/?sort=-remain",
            "/desk/closure/export.csv",
            "/desk/closure/NG/",
            "/desk/closure/GH/",
            "/desk/closure/GH/export.xlsx",
            "/desk/closure/NG/export.csv",
            "/partner/closure/",
            "/partner/closure/export.csv",
        ),
    ),
    "assessments.SelfAssessment": Planter(
        canaries_assessments.self_assessment,
        canaries_assessments.withdrawn_self_assessment,
        ("desk/self-assessments/", "partner/self-assessments/"),
        (
            "/desk/self-assessments/?q=canary&sort=-country",
            "/desk/self-assessments/?country=NG&state=withdrawn",
            "/desk/self-assessments/export.csv?q=canary",
            "/desk/self-assessments/export.xlsx?asked_of=government",
            "/partner/self-assessments/?q=canary&state=open",
            "/partner/self-assessments/export.csv",
            "/search/?q=canary&kind=self_assess",
        ),
        aside_for_all=True,
    ),
    "training.Offering": Planter(
        canaries_training.offering,
        canaries_training.cancelled_offering,
        ("desk/training/offerings/", "partner/training/offerings/"),
        (
            "/desk/training/?q=canary&sort=-place",
            "/desk/training/?state=cancelled",
            "/desk/training/export.csv?q=canary&state=all",
            "/desk/training/export.xlsx?state=all",
            "/desk/training/calendar.ics?state=all",
            "/partner/training/?q=canary&state=all",
            "/partner/training/export.csv?state=all",
            "/partner/training/calendar.ics",
            "/training/",
            "/training/calendar.ics",
            "/training/courses/ips-legislation/",
            "/search/?q=canary&kind=training",
        ),
    ),
    "training.Request": Planter(
        canaries_training.request,
        canaries_training.withdrawn_request,
        ("desk/training/requests/", "partner/training/requests/"),
        (
            "/desk/training/requests/?q=canary&sort=-country",
            "/desk/training/requests/?state=withdrawn",
            "/desk/training/requests/export.csv?q=canary&state=all",
            "/desk/training/requests/export.xlsx?state=all",
            "/desk/training/priorities/?requests=3",
            "/desk/training/priorities/export.csv",
            "/desk/countries/TG/built/",
            "/desk/countries/TG/timeline/?sort=training_asked",
            "/partner/training/",
            "/search/?q=canary&kind=train_ask",
        ),
    ),
    "training.Expert": Planter(
        canaries_training.expert,
        canaries_training.retired_expert,
        ("desk/training/experts/",),
        (
            "/desk/training/experts/?q=canary&subject=ips-drills",
            "/desk/training/experts/?standing=left",
            "/desk/training/experts/export.csv?q=canary",
            "/desk/training/experts/export.xlsx?standing=left",
            "/search/?q=canary&kind=expert",
        ),
    ),
    "hosting.HostingRequest": Planter(
        canaries_hosting.request,
        canaries_hosting.withdrawn_request,
        ("desk/hosting/", "partner/hosting/"),
        (
            "/desk/hosting/?q=canary&sort=-country",
            "/desk/hosting/?country=NG&state=withdrawn",
            "/desk/hosting/export.csv?q=canary",
            "/desk/hosting/export.xlsx?state=open",
            "/desk/hosting/numbers/?by=country",
            "/desk/hosting/never/",
            "/partner/hosting/?q=canary&state=open",
            "/partner/hosting/export.csv",
            "/desk/countries/TG/built/",
            "/desk/countries/NG/timeline/?sort=hosting",
            "/search/?q=canary&kind=hosting",
        ),
        aside_for_all=True,
    ),
    "hosting.HostUnit": Planter(
        canaries_hosting.unit,
        canaries_hosting.retired_unit,
        ("desk/hosting/units/",),
        ("/desk/hosting/units/", "/desk/hosting/units/?standing=every", "/desk/hosting/units/export.xlsx"),
    ),
    "determinations.Case": Planter(
        canaries_cases.case,
        canaries_cases.dropped_case,
        ("desk/cases/",),
        (
            "/desk/cases/?q=canary",
            "/desk/cases/?state=live&country=NG&sort=country",
            "/desk/cases/?state=dropped&effect=except",
            "/desk/cases/export.csv?q=canary",
            "/desk/cases/export.xlsx?state=dropped",
            "/desk/editions/",
            "/desk/editions/new/",
            "/desk/countries/NG/judged/",
            "/desk/countries/NG/timeline/?sort=case",
            "/desk/countries/NG/timeline/?sort=case_step",
            "/search/?q=canary&kind=case",
        ),
        aside_for_all=True,
    ),
    "advisories.Draft": Planter(
        canaries_cases.draft, canaries_cases.dropped_draft, ("desk/editions/",), aside_for_all=True
    ),
    "visits.Visit": Planter(
        _visit,
        _cancelled_visit,
        ("desk/visits/", "partner/visits/"),
        (
            "/desk/visits/?q=canary",
            "/desk/visits/?state=cancelled&country=NG",
            "/desk/visits/export.csv?q=canary",
            "/desk/visits/export.xlsx?kind=liaison",
            "/desk/planner/?group=country",
            "/desk/planner/export.csv?q=canary",
            "/desk/planner/year.ics",
            "/desk/clocks/?standing=never",
            "/desk/clocks/export.csv",
            "/desk/countries/NG/",
            "/desk/portfolio/",
            "/partner/visits/?q=canary",
            "/partner/visits/export.csv",
            "/search/?q=canary&kind=visit",
        ),
    ),
    "visits.OtherVisit": Planter(
        _other_visit,
        _withdrawn_other_visit,
        ("desk/visits/others/", "partner/visits/others/"),
        ("/desk/planner/?group=none", "/partner/visits/", "/search/?q=canary&kind=other_visit"),
    ),
    "registry.Organisation": Planter(
        _organisation,
        _retired_organisation,
        ("desk/organisations/", "api/v1/organisations"),
        (
            "/desk/organisations/?country=NG&standing=every",
            "/desk/organisations/?mark=restricted&standing=every",
            "/desk/organisations/?kind=other&sort=-kind&standing=ended",
            "/desk/organisations/export.csv?q=canary&standing=every",
            "/search/?q=canary&kind=organisation",
            "/api/v1/organisations?q=canary&standing=every&limit=100",
            "/api/v1/countries?q=nigeria",
            "/api/v1/countries/NG",
            "/desk/organisations/export.xlsx?q=canary&standing=every",
            "/desk/organisations/new/?country=NG&kind=other",
            "/desk/countries/NG/",
            "/desk/countries/export.csv?gap=any",
            "/partner/country/?country=NG",
            "/partner/country/?country=GH",
        ),
    ),
    "registry.Facility": Planter(
        _facility,
        _merged_facility,
        ("desk/facilities/", "partner/facilities/", "api/v1/facilities"),
        (
            "/desk/facilities/?country=GH&sort=-name",
            "/desk/facilities/?mark=restricted&soc=unknown",
            "/desk/facilities/?cargo=oil&plan=yes&q=canary",
            "/desk/facilities/export.csv?q=canary",
            "/search/?q=canary&kind=facility",
            "/api/v1/facilities?q=canary&limit=100",
            "/desk/facilities/export.xlsx?q=canary",
            "/desk/facilities/proposals/?state=",
            "/desk/facilities/reconciliation/?country=NG",
            "/desk/facilities/reconciliation/export.xlsx?kind=port",
            "/desk/facilities/reconciliation/decisions/?country=GH",
            "/partner/facilities/?q=canary",
            "/partner/facilities/export.csv?country=GH",
            "/partner/facilities/export.xlsx?country=NG",
        ),
    ),
    "engagement.Contact": Planter(
        _contact,
        _retired_contact,
        ("desk/people/", "api/v1/contacts"),
        (
            "/desk/people/?q=canary&standing=every",
            "/desk/people/?country=NG&mark=restricted&standing=every",
            "/desk/people/?sort=contact&standing=ended",
            "/desk/people/export.vcf?q=canary&standing=every",
            "/desk/people/export.csv?q=canary&standing=every",
            "/desk/people/duplicates/?country=NG",
            "/search/?q=canary&kind=person",
            "/api/v1/search?q=canary&kind=person&near=true",
            "/api/v1/contacts?q=canary&standing=every&limit=100",
        ),
    ),
    "visits.Observation": _seen(
        "observation",
        ("desk/observations/", "partner/observations/"),
        (
            "/desk/observations/?q=canary&country=GH",
            "/desk/observations/?kind=shortfall&sort=-country&state=withdrawn",
            "/desk/observations/export.csv?q=canary",
            "/search/?q=canary&kind=observation",
            "/partner/observations/?q=canary",
        ),
    ),
    "visits.Recommendation": _seen(
        "recommendation",
        ("desk/recommendations/", "partner/recommendations/"),
        (
            "/desk/recommendations/?q=canary&state=all",
            "/desk/recommendations/?state=overdue&sort=-due",
            "/desk/recommendations/export.xlsx?state=all",
            "/search/?q=canary&kind=recommended",
            "/partner/recommendations/?q=canary&state=all",
        ),
    ),
    "visits.BestPractice": _seen(
        "best_practice",
        ("desk/practice/", "partner/practice/"),
        (
            "/desk/practice/?q=canary",
            "/desk/practice/?element=ACC&cargo=oil",
            "/search/?q=canary&kind=practice",
            "/partner/practice/?q=canary",
        ),
    ),
    "visits.VisitNote": _seen("visit_note", ()),
    "engagement.Interaction": Planter(
        _interaction,
        _discarded_interaction,
        ("desk/engagement/",),
        (
            "/desk/engagement/?q=canary",
            "/desk/engagement/?country=GH&kind=meeting&sort=subject",
            "/desk/engagement/?state=discarded",
            "/desk/engagement/?follows=promised&sort=-kind",
            "/desk/engagement/export.csv?q=canary",
            "/desk/engagement/export.xlsx?state=discarded",
            "/desk/countries/GH/timeline/",
            "/desk/countries/TG/timeline/?sort=promise",
            "/search/?q=canary&kind=interaction",
        ),
    ),
    "engagement.Information": Planter(
        _information,
        _withdrawn_information,
        ("desk/information/", "partner/information/", "information/", "api/v1/information"),
        (
            "/desk/information/?country=GH&standing=every",
            "/desk/information/?mark=restricted&standing=every",
            "/desk/information/?sort=title&standing=ended",
            "/desk/information/export.xlsx?q=canary&standing=every",
            "/partner/information/?country=GH&standing=every",
            "/information/?country=GH&standing=every",
            "/api/v1/information?country=GH&standing=every",
            "/search/?q=canary",
            "/search/?q=canary&near=1&kind=information",
            "/search/?q=canray+titel",
            "/api/v1/search?q=canary&limit=100",
            "/api/v1/information?mark=restricted&standing=every",
        ),
        aside_for_all=True,
    ),
}


def planter_of(model: type[Marked]) -> Planter:
    name = f"{model._meta.app_label}.{model.__name__}"
    assert name in PLANTERS, f"{name} bears a mark: say in tests/census/canaries.py how one is planted"
    return PLANTERS[name]


def every(_model: str, _sort: str) -> bool:
    return True


def plant(sorts: Sequence[str], author: User, named: User, wanted: Callable[[str, str], bool] = every) -> list[Canary]:
    """Records of some sorts, of every model (or those wanted), in force and put aside, each with a file."""
    return [
        _plant(planter_of(model), sort, in_force, author, named)
        for sort in sorts
        for model in marked_models()
        if wanted(model._meta.label_lower, sort)
        for in_force in (True, False)
    ]


def _plant(planter: Planter, sort: str, in_force: bool, author: User, named: User) -> Canary:
    mark, states = SORTS[sort]
    word, by = f"{WORD}{secrets.token_hex(8)}", people.viewer(author)
    make = planter.make if in_force else planter.put_aside
    record: Any = make(Made(mark, states, (named.pk,) if mark == Mark.RESTRICTED else (), word, by))
    upload = ContentFile(f"Inside: {word}\n".encode(), name=f"{word}.txt")
    attachment = attach(record=record, upload=upload, description=word, by=by)
    of_its_own = planter_of(type(record))  # another model stands in where a mark is never set
    return Canary(sort, in_force, word, record, attachment, of_its_own.aside_for_all)


def texts_without_word(canaries: Sequence[Canary]) -> set[str]:
    """The text fields that no planted record of their model filled with its word."""
    lacking: set[str] = set()
    for model in marked_models():
        mine = [one for one in canaries if isinstance(one.record, model)]
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.CharField | models.TextField) or field.choices or field.primary_key:
                continue
            if not any(one.word in str(getattr(one.record, field.attname)) for one in mine):
                lacking.add(f"{model.__name__}.{field.name}")
    return lacking - CODES
