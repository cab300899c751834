"""Roles: sets of permissions, in code, each with what it is for. docs: `roadstead manage permissions` prints them."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind


class Role(TextChoices):
    """Who somebody is in the programme."""

    OPERATOR = "operator", _("Ship operator")
    AUTHORITY = "authority", _("Designated Authority")
    FACILITY = "facility", _("Port facility security officer")
    EMBASSY = "embassy", _("Embassy")
    AGENCY = "agency", _("Other agency")
    LIAISON = "liaison", _("Liaison officer")
    WATCH = "watch", _("Captain of the Port watch")
    ANALYST = "analyst", _("Analyst")
    HEADQUARTERS = "headquarters", _("Programme headquarters")
    ADMINISTRATOR = "administrator", _("Administrator")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a role is for, what it may, and what it is given for.

    scope: what every grant of it must name; None: everywhere. `home` is the face it works at.
    staff: signs in with a second factor.
    """

    text: str | Promise
    permissions: frozenset[Permission]
    scope: ScopeKind | None
    home: str
    staff: bool


_STAFF = frozenset({Permission.READ_PROGRAMME, Permission.READ_HISTORY, Permission.ASK_WHAT_IF, Permission.MAKE_TOKENS})
_PARTNER = frozenset({Permission.USE_PARTNER, Permission.READ_SHARED})
_WRITES = frozenset({Permission.USE_DESK, Permission.WRITE_INFORMATION, Permission.KEEP_ENGAGEMENT})
_RELEASES = frozenset({Permission.RELEASE_INFORMATION, Permission.PREVIEW_AS, Permission.READ_SHARED})
_VISITS = frozenset({Permission.PLAN_VISITS, Permission.SUSPEND_CLOCKS, Permission.WRITE_REPORT})
_REVIEWS = frozenset({Permission.REVIEW_SELF_ASSESSMENT, Permission.VERIFY_CLOSURE})
_ASSESSES = frozenset({Permission.ASSESS_COUNTRIES, Permission.SETTLE_ASSESSMENTS})
_KEEPS_REGISTER = frozenset({Permission.KEEP_REGISTER, Permission.KEEP_CONTACTS})
_HOSTS = frozenset({Permission.HOST_VISITS, Permission.KEEP_HOST_UNITS})
_RECOMMENDS = frozenset({Permission.RECOMMEND, Permission.CLOSE_RECOMMENDATION})
_CASES = frozenset({Permission.OPEN_CASES, Permission.REVIEW_CASES, Permission.DRAFT_EDITIONS})
_TRAINS = frozenset({Permission.KEEP_TRAINING, Permission.ASK_TRAINING})
_WATCHES = frozenset({Permission.USE_WATCH, Permission.TAKE_NOTICES, Permission.ACT_ON_ARRIVALS})
_OBSERVES = _RECOMMENDS | {Permission.OBSERVE, Permission.KEEP_BEST_PRACTICE}
_KEEPS_ACCOUNTS = frozenset(
    {Permission.INVITE_STAFF, Permission.GRANT_ROLES, Permission.END_SESSIONS, Permission.RECOVER_ACCOUNTS}
    | {Permission.FORGET_PEOPLE}
)

