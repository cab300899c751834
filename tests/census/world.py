"""One record of each kind for the census, under the names by which addresses ask for them."""

from datetime import timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.test import Client

from roadstead.accounts.models import Grant
from roadstead.advisories.drafting.actions.drafting import begin_draft
from roadstead.advisories.drafting.actions.shape import DraftSaid
from roadstead.advisories.subscriptions.actions.shape import Wanted
from roadstead.advisories.subscriptions.actions.subscribing import confirm
from roadstead.advisories.subscriptions.signing import confirm_link, leave_link
from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.models import Arrival
from roadstead.assessments.actions.disputing import dispute
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.determinations.enums import Effect
from roadstead.engagement.actions.joining import merge_contacts
from roadstead.files import actions
from roadstead.hosting.actions.links import give_ask_link
from roadstead.hosting.actions.units import block_days
from roadstead.hosting.queries import arrangements
from roadstead.hosting.queries.requests import delegates_of, offers_of
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_names import add_name
from roadstead.registry.actions.facility_proposals import propose_change
from roadstead.registry.actions.handing_over import hand_over
from roadstead.registry.actions.reconciling import decide_facility
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.models import Assignment, Grouping, Membership
from roadstead.visits.actions.legs import Stay, add_leg
from roadstead.visits.actions.suspending import suspend_clock
from roadstead.visits.actions.team import add_member
from roadstead.visits.enums import Clock
from tests.apps.assessments import acting as assessing
from tests.apps.assessments import making as judging
from tests.apps.determinations import making
from tests.apps.engagement.interactions import acting as interactions
from tests.apps.engagement.people import acting
from tests.apps.engagement.planting import country, plant
from tests.apps.hosting import making as hosting
from tests.apps.registry import posting
from tests.apps.registry.entering import entered
from tests.apps.registry.entering import shared as shared_organisation
from tests.apps.registry.facilities import made
from tests.apps.registry.reconciliation import acting as acting_on
from tests.apps.ships import acting as sailing
from tests.apps.visits.agenda import planting as agendas
from tests.apps.visits.observed import acting as seeing
from tests.apps.visits.planning import acting as visiting
from tests.apps.visits.report import acting as reporting
from tests.apps.watch import acting as watching
from tests.apps.watch import letters as writing
from tests.apps.watch import notices
from tests.apps.web.countries import planting
from tests.census.world_training import training
from tests.people import give, holder, person, viewer


def places() -> dict[str, str]:
    """What stands for the names in braces in a sample."""
    return {
        **_voyage(),
        **training(),
        **_account(),
        **_file(),
        **_information(),
        **_organisation(),
        **_people(),
        **_facility(),
        **_interaction(),
        **_reconciled(),
        **_portfolio(),
        **_agenda(),
        **_seen(),
        **_visit(),
        **_report(),
        **_self_assessment(),
        **_subscription(),
        **_case(),
        **_arrival(),
        **_own_ship(),
        **_assessed(),
        **_hosting(),
        **_closing(),
    }


def _voyage() -> dict[str, str]:
    """The checker's own example."""
    client = Client()
    example = client.get("/check/?example=1").headers["Location"].partition("?")[2]
    return {"voyage": client.get(f"/check/?{example}", follow=True).request["QUERY_STRING"]}


def _information() -> dict[str, str]:
    """A note that was shared with Nigeria, with a file, and one for everyone."""
    author = person("Ines Writer")
    give(author, "headquarters")
    shared = plant(by=author, mark="partner", states=["NG"], countries=["NG"])
    file = actions.attach(record=shared, upload=ContentFile(b"Some words.", name="words.txt"), by=viewer(author))
    public = plant(by=author, mark="public")
    return {"information": str(shared.pk), "attachment": str(file.pk), "public_information": str(public.pk)}


def _account() -> dict[str, str]:
    someone = person("Someone Else")
    give(someone, "authority")
    return {"account": str(someone.pk), "grant": str(Grant.objects.get(person=someone).pk)}


