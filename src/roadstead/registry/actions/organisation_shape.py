"""What is written about an organisation, checked before it is kept."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.folding import fold
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.enums import OrganisationKind
from roadstead.registry.models import Organisation

WEB = URLValidator(schemes=("http", "https"))


@dataclass(frozen=True, slots=True)
class Particulars:
    """What somebody writes about an organisation. country: a code; parent: the key of what it is part of."""

    kind: OrganisationKind
    name: str
    source: str
    country: str | None = None
    parent: int | None = None
    local_name: str = ""
    duties: str = ""
    place: str = ""
    address: str = ""
    website: str = ""
    phone: str = ""
    email: str = ""
    as_of: date | None = None

    def checked(self) -> "Particulars":
        """The same, tidied. Raises RegisterError for what is missing, too long or no address."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        texts: dict[str, Any] = {name: _tidy(value) for name, value in said.items() if isinstance(value, str)}
        texts["duties"] = self.duties.replace("\r\n", "\n").replace("\0", "").strip()
        new = replace(self, **{**texts, "kind": OrganisationKind(self.kind), "country": texts.get("country") or None})
        if not new.name:
            raise RegisterError(_("Give the organisation a name."), "name")
        if not fold(new.name):
            raise RegisterError(_("A name has letters or digits."), "name")
        if not new.source:
            raise RegisterError(_("Say where this is from: a letter, a page, a meeting."), "source")
        if new.as_of and new.as_of > clock.today():
            raise RegisterError(_("That day is yet to come. Give the day of the source, or leave it empty."), "as_of")
        _check_lengths(new)
        _check_addresses(new)
        return new


def written(new: Particulars) -> dict[str, object]:
    """The columns of an organisation as written."""
    names = ("kind", "name", "source", "local_name", "duties", "place", "address", "website", "phone", "email", "as_of")
    keys = {"country_id": new.country, "parent_id": new.parent, "folded": fold(new.name)}
    return {name: getattr(new, name) for name in names} | keys


def _tidy(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _check_lengths(new: Particulars) -> None:
    for one in fields(new):
        value = getattr(new, one.name)
        most = getattr(Organisation._meta.get_field(one.name), "max_length", None)
        if isinstance(value, str) and most and len(value) > most:
            raise RegisterError(_("At most %(most)s characters are kept here.") % {"most": most}, one.name)


def _check_addresses(new: Particulars) -> None:
    try:
        if new.website:
            WEB(new.website)
    except ValidationError as error:
        raise RegisterError(_("Write the website like https://www.example.org."), "website") from error
    try:
        if new.email:
            validate_email(new.email)
    except ValidationError as error:
        raise RegisterError(_("Write the e-mail address like office@example.org."), "email") from error
