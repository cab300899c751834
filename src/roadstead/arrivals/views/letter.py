"""One letter: its draft is changed, signed or discarded; once signed it is read, taken as PDF, sent and withdrawn."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from roadstead.arrivals.actions.letter_sending import send_letter
from roadstead.arrivals.actions.letter_shape import StaleLetterError
from roadstead.arrivals.actions.letter_signing import sign_letter
from roadstead.arrivals.actions.letters import begin_letter, discard_letter, write_letter
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.forms.letters import SendForm, SignForm, WriteForm
from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.models import Letter
from roadstead.arrivals.presenters import letter as presenter
from roadstead.arrivals.queries.letters import letters, whole
from roadstead.arrivals.views.letters import above
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

Forms = dict[str, Form]


def one(request: HttpRequest, pk: int, letter: int) -> Letter:
    """A letter that may be read. Raises Http404."""
    viewer = viewer_of(request)
    return whole(get_object_or_404(letters(viewer).filter(arrival=pk), pk=letter), viewer)


def page_of(letter: Letter) -> str:
    """Its address."""
    return reverse("watch:letter", args=[letter.arrival_id, letter.pk])


@needs(Permission.USE_WATCH)
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """Read it; as long as it is a draft, change it."""
    held = one(request, pk, letter)
    if request.method != "POST":
        return _page(request, held)
    form = WriteForm(request.POST)
    return _acted(request, held, "write", form, lambda given: write_letter(letter=held, by=viewer_of(request), **given))


@needs(Permission.ACT_ON_ARRIVALS)
@require_POST
def sign(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """Sign a draft."""
    held = one(request, pk, letter)
    form = SignForm(request.POST)
    return _acted(request, held, "sign", form, lambda given: sign_letter(letter=held, by=viewer_of(request), **given))


@needs(Permission.ACT_ON_ARRIVALS)
@require_POST
def send(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """Send a signed letter."""
    held = one(request, pk, letter)
    form = SendForm(request.POST)
    return _acted(request, held, "send", form, lambda given: send_letter(letter=held, by=viewer_of(request), **given))


@needs(Permission.ACT_ON_ARRIVALS)
@require_POST
def discard(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """Put a draft away."""
    held = one(request, pk, letter)
    try:
        discard_letter(letter=held, by=viewer_of(request))
    except ArrivalError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(page_of(held))
    messages.success(request, _("The draft was put away."))
    return HttpResponseRedirect(reverse("watch:letters", args=[pk]))


@needs(Permission.ACT_ON_ARRIVALS)
@require_POST
def withdraw(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """Draft the letter that ends this one."""
    held, kind = one(request, pk, letter), request.POST.get("kind", "")
    chosen = LetterKind(kind) if kind in LetterKind.values else LetterKind.WITHDRAWAL
    told: dict[str, Any] = {"arrival": held.arrival, "kind": chosen, "withdraws": held, "zone": held.zone_id}
    try:
        made = begin_letter(uid=uuid4(), by=viewer_of(request), **told)
    except ArrivalError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(page_of(held))
    messages.success(request, _("It was drafted. The other letter holds until this one is signed."))
    return HttpResponseRedirect(page_of(made))


@needs(Permission.USE_WATCH)
@require_safe
def paper(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """The letter as PDF: as it was signed, or as the draft stands."""
    return presenter.pdf(one(request, pk, letter), viewer_of(request))


def _acted(
    request: HttpRequest, held: Letter, name: str, form: Form, perform: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Do what was asked, and go on; or the page again, with what was typed and what is wrong."""
    status = 422
    if form.is_valid():
        try:
            perform(form.cleaned_data)
        except StaleLetterError as error:
            again = request.POST.copy()
            again["revision"] = str(error.current.revision)
            form.data, status = again, 409
            form.add_error(None, str(error))
        except ArrivalError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except OSError:
            form.add_error(None, _("The message could not be handed over. Nothing was sent; try again."))
        else:
            messages.success(request, presenter.DONE[name])
            return HttpResponseRedirect(page_of(held))
    return _page(request, one(request, held.arrival_id, held.pk), {name: form}, status)


def _page(request: HttpRequest, held: Letter, forms: Forms | None = None, status: int = 200) -> HttpResponse:
    crumbs = above(held.arrival, (_("Letters"), reverse("watch:letters", args=[held.arrival_id])))
    told = presenter.context(held, viewer_of(request), forms or {}) | {"crumbs": crumbs}
    return render(request, "arrivals/letters/letter.html", told, status=status)
