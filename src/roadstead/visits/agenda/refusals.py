"""Why something was not taken, in the host's language beside English: found by its English words."""

import re
from functools import cache
from string import Formatter
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString

from roadstead.visits.agenda.words import Both, authored

Rule = tuple[re.Pattern[str], dict[str, str]]


def in_both(text: str, language: str) -> Both:
    """A refusal in both languages; one that nobody wrote in that language stands in English alone."""
    if not language:
        return Both(text)
    for pattern, said in _rules():
        if (found := pattern.fullmatch(text)) and language in said:
            return Both(text, said[language].format(**found.groupdict()), language)
    return Both(text, _of_django(text, language), language)


def add(form: Any, language: str) -> None:
    """Say each error of a form in both languages."""
    for name, errors in list(form.errors.items()):
        form.errors[name] = form.error_class([_shown(str(one), language) for one in errors], renderer=form.renderer)


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple((_pattern(said["en"]), said) for said in authored("agenda_refusals"))


def _pattern(english: str) -> re.Pattern[str]:
    parts = Formatter().parse(english)
    return re.compile("".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, _f, _c in parts))


def _of_django(text: str, language: str) -> str:
    """What Django itself says of a field has its translations there."""
    with translation.override(language):
        said = translation.gettext(text)
    return said if said != text else ""


def _shown(text: str, language: str) -> SafeString:
    return in_both(text, language).shown()