MEANINGS: dict[Role, Meaning] = {
    Role.OPERATOR: Meaning(
        _("A company that operates ships, its masters and agents: its own ships, measures, reports and receipts."),
        frozenset({Permission.USE_SHIPS, Permission.MAKE_TOKENS, Permission.TAKE_NOTICES})
        | {Permission.READ_OWN_ARRIVALS, Permission.REPORT_MEASURES},
        ScopeKind.COMPANY,
        "/ships/",
        staff=False,
    ),
    Role.AUTHORITY: Meaning(
        _("The authority that a State designated for port facility security: its State’s file, and what was shared."),
        _PARTNER
        | _RECOMMENDS
        | {Permission.PROPOSE_FACILITY, Permission.AGREE_AGENDA, Permission.COMMENT_REPORT, Permission.ASK_HOSTING}
        | {Permission.ANSWER_SELF_ASSESSMENT, Permission.WORK_ON_CLOSURE}
        | {Permission.ASK_TRAINING, Permission.NOMINATE_FOR_TRAINING},
        ScopeKind.COUNTRY,
        "/partner/",
        staff=False,
    ),
    Role.FACILITY: Meaning(
        _("The security officer of a port facility: that facility, and what is asked of it."),
        frozenset({Permission.USE_PARTNER, Permission.READ_OWN_FACILITY, Permission.PROPOSE_FACILITY})
        | {Permission.ANSWER_SELF_ASSESSMENT, Permission.RECOMMEND, Permission.WORK_ON_CLOSURE},
        ScopeKind.FACILITY,
        "/partner/",
        staff=False,
    ),
    Role.EMBASSY: Meaning(
        _("An embassy’s people for port security: visits to the country, and what was shared with it."),
        _PARTNER | {Permission.TELL_VISITS, Permission.ASK_TRAINING, Permission.ASK_HOSTING},
        ScopeKind.COUNTRY,
        "/partner/",
        staff=False,
    ),
    Role.AGENCY: Meaning(
        _("Another agency that works with the same States: visits, so that nobody comes twice, and what was shared."),
        _PARTNER | {Permission.TELL_VISITS},
        ScopeKind.COUNTRY,
        "/partner/",
        staff=False,
    ),
    Role.LIAISON: Meaning(
        _("A liaison officer with a portfolio of countries: engages, visits, and shares what helps."),
        _STAFF
        | _WRITES
        | _RELEASES
        | _KEEPS_REGISTER
        | _VISITS
        | _OBSERVES
        | _REVIEWS
        | _HOSTS
        | _TRAINS
        | {Permission.INVITE_PARTNER, Permission.OPEN_CASES, Permission.ASSESS_COUNTRIES},
        ScopeKind.COUNTRY,
        "/desk/",
        staff=True,
    ),
    Role.WATCH: Meaning(
        _("The watch of a Captain of the Port zone: notices of arrival, conditions of entry, and how they were met."),
        _STAFF | _WATCHES | {Permission.INVITE_OPERATOR},
        ScopeKind.ZONE,
        "/watch/",
        staff=True,
    ),
    Role.ANALYST: Meaning(
        _("An analyst: reads the programme’s records, asks what a listing would do, writes what was found."),
        _STAFF | _WRITES | _CASES | _ASSESSES,
        None,
        "/desk/",
        staff=True,
    ),
    Role.HEADQUARTERS: Meaning(
        _("Headquarters: everything of the programme, releases to everyone, and the record of what was done."),
        _STAFF
        | _WRITES
        | _RELEASES
        | _KEEPS_REGISTER
        | _VISITS
        | _OBSERVES
        | _REVIEWS
        | _HOSTS
        | _TRAINS
        | _CASES
        | _ASSESSES
        | {Permission.SIGN_CASES, Permission.PUBLISH_EDITIONS}
        | {Permission.IMPORT_REGISTER, Permission.FORGET_CONTACTS, Permission.ASSIGN_OFFICERS}
        | _WATCHES
        | {Permission.RELEASE_PUBLICLY, Permission.READ_LOG, Permission.READ_ACCOUNTS}
        | {Permission.INVITE_PARTNER, Permission.INVITE_OPERATOR, Permission.ELEVATE, Permission.READ_RESTRICTED},
        None,
        "/desk/",
        staff=True,
    ),
    Role.ADMINISTRATOR: Meaning(
        _("Looks after accounts and roles. Has no part in the programme’s records."),
        _KEEPS_ACCOUNTS
        | {Permission.USE_DESK, Permission.READ_ACCOUNTS, Permission.READ_HISTORY, Permission.READ_LOG}
        | {Permission.ELEVATE},
        None,
        "/desk/",
        staff=True,
    ),
}
OPEN_TO_ALL = _("Everyone: the advisory, the voyage checker, the reference data and what is marked public.")


def meaning(role: str) -> Meaning:
    """What a role is. Raises ValueError for one that there is not."""
    return MEANINGS[Role(role)]