def _file() -> dict[str, str]:
    """A file that everyone may read."""
    writer = holder("analyst", name="Writer", email="writer@example.org")
    record, upload = plant(by=writer, mark="public"), ContentFile(b"Some words.\n", name="notes.txt")
    return {"file": f"{actions.attach(record=record, upload=upload, by=viewer(writer)).pk}/notes.txt"}


def _people() -> dict[str, str]:
    """A person with a part and a file, into whom another entry was joined; a namesake; an address book that waits."""
    by = holder("liaison", name="Lea Keeps", email="lea.keeps@example.org")
    record, joined, namesake = (acting.written(by, country="NG") for _ in range(3))
    part = acting.part(record, acting.organisation(by, name="Port Agency (invented)"), by, since="2024-01-01")
    file = actions.attach(record=record, upload=ContentFile(b"A card.", name="card.txt"), by=viewer(by))
    merger = merge_contacts(kept=record, merged=joined, why="the same card", by=viewer(by))
    made = acting.read(by, "name\nAmina Bello (invented)\n")
    return {
        "person": str(record.pk),
        "namesake": str(namesake.pk),
        "part": str(part.pk),
        "person_file": str(file.pk),
        "merger": str(merger.pk),
        "people_import": str(made.pk),
    }


def _interaction() -> dict[str, str]:
    """An interaction with Nigeria, with an open promise, an open question and a file."""
    by = holder("liaison", name="Lou Logs", email="lou.logs@example.org")
    record = interactions.written(by)
    promise = interactions.promised(record, by)
    question = interactions.asked(record, by, officer=holder("analyst", name="Al Asked", email="al@example.org").pk)
    upload = ContentFile(b"Some words.", name="said.txt")
    file = actions.attach(record=record, upload=upload, by=viewer(by))
    dealing = interactions.completed(by, subject="Drills of the year")
    interactions.promised(dealing, by, what="Send the dates")
    interactions.marked(dealing, Mark.PARTNER, by, states=["NG"])
    said = {"interaction": record.pk, "commitment": promise.pk, "referral": question.pk, "interaction_file": file.pk}
    said["dealing"] = dealing.pk
    return {name: str(pk) for name, pk in said.items()}


def _portfolio() -> dict[str, str]:
    """An officer with two countries of whom one covers a third, and a hand-over between two."""
    by, first = holder("headquarters", name="Hedda Assigns", email="hedda@example.org"), clock.today()
    giver, taker = (
        holder("analyst", name=name, email=f"{name[:3].lower()}@example.org") for name in ("Gil Giver", "Tia Taker")
    )
    for code in ("NG", "GH", "TG"):
        country(code)
    said = {"why": "for the census", "by": viewer(by)}
    posting.assign(by, giver, "GH", "NG", "TG", until=first + timedelta(days=30))
    posting.cover(by, taker, "GH", first=first, until=first + timedelta(days=9))
    made = hand_over(giver=giver.pk, taker=taker.pk, countries=["NG"], on=first + timedelta(days=5), **said)
    posting.assign(by, taker, "TG", first=first + timedelta(days=30))
    row = Assignment.objects.get(country="GH", kind="responsible")
    return {"officer": str(giver.pk), "assignment": str(row.pk), "hand_over": str(made.pk)}


def _visit() -> dict[str, str]:
    """A visit that is shared with Nigeria, with a place and a guest; one of an embassy that lies close; a clock."""
    by, first = (
        holder("liaison", "NG", name="Vera Visits", email="vera@example.org"),
        clock.today() + timedelta(days=30),
    )
    visit = visiting.planned(by, "NG", first, days=3, title="A round (invented)")
    guest = add_member(visit=visit, revision=visit.revision, name="A guest (invented)", by=viewer(by))
    stay = Stay(first, first, place="Ministry (invented)")
    leg = add_leg(visit=visit, revision=visiting.anew(visit).revision, stay=stay, by=viewer(by))
    visiting.shared(visit, by, "NG")
    other = visiting.told(holder("embassy", "NG", name="Eva Tells", email="eva@example.org"), "NG", first)
    visiting.asked(visit, by)
    said = {"country": "NG", "clock": Clock.ENGAGEMENT, "since": clock.today(), "why": "no access (invented)"}
    row = suspend_clock(**said, by=viewer(by))  # type: ignore[arg-type]
    found = {"visit": visit, "visit_member": guest, "visit_leg": leg, "other_visit": other, "suspension": row}
    return {name: str(one.pk) for name, one in found.items()}


