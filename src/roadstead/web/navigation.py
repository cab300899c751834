"""The one list of where somebody may go; addresses are written out, so that a face may be built later."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the header. `path` is also the beginning of the addresses that belong to it.

    any_of: shown to who holds one of these rights, or may take it up; to everyone where there are none.
    """

    label: str | Promise
    path: str
    any_of: tuple[Permission, ...] = ()
    text: str | Promise = ""

    def leads(self, path: str) -> bool:
        """Whether the page at `path` belongs under this entry."""
        return path == self.path if self.path in HOMES else path.startswith(self.path)

    def open_to(self, viewer: Viewer) -> bool:
        return not self.any_of or any(viewer.could(one) for one in self.any_of)


@dataclass(frozen=True, slots=True)
class Face:
    """One face of the product: its name, its home, who works at it, and its entries."""

    name: str
    label: str | Promise
    path: str
    permission: Permission | None
    entries: tuple[Entry, ...]


IN_A_ROW = 7  # entries that fit beside the name of the product; of more, the last are in a menu
SEARCH = "/search/"  # belongs to the face where somebody works first
HOMES = frozenset({"/", "/desk/", "/watch/", "/ships/", "/partner/", "/me/"})
PUBLIC = (
    Entry(_("Home"), "/"),
    Entry(_("Advisory"), "/advisory/"),
    Entry(_("Check a voyage"), "/check/"),
    Entry(_("Ports"), "/reference/"),
    Entry(_("Information"), "/information/"),
    Entry(_("Training"), "/training/"),
    Entry(_("API"), "/api/v1/docs"),
)
INVITING = (Permission.INVITE_PARTNER, Permission.INVITE_OPERATOR, Permission.INVITE_STAFF)
FACES = (
    Face(
        "desk",
        _("Officers’ desk"),
        "/desk/",
        Permission.USE_DESK,
        (
            Entry(_("Desk"), "/desk/"),
            Entry(
                _("My portfolio"),
                "/desk/portfolio/",
                (Permission.RELEASE_INFORMATION,),
                _("Your countries, those that you cover, and what was handed over to you."),
            ),
            Entry(
                _("Coverage"),
                "/desk/coverage/",
                (Permission.READ_PROGRAMME,),
                _("Which officer answers for which country, gaps, load and covers."),
            ),
            Entry(
                _("Visits"),
                "/desk/visits/",
                (Permission.READ_PROGRAMME,),
                _("Visits from the proposal to the report: days, team, places, clearance, notice."),
            ),
            Entry(
                _("Planner"),
                "/desk/planner/",
                (Permission.READ_PROGRAMME,),
                _("A year of visits, with those of embassies and agencies, and what lies close."),
            ),
            Entry(
                _("Clocks"),
                "/desk/clocks/",
                (Permission.READ_PROGRAMME,),
                _("When each country was visited and assessed last, when it is due, and why it is late."),
            ),
            Entry(
                _("Reciprocal visits"),
                "/desk/hosting/",
                (Permission.READ_PROGRAMME,),
                _("Delegations that come to US ports: requests, matched hosts, programmes, what is taken away."),
            ),
            Entry(
                _("Self-assessments"),
                "/desk/self-assessments/",
                (Permission.READ_PROGRAMME,),
                _("What States and facilities say of themselves, and what still waits to be looked at."),
            ),
            Entry(
                _("Assessments"),
                "/desk/assessments/",
                (Permission.READ_PROGRAMME,),
                _("What of a country is effective, not effective, not known, with sources and confidence."),
            ),
            Entry(
                _("Closure room"),
                "/desk/closure/",
                (Permission.READ_PROGRAMME,),
                _("Shared shortfalls: what remains, with what evidence closes it, and what waits for us."),
            ),
            Entry(
                _("Training"),
                "/desk/training/",
                (Permission.READ_PROGRAMME,),
                _("Courses, requests, delegates, experts, and whether what was observed came back."),
            ),
            Entry(
                _("Cases"),
                "/desk/cases/",
                (Permission.READ_PROGRAMME,),
                _("From a finding to the list and off it again: steps of the law, clocks, sources, signatures."),
            ),
            Entry(
                _("Editions"),
                "/desk/editions/",
                (Permission.READ_PROGRAMME,),
                _("Editions of the advisory in draft: from signed cases, published by a second person."),
            ),
            Entry(
                _("Annual summary"),
                "/desk/reports/annual/",
                (Permission.READ_PROGRAMME,),
                _("A year of the programme, or of one country, in numbers: visits, clocks, recommendations."),
            ),
            Entry(
                _("Countries"),
                "/desk/countries/",
                (Permission.READ_PROGRAMME,),
                _("Every country with a coast: its standing, officer, authorities, facilities, people."),
            ),
            Entry(
                _("Engagement"),
                "/desk/engagement/",
                (Permission.READ_PROGRAMME,),
                _("Meetings, calls, letters: with whom, about what, and what was promised."),
            ),
            Entry(
                _("People"),
                "/desk/people/",
                (Permission.READ_PROGRAMME,),
                _("Whom to call: people of authorities, embassies and facilities, now and before."),
            ),
            Entry(
                _("Facilities"),
                "/desk/facilities/",
                (Permission.READ_PROGRAMME,),
                _("The register of port facilities: imports, corrections, proposals of partners."),
            ),
            Entry(
                _("Organisations"),
                "/desk/organisations/",
                (Permission.READ_PROGRAMME,),
                _("Designated Authorities, embassies, operators: whoever has a part in port security."),
            ),
            Entry(
                _("Information"),
                "/desk/information/",
                (Permission.READ_PROGRAMME,),
                _("Notes and documents, and with whom each is shared."),
            ),
            Entry(
                _("Observations"),
                "/desk/observations/",
                (Permission.READ_PROGRAMME,),
                _("What was observed on visits: shortfalls, strengths, and what is beyond the Code."),
            ),
            Entry(
                _("Recommendations"),
                "/desk/recommendations/",
                (Permission.READ_PROGRAMME,),
                _("What either side recommended to the other, and how far it is."),
            ),
            Entry(
                _("Best practice"),
                "/desk/practice/",
                (Permission.READ_PROGRAMME,),
                _("What works, written without where it was seen."),
            ),
            Entry(
                _("What if"),
                "/desk/what-if/",
                (Permission.ASK_WHAT_IF,),
                _("What a listing or a removal would do to ships and ports."),
            ),
            Entry(
                _("Invitations"),
                "/desk/invitations/",
                INVITING,
                _("Bring authorities, facilities and colleagues in by a link."),
            ),
            Entry(
                _("Accounts"), "/desk/accounts/", (Permission.READ_ACCOUNTS,), _("Who has an account, and which roles.")
            ),
            Entry(_("Log"), "/desk/log/", (Permission.READ_LOG,), _("Everything that was done, by whom and when.")),
        ),
    ),
    Face(
        "watch",
        _("Watch"),
        "/watch/",
        Permission.USE_WATCH,
        (
            Entry(_("Watch"), "/watch/"),
            Entry(
                _("Queue"),
                "/watch/queue/",
                (Permission.USE_WATCH,),
                _("What wants the watch, by the time left to act."),
            ),
            Entry(
                _("Hand-over"),
                "/watch/handover/",
                (Permission.USE_WATCH,),
                _("What happened in this watch, for the next one."),
            ),
            Entry(
                _("Arrivals"),
                "/watch/arrivals/",
                (Permission.USE_WATCH,),
                _("Ships that announced their arrival, and whether conditions of entry await them."),
            ),
            Entry(
                _("Letters"),
                "/watch/letters/",
                (Permission.USE_WATCH,),
                _("Letters and orders to ships: drafts, what was signed and sent, what was withdrawn."),
            ),
            Entry(
                _("Notices"),
                "/watch/notices/",
                (Permission.USE_WATCH,),
                _("What came in with notices of arrival, with its receipts; send a file in."),
            ),
            Entry(
                _("Ships to confirm"),
                "/watch/fleets/",
                (Permission.ACT_ON_ARRIVALS,),
                _("Ships that companies say are their own: for the watch to confirm."),
            ),
            Entry(
                _("Measures"),
                "/ships/measures/",
                (Permission.USE_WATCH,),
                _("Logs of measures that ships reported."),
            ),
            Entry(
                _("Changed verdicts"),
                "/watch/changes/",
                (Permission.USE_WATCH,),
                _("Arrivals that the advisory judges otherwise than it did: for somebody to look at."),
            ),
            Entry(
                _("What if"),
                "/desk/what-if/",
                (Permission.ASK_WHAT_IF,),
                _("What a listing or a removal would do to ships and ports."),
            ),
            Entry(
                _("Invitations"),
                "/desk/invitations/",
                (Permission.INVITE_OPERATOR,),
                _("Bring companies in by a link."),
            ),
        ),
    ),
    Face(
        "ships",
        _("Ships"),
        "/ships/",
        Permission.USE_SHIPS,
        (
            Entry(_("Ships"), "/ships/"),
            Entry(
                _("Fleet"),
                "/ships/fleet/",
                (Permission.REPORT_MEASURES,),
                _("The ships of your company, and its people."),
            ),
            Entry(
                _("Arrivals"),
                "/ships/arrivals/",
                (Permission.READ_OWN_ARRIVALS,),
                _("Your ships on their way: the verdict, what is owed, letters, the thread with the watch."),
            ),
            Entry(
                _("Measures"),
                "/ships/measures/",
                (Permission.READ_OWN_ARRIVALS,),
                _("The log of each call, on a phone in port; reported by one tap, with a receipt."),
            ),
            Entry(
                _("Notices"),
                "/ships/notices/",
                (Permission.USE_SHIPS,),
                _("Send notices of arrival of your ships, and keep the receipts."),
            ),
            Entry(_("Check a voyage"), "/check/", (), _("Whether conditions of entry await a ship, and why.")),
            Entry(_("Plan a call"), "/ships/planner/", (), _("What a call would bring, before fixing; by your rates.")),
            Entry(
                _("Passengers"), "/ships/passengers/", (), _("Words for passengers, where a voyage touches the list.")
            ),
            Entry(_("Advisory"), "/advisory/", (), _("The list in force, and how it changed.")),
        ),
    ),
    Face(
        "partner",
        _("Partners"),
        "/partner/",
        Permission.USE_PARTNER,
        (
            Entry(_("Partners"), "/partner/"),
            Entry(
                _("Our country"),
                "/partner/country/",
                (Permission.READ_SHARED,),
                _("Your State’s file, as far as it was shared."),
            ),
            Entry(
                _("Visits"),
                "/partner/visits/",
                (Permission.READ_SHARED,),
                _("Visits to your State that the programme shared, and those of embassies and agencies."),
            ),
            Entry(
                _("Shared with us"),
                "/partner/information/",
                (Permission.READ_SHARED,),
                _("What the programme shared with your State."),
            ),
            Entry(
                _("Meetings and promises"),
                "/partner/dealings/",
                (Permission.READ_SHARED,),
                _("What was said and promised by either side, as far as it was shared."),
            ),
            Entry(
                _("Observations"),
                "/partner/observations/",
                (Permission.READ_SHARED, Permission.READ_OWN_FACILITY),
                _("What the programme observed and shared, and what you say of it."),
            ),
            Entry(
                _("Recommendations"),
                "/partner/recommendations/",
                (Permission.READ_SHARED, Permission.READ_OWN_FACILITY),
                _("What either side recommends to the other, and how far it is."),
            ),
            Entry(
                _("Self-assessments"),
                "/partner/self-assessments/",
                (Permission.READ_SHARED, Permission.READ_OWN_FACILITY),
                _("Questionnaires about your State and its facilities: fill in, prove, submit, answer questions."),
            ),
            Entry(
                _("Closure room"),
                "/partner/closure/",
                (Permission.READ_SHARED, Permission.READ_OWN_FACILITY),
                _("What remains of what was observed: what closes it, your plan, your evidence, your reply."),
            ),
            Entry(
                _("Training"),
                "/partner/training/",
                (Permission.READ_SHARED,),
                _("Courses to which your State is invited, what you asked for, and your delegates."),
            ),
            Entry(
                _("Reciprocal visits"),
                "/partner/hosting/",
                (Permission.READ_SHARED,),
                _("Send a delegation to US ports like your own: ask, see how it stands, agree the programme."),
            ),
            Entry(
                _("Best practice"),
                "/partner/practice/",
                (Permission.READ_SHARED, Permission.READ_OWN_FACILITY),
                _("What works elsewhere, and helps with what was observed."),
            ),
            Entry(
                _("Our facilities"),
                "/partner/facilities/",
                (Permission.READ_SHARED, Permission.READ_OWN_FACILITY),
                _("Your port facilities as the programme has them; propose what should be corrected."),
            ),
            Entry(_("Advisory"), "/advisory/", (), _("The list in force, and how it changed.")),
        ),
    ),
)
MINE = (
    Entry(_("Profile"), "/me/"),
    Entry(_("What I may do"), "/me/rights/"),
    Entry(_("Notifications"), "/me/notifications/"),
    Entry(_("Sign-in and second factor"), "/me/security/"),
    Entry(_("Messages on the advisory"), "/me/subscription/"),
    Entry(_("Tokens"), "/me/tokens/", (Permission.MAKE_TOKENS,)),
    Entry(_("Webhooks"), "/me/webhooks/", (Permission.MAKE_TOKENS,)),
    Entry(_("Elevated power"), "/me/elevated/", (Permission.ELEVATE,)),
)


