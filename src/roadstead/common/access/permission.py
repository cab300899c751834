"""Everything that may be allowed, as one enum. Roles are sets of these; nothing else grants anything."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.scope import ScopeKind

COUNTRY, FACILITY, COMPANY, ZONE = ScopeKind.COUNTRY, ScopeKind.FACILITY, ScopeKind.COMPANY, ScopeKind.ZONE


class Permission(StrEnum):
    """One right. `meaning` says it in plain words; `asked_of` are the kinds of scope it can be asked for.

    A right with kinds is asked for one thing of such a kind at a time; a right without any is asked as it is.
    One that is `elevated` holds only in a timed session with a reason.
    """

    meaning: str | Promise
    asked_of: frozenset[ScopeKind]
    elevated: bool

    def __new__(
        cls, value: str, meaning: str | Promise, asked_of: tuple[ScopeKind, ...] = (), elevated: bool = False
    ) -> "Permission":
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning, member.asked_of, member.elevated = meaning, frozenset(asked_of), elevated
        return member

    # The faces
    USE_DESK = "use_desk", _("Work at the officers’ desk.")
    USE_WATCH = "use_watch", _("Work at the watch desk of a Captain of the Port zone.")
    USE_SHIPS = "use_ships", _("Use the pages for ship operators, masters and agents.")
    USE_PARTNER = "use_partner", _("Use the pages for partners: authorities, facilities, embassies, agencies.")
    # Reading
    READ_PROGRAMME = "read_programme", _("Read what is marked for the programme, and what was shared with any State.")
    READ_SHARED = "read_shared", _("Read what was shared with a State."), (COUNTRY,)
    READ_OWN_FACILITY = "read_own_facility", _("Read the entry of one’s own port facility."), (FACILITY,)
    READ_RESTRICTED = (
        "read_restricted",
        _("Break the glass: read what is restricted to named people. Each reading is recorded."),
        (),
        True,
    )
    ASK_WHAT_IF = "ask_what_if", _("Ask what a listing or a removal would do to ships and ports.")
    # Sharing information
    WRITE_INFORMATION = "write_information", _("Write a note or document to be shared, and attach files.")
    RELEASE_INFORMATION = "release_information", _("Release information to a State, or mark it again."), (COUNTRY,)
    RELEASE_PUBLICLY = "release_publicly", _("Release information to everyone.")
    PREVIEW_AS = "preview_as", _("See a record as a State would see it, before it is released."), (COUNTRY,)
    # What is seen on visits
    OBSERVE = "observe", _("Note what is seen on a visit, answer its checklist, write observations."), (COUNTRY,)
    RECOMMEND = (
        "recommend",
        _("Recommend to the other side, remark on what it observed, and tell how a recommendation goes on."),
        (COUNTRY, FACILITY),
    )
    CLOSE_RECOMMENDATION = (
        "close_recommendation",
        _("Close what one’s side recommended once somebody else said that it is done; withdraw it, or open it again."),
        (COUNTRY,),
    )
    KEEP_BEST_PRACTICE = "keep_best_practice", _("Write best practice, and release it once its host has agreed.")
    # Self-assessments
    ANSWER_SELF_ASSESSMENT = (
        "answer_self_assessment",
        _("Fill in the self-assessment of one’s State or port facility, with evidence, and submit it."),
        (COUNTRY, FACILITY),
    )
    REVIEW_SELF_ASSESSMENT = (
        "review_self_assessment",
        _("Validate or question each answer of a State’s self-assessment."),
        (COUNTRY,),
    )
    # Assessments of countries, and the closing of shortfalls
    ASSESS_COUNTRIES = (
        "assess_countries",
        _("Assess a country: gather sources, state what is effective, not effective or not known, and put it up."),
        (COUNTRY,),
    )
    SETTLE_ASSESSMENTS = (
        "settle_assessments",
        _("Settle the assessment of a country that somebody else put up, or return it."),
        (COUNTRY,),
    )
    WORK_ON_CLOSURE = (
        "work_on_closure",
        _("Plan how a shared shortfall is closed, give evidence, say that it is closed, and dispute it as the host."),
        (COUNTRY, FACILITY),
    )
    VERIFY_CLOSURE = (
        "verify_closure",
        _("Say which evidence closes a shortfall, look at it, close it as a second person, and answer a dispute."),
        (COUNTRY,),
    )
    # Training
    KEEP_TRAINING = (
        "keep_training",
        _("Run training: offer courses, answer requests, select delegates, certify them, keep the experts’ roster."),
    )
    ASK_TRAINING = "ask_training", _("Ask for training for a country."), (COUNTRY,)
    NOMINATE_FOR_TRAINING = (
        "nominate_for_training",
        _("Nominate people of a State for a course, withdraw them, and say how it was."),
        (COUNTRY,),
    )
    # Arrivals
    TAKE_NOTICES = "take_notices", _("Take notices of arrival in, one or many.")
    READ_OWN_ARRIVALS = "read_own_arrivals", _("Read the arrivals of one’s own company’s ships."), (COMPANY,)
    REPORT_MEASURES = (
        "report_measures",
        _("Keep the log of measures of one’s own company’s ships, report them, and answer the watch."),
        (COMPANY,),
    )
    ACT_ON_ARRIVALS = (
        "act_on_arrivals",
        _("Act on the arrivals of a Captain of the Port zone: look at what changed, and say what follows."),
        (ZONE,),
    )
    # Countries, facilities and people
    KEEP_REGISTER = (
        "keep_register",
        _("Keep organisations and port facilities: write, correct, import, merge."),
        (COUNTRY,),
    )
    IMPORT_REGISTER = "import_register", _("Read a whole register of port facilities in, after a look at what changes.")
    PROPOSE_FACILITY = (
        "propose_facility",
        _("Propose a change of a port facility’s entry, which an officer accepts or returns."),
        (COUNTRY, FACILITY),
    )
    KEEP_CONTACTS = "keep_contacts", _("Keep people outside the programme: write, import, export, join two entries.")
    KEEP_ENGAGEMENT = (
        "keep_engagement",
        _("Keep what was said with partners: interactions, promises of both sides, questions passed on."),
    )
    FORGET_CONTACTS = (
        "forget_contacts",
        _("Take away what is kept of a person outside the programme who refused to be kept."),
    )
    ASSIGN_OFFICERS = "assign_officers", _("Say which officer answers for which country, from when until when.")
    # Visits
    PLAN_VISITS = "plan_visits", _("Propose, plan, move, make and cancel visits to a country."), (COUNTRY,)
    TELL_VISITS = (
        "tell_visits",
        _("Tell the programme of one’s own visits to a country, and say what is to become of two that lie close."),
        (COUNTRY,),
    )
    AGREE_AGENDA = (
        "agree_agenda",
        _("Work on the agenda of a visit as the host: propose, change, accept, agree."),
        (COUNTRY,),
    )
    WRITE_REPORT = (
        "write_report",
        _("Write the report of a visit, ask for its release, and release what somebody else asked for."),
        (COUNTRY,),
    )
    COMMENT_REPORT = "comment_report", _("Comment, as the host, on the report of a visit."), (COUNTRY,)
    # Reciprocal visits
    ASK_HOSTING = (
        "ask_hosting",
        _("Ask for a reciprocal visit of one’s State, name its delegation, and say afterwards what helped."),
        (COUNTRY,),
    )
    HOST_VISITS = (
        "host_visits",
        _("Host delegations of a country: match ports, arrange, invite, decline, write take-aways and certificates."),
        (COUNTRY,),
    )
    KEEP_HOST_UNITS = "keep_host_units", _("Keep the units that host delegations, with their calendars.")
    SUSPEND_CLOCKS = (
        "suspend_clocks",
        _("Record why a country is not visited or assessed in time: travel stopped, no access."),
        (COUNTRY,),
    )
    # Determinations
    OPEN_CASES = (
        "open_cases",
        _("Open the case of a country, gather what it rests on, enter its days, and propose what it decides."),
        (COUNTRY,),
    )
    REVIEW_CASES = "review_cases", _("Review the case of a country that somebody else proposed.")
    SIGN_CASES = "sign_cases", _("Sign the case of a country that others proposed and reviewed.")
    DRAFT_EDITIONS = "draft_editions", _("Draft an edition of the advisory from decided cases.")
    PUBLISH_EDITIONS = (
        "publish_editions",
        _("Publish an edition of the advisory that somebody else drafted; have a message on one sent again."),
    )
    # What was done
    READ_HISTORY = "read_history", _("See the history of a record that one may read.")
    READ_LOG = "read_log", _("Read and export the record of everything that was done.")
    # Accounts
    READ_ACCOUNTS = "read_accounts", _("See who has an account, with which roles and why.")
    INVITE_PARTNER = "invite_partner", _("Invite someone of a country’s authorities or facilities."), (COUNTRY,)
    INVITE_OPERATOR = "invite_operator", _("Invite someone of a company that operates ships.")
    INVITE_STAFF = "invite_staff", _("Invite someone to any role."), (), True
    GRANT_ROLES = "grant_roles", _("Give a role, or withdraw it, with a reason."), (), True
    END_SESSIONS = "end_sessions", _("End someone else’s sessions and tokens."), (), True
    RECOVER_ACCOUNTS = (
        "recover_accounts",
        _("Let someone set up a lost second factor anew, with a colleague."),
        (),
        True,
    )
    FORGET_PEOPLE = (
        "forget_people",
        _("Take away what the record of what was done says about a person; what was done stays."),
        (),
        True,
    )
    ELEVATE = "elevate", _("Take up elevated power for a limited time, with a reason.")
    # Programs
    MAKE_TOKENS = (
        "make_tokens",
        _("Make tokens with which one’s own programs read through the API, and webhooks that tell them of editions."),
    )