def _self_assessment() -> dict[str, str]:
    """Nigeria’s own, being filled in, with an answer and its evidence."""
    by = holder("authority", "NG", name="Sade Answers", email="sade@example.org")
    one = assessing.begun(by)
    first = assessing.answers(one)[0]
    assessing.typed(by, one, first, said="partly", words="Half of it (invented).")
    old = assessing.proven(by, one, first)
    assessing.proven(by, one, first, b"A newer register.\n", replaces=old.pk)
    return {"self_assessment": str(one.pk), "self_answer": str(first.pk)}


def _assessed() -> dict[str, str]:
    """Nigeria’s assessment that two people settled, and the next one, with a source and a statement."""
    by = holder("headquarters", name="Asa Assesses", email="asa@example.org")
    second = holder("analyst", name="Sol Settles", email="sol@example.org")
    done = judging.settled(by, second)
    one = judging.begun(by, occasion="Next review (invented)")
    judging.written(by, one)
    judging.stated(by, one, "ACC")
    return {"settled_assessment": str(done.pk), "country_assessment": str(one.pk)}


def _closing() -> dict[str, str]:
    """A shortfall that is shared with Nigeria, with a plan, evidence in two versions, and a dispute."""
    by = holder("headquarters", name="Vic Verifies", email="vic@example.org")
    host = holder("authority", "NG", name="Hal Host", email="hal@example.org")
    seen = judging.shortfall(by, "NG")
    judging.wanted(by, seen)
    item = judging.planned(host, seen)
    old = judging.proven(host, seen)
    judging.proven(host, seen, b"A newer register.\n", replaces=old.pk)
    row = dispute(uid=uuid4(), observation=seen.pk, reason="No (invented).", by=viewer(host))
    return {"shortfall": str(seen.pk), "plan_item": str(item.pk), "dispute": str(row.pk)}


def _hosting() -> dict[str, str]:
    """A reciprocal visit of Nigeria whose programme is begun, one that took place, a host unit, a link to ask by."""
    country("NG")
    hosting.ground()
    by = viewer(holder("headquarters", name="Hope Hosts", email="hope@example.org"))
    host = viewer(holder("authority", "NG", name="Abe Asks", email="abe@example.org"))
    unit, first = hosting.unit(by), clock.today() + timedelta(days=200)
    busy = block_days(unit=unit, uid=uuid4(), first_on=first, last_on=first, why="Invented", by=by)
    one, done = hosting.planned_ahead(host, by), hosting.hosted_today(host, by)
    said = {"name": "Emma Invented", "office": "Invented embassy", "email": "emma.invented@example.org"}
    link, _secret = give_ask_link(uid=uuid4(), country="NG", **said, days=30, by=by)
    certified = delegates_of(done, by)[0]
    found = {
        "hosting": one.pk,
        "hosted": done.pk,
        "host_unit": unit.pk,
        "host_busy": busy.pk,
        "host_offer": offers_of([one])[one.pk][0].pk,
        "host_step": arrangements.steps_of(one)[0].pk,
        "host_interpreter": arrangements.interpreters_of(one)[0].pk,
        "delegate": delegates_of(one, by)[0].pk,
        "certified": certified.pk,
        "certificate_code": arrangements.certificates_of(done, by)[certified.pk].code,
        "ask_link": link.pk,
    }
    return {name: str(value) for name, value in found.items()}


