"""From the texts of an entry to a person: the same rules for a form, a CSV file and a vCard."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.engagement.addressbook.draft import Draft, Part, Point, Problem
from roadstead.engagement.addressbook.languages import code_of
from roadstead.engagement.addressbook.points import points
from roadstead.engagement.enums import Consent, PositionKind

LONGEST = {"uid": 200, "name": 150, "local_name": 150, "source": 200, "note": 2_000, "title": 150}
LONGEST |= {"organisation": 200, "facility": 200, "country": 100}
MOST_LANGUAGES = 10
SOFT = frozenset({"country", "emails", "phones", "languages"})
Country = Callable[[str], str]  # the code of a country, "" where the text names none


class Checker:
    """Reads the texts of one entry and gathers what is wrong with them.

    lenient: what is wrong with SOFT columns is left out and remarked, and refuses nobody.
    """

    def __init__(self, texts: Mapping[str, str], country: Country, *, lenient: bool = False) -> None:
        self.texts, self.country, self.lenient = texts, country, lenient
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []

    def draft(self) -> Draft | None:
        """The person; None where something is wrong, and then `problems` says what."""
        name, source = self.text("name"), self.text("source")
        if not name:
            self.wrong("name", _("Give the person a name."))
        if not source:
            self.wrong("source", _("Say where this is from."))
        made = Draft(
            name=name,
            source=source,
            uid=self.text("uid"),
            local_name=self.text("local_name"),
            country=self._country(),
            emails=self._points("emails", "email"),
            phones=self._points("phones", "phone"),
            languages=self._languages(),
            consent=self._choice("consent", Consent, Consent.UNKNOWN),
            consent_on=self.day("consent_on", past=True),
            last_contact_on=self.day("last_contact_on", past=True),
            note=self.text("note"),
            part=self._part(),
        )
        return None if self.problems else made

    def wrong(self, column: str, words: str) -> None:
        if self.lenient and column in SOFT:
            self.remarks.append(Problem(column, _("left out: %(words)s") % {"words": words}))
        else:
            self.problems.append(Problem(column, words))

    def text(self, column: str) -> str:
        """A text in one writing, on one line save for the note; what no line can show is refused."""
        raw = unicodedata.normalize("NFC", self.texts.get(column, "").replace("\r\n", "\n").strip())
        if any(unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\t" for one in raw):
            self.wrong(column, _("It holds signs that cannot be shown; write it again."))
            return ""
        said = raw if column == "note" else " ".join(raw.split())
        if len(said) > LONGEST[column]:
            self.wrong(column, _("It has at most %(most)s characters.") % {"most": LONGEST[column]})
        return said

    def day(self, column: str, *, past: bool = False) -> date | None:
        """A day as in 2024-05-31; `past`: not one that is still to come."""
        said = self.texts.get(column, "").strip()
        if not said:
            return None
        try:
            found = date.fromisoformat(said)
        except ValueError:
            self.wrong(column, _("“%(text)s” is no day; write it as in 2024-05-31.") % {"text": said[:40]})
            return None
        if past and found > clock.today():
            self.wrong(column, _("That day is still to come."))
        return found

    def _country(self) -> str:
        said = self.text("country")
        code = self.country(said) if said else ""
        if said and not code:
            self.wrong("country", _("“%(text)s” is no country that we know; write its code.") % {"text": said[:40]})
        return code

    def _points(self, column: str, kind: str) -> tuple[Point, ...]:
        found, wrong = points(self.texts.get(column, ""), kind)
        for words in wrong:
            self.wrong(column, words)
        return found

    def _languages(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for each in filter(None, re.split(r"[,;\s]+", self.texts.get("languages", ""))):
            code = code_of(each[:40])
            if code:
                found.setdefault(code)
            else:
                words = _("“%(text)s” is no language; write a code, as en, fr or ar.")
                self.wrong("languages", words % {"text": each[:40]})
        if len(found) > MOST_LANGUAGES:
            self.wrong("languages", _("Name at most %(most)s languages.") % {"most": MOST_LANGUAGES})
        return tuple(found)

    def _choice(self, column: str, choices: Any, default: Any) -> Any:
        said = self.texts.get(column, "").strip()
        known = {word.casefold(): one for one in choices for word in (one.value, str(one.label))}
        found = known.get(said.casefold(), default if not said else None)
        if found is None:
            words = {"text": said[:40], "known": ", ".join(choices.values)}
            self.wrong(column, _("“%(text)s” is none of %(known)s.") % words)
        return found or default

    def _part(self) -> Part | None:
        organisation, facility = self.text("organisation"), self.text("facility")
        title = self.text("title")
        kind = self._choice("part", PositionKind, PositionKind.OTHER)
        since, until = self.day("from"), self.day("until")
        if since and until and until <= since:
            self.wrong("until", _("It ends after it begins."))
        if not organisation and not facility:
            return None
        return Part(kind, organisation, facility, title, since, until)
