"""Tags and filters that the components are made of. They are built in: no template needs to load them."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from roadstead.common import dates
from roadstead.common import status as statuses
from roadstead.web import forms, glossary

register = template.Library()

ATTRIBUTE_NAME = re.compile(r"[a-zA-Z_][\w.:-]*")


@register.filter
def passed(attrs: Mapping[str, Any]) -> SafeString:
    """The attributes a component was given and does not know, as HTML.

    Cotton's own rendering trusts values that it did not make; here every value is escaped and every name checked.
    """
    known_names = attrs.attrs_dict() if hasattr(attrs, "attrs_dict") else attrs
    rendered = [
        _attribute(name, value) for name, value in known_names.items() if value is not None and value is not False
    ]
    return mark_safe("".join(rendered))  # noqa: S308 - each part was escaped in _attribute


def _attribute(name: str, value: Any) -> str:
    if not ATTRIBUTE_NAME.fullmatch(name) or name.lower().startswith("on") or name.lower() == "style":
        raise ValueError(f"“{name}” may not be the attribute of a component: the content security policy forbids it.")
    if value is True:
        return f" {name}"
    return f' {name}="{conditional_escape(value).replace(chr(34), "&quot;")}"'


@register.simple_tag
def icon(name: str, label: str = "", classes: str = "") -> SafeString:
    """A picture out of the design system's sheet; silent for screen readers unless it has a label."""
    address = f"{static('vendor/uswds/img/sprite.svg')}#{name}"
    voice = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="usa-icon{}" {} focusable="false"><use href="{}"></use></svg>',
        f" {classes}" if classes else "",
        voice,
        address,
    )


@register.simple_tag
def field_parts(field: Any = None, **given: Any) -> forms.Parts:
    """Label, hint, errors and ids of a form field (see roadstead.web.forms)."""
    return forms.parts(field or None, given)


@register.simple_tag
def choice_groups(field: Any, options: Any, value: Any) -> tuple[forms.Group, ...]:
    """The choices of a field, the chosen ones marked."""
    return forms.groups(field or None, options, value)


@register.simple_tag
def status_of(value: Any, word: str = "", tone: str = "") -> statuses.Status:
    """The look of an answer (see roadstead.common.status)."""
    return statuses.status(str(value), word, tone)


@register.simple_tag
def said(on: date | datetime | str | None, kind: str = "") -> dates.Said:
    """A date with the word for what it is (see roadstead.common.dates)."""
    return dates.said(on, kind)


@register.simple_tag
def definition(key: str = "", shown: Any = "", meaning: str = "", tip: str = "") -> SafeString:
    """A term of art with its meaning on hover and focus.

    As a tag it can be caught in a variable, so that a translator gets the sentence around it in one piece.
    """
    entry = glossary.find(key, shown) if key else glossary.Term(shown, meaning)
    return format_html(
        '<span class="rs-term"><dfn class="rs-term__word" tabindex="0" aria-describedby="term-{tip}">{word}</dfn>'
        '<span class="rs-term__meaning" id="term-{tip}" role="tooltip">{meaning}</span></span>',
        word=entry.word,
        meaning=entry.meaning,
        tip=as_id(tip or entry.word),
    )


@register.filter
def trimmed(slot: Any) -> Any:
    """A slot without the space around it. Python's own strip would forget that a slot is already escaped."""
    text = str(slot).strip()
    return mark_safe(text) if isinstance(slot, SafeString) else text  # noqa: S308 - as safe as it came


@register.filter
def as_id(value: Any) -> str:
    """A value made fit for an HTML id."""
    return slugify(str(value)) or "x"


@register.filter
def utc(value: datetime | None) -> str:
    """A moment as “2 March 2025, 14:00 UTC”."""
    if value is None:
        return ""
    moment = value.astimezone(UTC)
    return f"{date_format(moment, 'j F Y')}, {date_format(moment, 'H:i')} UTC"


@register.simple_tag(takes_context=True)
def page_address(context: Context, number: int, parameter: str = "page") -> str:
    """The address of another page of the same list, with everything else that was asked."""
    query = context["request"].GET.copy()
    query[parameter] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag
def page_numbers(page: Any) -> list[Any]:
    """The numbers worth showing around a page, with “…” for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.filter
def for_input(value: Any, with_time: Any = False) -> str:
    """A date as a browser's date input wants it; text that was typed stays as it was typed."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M" if with_time else "%Y-%m-%d")
    return value.isoformat() if isinstance(value, date) else str(value)