def _case() -> dict[str, str]:
    """A case of Nigeria whose clock runs, ready to be signed; one that was signed, with its packet, in a draft."""
    by = holder("headquarters", name="Cleo Case", email="cleo@example.org")
    second = viewer(holder("analyst", name="Rae Reviews", email="rae@example.org"))
    third = viewer(holder("headquarters", name="Sid Signs", email="sid@example.org"))
    seen = seeing.observed(by, seeing.visit(by))
    case = making.ready(viewer(by))
    done = making.ready_for(making.opened(viewer(by), Effect.DELIST), viewer(by), {"finding": making.BEFORE["finding"]})
    done = making.three(done, viewer(by), second, third)
    said = DraftSaid("Invented: Nigeria removed", "9-26", clock.today(), clock.today(), address="https://example.org/9")
    draft = begin_draft(uid=uuid4(), cases=[done.pk], said=said, by=second)
    found = {"case": case.pk, "signed_case": done.pk, "case_observation": seen.pk, "edition_draft": draft.pk}
    return {name: str(pk) for name, pk in found.items()}


def _arrival() -> dict[str, str]:
    """A ship on its way whose verdict came to something else."""
    by = viewer(holder("watch", name="Wes Watch", email="wes@example.org"))
    ship = notices.take(by)
    found = {"arrival": str(ship.pk), "verdict_change": str(notices.changed(ship).pk)}
    operator = viewer(holder("operator", name="Opal Operator", email="opal@example.org"))
    receipts = {"receipt": notices.sent(by, 2), "own_receipt": notices.sent(operator, 3, "EXAMPLE SHIPPING")}
    found |= {name: str(one.uid) for name, one in receipts.items()}
    return found | watching.acted(ship, by) | _letters(ship, by)


def _letters(ship: Arrival, by: Viewer) -> dict[str, str]:
    """A letter that was signed, and one that is a draft."""
    signed = writing.signed(writing.begun(ship, by), by)
    return {"letter": str(signed.pk), "letter_draft": str(writing.begun(ship, by, LetterKind.RECEIPT).pk)}


def _own_ship() -> dict[str, str]:
    """A ship of a company with an arrival, a question, a letter, a log that was reported, and its receipt."""
    watching_it = holder("watch", name="Wim Watch", email="wim@example.org")
    by = sailing.operator(name="Omar Operates")
    ship = sailing.ship(by, watch=watching_it)
    arrival = sailing.notice(watching_it)
    asked, _secret = ask_ship(arrival=arrival, field="", text="Who? (invented)", to="", by=viewer(watching_it))
    letter = writing.signed(writing.begun(arrival, viewer(watching_it)), viewer(watching_it))
    log = sailing.log(by, ship)
    sailing.done(by, log)
    receipt = sailing.report(by, log).receipt
    found = {"own_ship": ship.pk, "own_arrival": arrival.pk, "own_question": asked.pk, "own_letter": letter.pk}
    told = {name: str(key) for name, key in found.items()}
    return told | {"own_log": str(log.pk), "measures_receipt": str(receipt.uid) if receipt else ""}


def _report() -> dict[str, str]:
    """The report of a visit to Nigeria, with the host’s version released to it, and a comment."""
    by = holder("headquarters", name="Rita Reports", email="rita@example.org")
    second = holder("headquarters", name="Sven Second", email="sven@example.org")
    host = holder("authority", "NG", name="Chi Comments", email="chi@example.org")
    visit = agendas.visit(by, state="made")
    reporting.drafted(by, visit)
    release = reporting.released(second, reporting.asked(by, visit, "host"))
    reporting.commented(host, release, "summary")
    section = reporting.section(visit, "summary")
    return {"report_visit": str(visit.pk), "section": str(section.pk), "release": str(release.pk)}


def _agenda() -> dict[str, str]:
    """The agenda of a visit to Nigeria, shared with it, and a link to it."""
    lead = holder("headquarters", name="Lio Leads", email="lio@example.org")
    visit, by = agendas.visit(lead), viewer(lead)
    agendas.begun(visit, by)
    link, _secret = agendas.linked(visit, by)
    return {"agenda_visit": str(visit.pk), "agenda_item": str(agendas.items(visit)[0].pk), "agenda_link": str(link.pk)}