def faces(viewer: Viewer) -> list[Face]:
    """The faces that somebody works at."""
    return [face for face in FACES if face.permission is not None and viewer.holds(face.permission)]


def face_of(path: str, viewer: Viewer) -> Face | None:
    """The face that a page belongs to, if the viewer works at it; a page of two faces belongs to one's own first."""
    own = faces(viewer)
    named = [face for face in own if path.startswith(face.path)]
    if path.startswith(SEARCH):
        return next(iter(own), None)
    shared = [face for face in own if any(entry.path != "/" and path.startswith(entry.path) for entry in face.entries)]
    return next(iter([*named, *(shared if path.startswith("/desk/") else [])]), None)


def entries(shown: Iterable[Entry], viewer: Viewer) -> list[Entry]:
    """The entries that lead somewhere for this viewer."""
    return [entry for entry in shown if entry.open_to(viewer)]


def in_a_row(shown: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What stands in the header's row, and what in the menu at its end."""
    return (shown, []) if len(shown) <= IN_A_ROW else (shown[: IN_A_ROW - 1], shown[IN_A_ROW - 1 :])


def current(shown: Iterable[Entry], path: str) -> Entry | None:
    """The entry under which `path` lies, if any: the closest."""
    leading = [entry for entry in shown if entry.leads(path)]
    return max(leading, key=lambda entry: len(entry.path), default=None)
