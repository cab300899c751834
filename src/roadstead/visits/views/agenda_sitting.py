"""Who sits at an agenda, and at which face: one piece of work is opened at the desk, to partners, and by a link."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_parties import side_of
from roadstead.visits.agenda import templates
from roadstead.visits.agenda.words import Words, both
from roadstead.visits.queries import agenda as queries

READ, SEND, FORM = ("GET", "HEAD"), ("POST",), ("GET", "HEAD", "POST")
TONGUE = "roadstead_agenda_language"  # in the session


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person at the agenda of one visit. side: "" for who only reads; base: where its pages begin.

    language: in which the page speaks beside English, "" for English alone; words: in both.
    """

    face: str
    visit: Any
    agenda: Any
    viewer: Viewer
    side: str
    base: str
    link: Any = None
    name: str = ""
    language: str = ""
    words: Words = field(default_factory=lambda: both(""))

    @property
    def of_agenda(self) -> Words:
        """The words of the agenda itself: at the desk its headings are in both languages, too."""
        return both(self.agenda.language, self.visit.kind) if self.face == "desk" else self.words

    def say(self, key: str, **values: Any) -> SafeString:
        """A text of the page, in both languages."""
        return self.words[key].shown(**values)

    @property
    def by(self) -> dict[str, Any]:
        """Who acts, as actions take it."""
        return {"by": self.viewer, "link": self.link}

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        """What stands above."""
        if self.face == "link":
            return [(_("Agenda"), self.base)]
        home = (_("Desk"), "/desk/") if self.face == "desk" else (_("Partners"), "/partner/")
        return [home, (_("Agenda of the visit"), self.base)]


Work = Callable[..., HttpResponse]


def tongue(request: HttpRequest, *wanted: str, kind: str = "") -> dict[str, Any]:
    """In which language a page speaks beside English: the one that was chosen, or the first that it can."""
    known = templates.languages()
    chosen = request.session.get(TONGUE)
    language = chosen if chosen in ("", *known) else next((one for one in wanted if one in known), "")
    return {"language": language, "words": both(language, kind)}


def at_desk(work: Work, methods: tuple[str, ...] = READ, *, begun: bool = True) -> Work:
    """The work at the officers’ desk. begun: only where there is an agenda."""

    @needs(Permission.READ_PROGRAMME)
    @require_http_methods(methods)
    @wraps(work)
    def view(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
        return work(request, _signed_in(request, pk, "desk", begun), **more)

    return view


def at_partner(work: Work, methods: tuple[str, ...] = READ) -> Work:
    """The work at the pages of partners."""

    @needs(Permission.READ_SHARED)
    @require_http_methods(methods)
    @wraps(work)
    def view(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
        return work(request, _signed_in(request, pk, "partner", True), **more)

    return view


def _signed_in(request: HttpRequest, pk: int, face: str, begun: bool) -> Sitting:
    viewer = viewer_of(request)
    visit = queries.visible_visit(pk, viewer)
    agenda = queries.agenda_of(visit) if visit is not None else None
    if visit is None or (begun and agenda is None):
        raise Http404
    side = side_of(visit, viewer) or ""
    base = reverse(f"visits:agenda_{face}", args=[pk])
    spoken: dict[str, Any] = {"words": both("", visit.kind)}
    if face != "desk" and agenda is not None:
        spoken = tongue(request, agenda.language, kind=visit.kind)
    return Sitting(face, visit, agenda, viewer, side, base, name=viewer.name, **spoken)
