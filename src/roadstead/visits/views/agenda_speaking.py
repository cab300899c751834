"""In which language the pages of the agenda speak to the host, beside English; forms and errors in both."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

from roadstead.common.choosing import offer, offered
from roadstead.visits.agenda import refusals, templates
from roadstead.visits.agenda.words import Words
from roadstead.visits.agenda_enums import Block
from roadstead.visits.forms.agenda_parties import NAMES
from roadstead.visits.views.agenda_sitting import TONGUE, Sitting

ITSELF = {"fr": "Français", "es": "Español", "pt": "Português", "ar": "العربية"}


def choose(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Speak another language beside English from now on; "" is English alone."""
    language = request.POST.get("language", "")
    if language in ("", *templates.languages()):
        request.session[TONGUE] = language
    return redirect(sitting.base)


def context(sitting: Sitting) -> dict[str, Any]:
    """What every page of the agenda is given: said, what the page itself says; words, those of the agenda."""
    return {"sitting": sitting, "said": sitting.words, "words": sitting.of_agenda, "languages": choices()}


def choices() -> list[tuple[str, Any]]:
    """The languages that can be chosen, each with its own name."""
    return [("", _("English alone")), *((one, f"{ITSELF[one]} ({NAMES[one]})") for one in templates.languages())]


def asked_for(request: HttpRequest) -> Iterable[str]:
    """The languages that a browser asks for, the wanted first."""
    return [
        code.partition("-")[0] for code, _much in parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    ]


def spoken(form: forms.Form, sitting: Sitting) -> Any:
    """A form with its labels, hints and errors in both languages, and the parts of this kind of visit."""
    if "block" in form.fields:
        offer(form, "block", Block.choices_of(sitting.visit.kind))
    return in_words(form, sitting.words, sitting.language)


def in_words(form: forms.Form, words: Words, language: str) -> Any:
    """The same, by the words of a page."""
    if not language:
        return form
    for name, field in form.fields.items():
        if said := words.get(f"field_{name}"):
            field.label = said.shown()
        if said := words.get(f"hint_{name}"):
            field.help_text = said.shown(apart=True)
    if "block" in form.fields:
        offer(form, "block", [(one, words[one].shown()) for one in offered(form, "block")])
    if form.is_bound:
        refusals.add(form, language)
    return form


def refused(error: Exception, sitting: Sitting) -> SafeString:
    """Why something was not taken, in both languages."""
    return refusals.in_both(str(error), sitting.language).shown()
