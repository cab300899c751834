"""One letter, as its pages show it."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.actions.letter_signing import outdated
from roadstead.arrivals.forms.letters import SendForm, SignForm, WriteForm
from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.letters import paper
from roadstead.arrivals.letters.content import content_of, digest_of
from roadstead.arrivals.letters.drafting import still_open
from roadstead.arrivals.models import Letter
from roadstead.arrivals.presenters.letters import lines
from roadstead.arrivals.queries import arrivals, letters
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.rulebook import letters as rules

DONE = {
    "write": _("The draft was saved."),
    "sign": _("It is signed. Send it to the agent."),
    "send": _("It was sent."),
}


def context(letter: Letter, viewer: Viewer, forms: dict[str, Form]) -> dict[str, Any]:
    """What the template of a letter wants. forms: those that were typed into and refused, by name."""
    may = viewer.may(Permission.ACT_ON_ARRIVALS, zone=letter.zone_id)
    draft = letter.signed_at is None
    told = {"revision": letter.revision}
    given = {**told, "addressee": letter.addressee, "subject": letter.subject, "text": letter.text}
    changed = outdated(letter) if draft else ""
    sign = forms.get("sign") or SignForm(initial=told)
    if not changed:
        del sign.fields["stands"]
    return {
        "letter": letter,
        "arrival": letter.arrival,
        "line": lines([letter])[0],
        "draft": draft,
        "may_write": may,
        "write": forms.get("write") or WriteForm(initial=given),
        "sign": sign,
        "send": forms.get("send") or SendForm(initial={"to": letter.arrival.agent_email}),
        "refused": next(iter(forms.values()), None),
        "open": still_open(letter.text),
        "outdated": changed,
        "note": rules.in_force(clock.today()).note(letter.kind),
        "sendings": [] if draft else letters.sendings(letter),
        "kinds": [one for one in LetterKind.choices if one[0] != LetterKind.RECEIPT],
        "paragraphs": paragraphs(letter.text),
    }


def opened(letter: Letter) -> dict[str, Any]:
    """What the page by a link wants."""
    genuine = digest_of(letter.content) == letter.digest
    return {"letter": letter, "line": lines([letter])[0], "genuine": genuine, "paragraphs": paragraphs(letter.text)}


def paragraphs(text: str) -> list[dict[str, Any]]:
    """The text in paragraphs, each with the lines of a list under it, as on paper."""
    return [paper.block(one) for one in text.split("\n\n") if one.strip()]


def pdf(letter: Letter, viewer: Viewer) -> HttpResponse:
    """The letter as PDF; of a draft, as it stands now."""
    if letter.signed_at is not None:
        return signed_pdf(letter)
    version = next(one for one in arrivals.versions(letter.arrival) if one.current)
    return _answer(letter, paper.make(content_of(letter, version, signed_by=""), "", letter.kind))


def signed_pdf(letter: Letter) -> HttpResponse:
    """The very bytes that were made when it was signed."""
    return _answer(letter, bytes(letter.paper or b""))


def _answer(letter: Letter, body: bytes) -> HttpResponse:
    name = slugify(letter.reference or f"draft-{letter.pk}") or "letter"
    disposition = f'inline; filename="{name}.pdf"'
    return HttpResponse(body, content_type="application/pdf", headers={"Content-Disposition": disposition})