def _organisation() -> dict[str, str]:
    """Nigeria's authority with somebody in office, a file and a larger whole; a facility; a body that Nigeria is in."""
    by, theirs = (
        holder("headquarters", name="Olu Enters", email="olu@example.org"),
        {"mark": "partner", "states": ["NG"]},
    )
    ministry = entered(by, name="Ministry (invented)", kind="ministry", duties="Ports")
    record = shared_organisation(by, "NG", name="Authority (invented)", kind="designated_authority", parent=ministry.pk)
    planting.person(by, "Pia Part (invented)", record, **theirs)
    planting.facility(by, "Quay (invented)", operator=record, latitude=6, longitude=3, **theirs)
    body = Grouping.objects.get_or_create(code="APEC", defaults={"name": "A body", "source": "a test"})[0]
    Membership.objects.create(grouping=body, country_id="NG", source="a test")
    file = actions.attach(record=record, upload=ContentFile(b"Some words.", name="words.txt"), by=viewer(by))
    return {"organisation": str(record.pk), "organisation_file": str(file.pk)}


def _facility() -> dict[str, str]:
    """A facility of Nigeria from an import, corrected, with a file, another name, and a proposal that waits."""
    made.world()
    by, read = made.headquarters(), made.imported(made.row())
    one, said = made.held(), {"name": "Corrected Quay (invented)"}
    correct_facility(facility=one, revision=1, said=said, source="a letter", by=by)
    name = add_name(facility=one, name="Old Quay (invented)", kind=FacilityNameKind.ALIAS, source="a chart", by=by)
    upload = ContentFile(b"Some words.", name="plan.txt")
    scope = {"may": Permission.KEEP_REGISTER, "scope": {"country": "NG"}}
    file = actions.attach(record=one, upload=upload, by=by, **scope)  # type: ignore[arg-type]
    proposal = propose_change(facility=one, said={"berths": 3}, word="", by=viewer(made.authority()))
    said_so = {"facility": one.pk, "facility_import": read.pk, "facility_name": name.pk}
    said_so |= {"facility_file": file.pk, "proposal": proposal.pk}
    return {name: str(pk) for name, pk in said_so.items()}


def _reconciled() -> dict[str, str]:
    """A name that was decided, one that waits, an entry merged into another, and one with which it could be."""
    made.world()
    by = viewer(made.officer())
    kept, merged, third = (made.written(f"{name} Basin (invented)", mark=Mark.PARTNER, states=["NG"]) for name in "ABC")
    row = acting_on.merged(kept, merged, by)
    first, second = acting_on.items(by, kind="exception")[:2]
    identity = decide_facility(item=first, facility=kept, why="for the census", by=by)
    found = {"identity": identity.pk, "unresolved": second.key, "facility_merger": row.pk}
    return {name: str(one) for name, one in found.items()} | {"merge": f"{kept.pk}/merge/?with={third.pk}"}


def _seen() -> dict[str, str]:
    """A visit to Nigeria with a note, an observation, a recommendation and a best practice, shared with it."""
    by = holder("headquarters", name="Vera Sees", email="vera.sees@example.org")
    for code in ("NG", "GH", "TG"):
        country(code)
    trip = seeing.visit(by)
    seen = seeing.observed(by, trip)
    said = seeing.recommended(by, observation=seen)
    seeing.note(by, trip, text="A note (invented).")
    for record in (seen, said):
        seeing.shared(by, record, "NG")
    best = seeing.released(by, "NG", observation=seen)
    found = {"seen_visit": trip.pk, "observation": seen.pk, "recommendation": said.pk, "practice": best.pk}
    return {name: str(pk) for name, pk in found.items()}


def _subscription() -> dict[str, str]:
    """A link that confirms a subscription, and one that leaves it."""
    wanted = Wanted("census.reader@example.org", countries=("NG",))
    kept = confirm(wanted=wanted, by=PUBLIC)
    return {"confirm_link": confirm_link(wanted.packed()), "leave_link": leave_link(kept.uid)}
