"""CSV with columns of our own, in any order; `HEADINGS` documents them."""

import csv
import io
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.engagement.addressbook.draft import COLUMNS, Entry, FileError, Problem

LONGEST_FIELD = 20_000  # characters
HEADINGS = {  # the heading of each column with what stands in it
    "uid": gettext_lazy("The person’s own name in an address book, by which the same person is met again."),
    "name": gettext_lazy("Required. As it is written in Latin letters."),
    "local_name": gettext_lazy("The name in its own script."),
    "country": gettext_lazy("A code, as NG, or the name of the country."),
    "emails": gettext_lazy("The preferred one first, others after a semicolon; “(office)” says what one is for."),
    "phones": gettext_lazy("The same for telephone numbers, with the code of the country: +234 1 555 0100."),
    "languages": gettext_lazy("Codes or English names, the best first: fr, en."),
    "consent": gettext_lazy("given, official, unknown or refused."),
    "consent_on": gettext_lazy("When that was said, as 2024-05-31."),
    "source": gettext_lazy("Where this is from; without it, what is said of the whole file."),
    "last_contact_on": gettext_lazy("The day of the last contact."),
    "note": gettext_lazy("A note."),
    "organisation": gettext_lazy(
        "Where the person has a part: an organisation of the register, as it is called there."
    ),
    "facility": gettext_lazy("Or a port facility: its IMO number, or its name."),
    "part": gettext_lazy("head, deputy, focal, pfso, attache, officer or other."),
    "title": gettext_lazy("The title of the part."),
    "from": gettext_lazy("Since when."),
    "until": gettext_lazy("Until when, that day not included."),
}
ALIASES = {
    "e-mail": "emails",
    "email": "emails",
    "e-mails": "emails",
    "phone": "phones",
    "telephone": "phones",
    "language": "languages",
    "full name": "name",
    "facility number": "facility",
}
_QUOTED = re.compile(r"^'(?=[=+\-@\t\r＝＋－＠])")  # what our own export puts before what looks like a formula


def read(text: str) -> Iterator[Entry]:
    """Entries, one after the other. Raises FileError where the headings cannot be read."""
    delimiter = _delimiter(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(max(csv.field_size_limit(), 131_072))
    try:
        headings = [_column(one) for one in next(lines)]
    except (csv.Error, StopIteration) as error:
        raise FileError(_("The first line cannot be read: it must name the columns.")) from error
    _check(headings)
    yield from _entries(lines, headings)


def _entries(lines: "csv._reader", headings: list[str]) -> Iterator[Entry]:  # type: ignore[name-defined]
    number = lines.line_num + 1
    while True:
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            words = _("From here the file cannot be read (%(error)s): mend the quotation marks.") % {"error": error}
            yield Entry(number, problems=[Problem("", words)])
            return
        if any(cell.strip() for cell in cells):
            yield _entry(number, cells, headings)
        number = lines.line_num + 1


def _entry(number: int, cells: list[str], headings: list[str]) -> Entry:
    made = Entry(number)
    if len(cells) > len(headings) and any(cell.strip() for cell in cells[len(headings) :]):
        made.problems.append(Problem("", _("The line has more cells than there are columns.")))
    for column, cell in zip(headings, cells, strict=False):
        if column and cell.strip():
            if len(cell) > LONGEST_FIELD:
                made.problems.append(Problem(column, _("The cell is too long to be read.")))
            else:
                made.values[column] = _QUOTED.sub("", cell.strip())
    return made


def _column(heading: str) -> str:
    said = " ".join(heading.replace("\ufeff", "").strip().casefold().split())
    plain = said.replace(" ", "_")
    return plain if plain in COLUMNS else ALIASES.get(said, "")


def _check(headings: list[str]) -> None:
    if "name" not in headings:
        raise FileError(
            _("No column is called “name”. The first line must name the columns; they are: %(columns)s.")
            % {"columns": ", ".join(COLUMNS)}
        )
    if twice := sorted({one for one in headings if one and headings.count(one) > 1}):
        raise FileError(_("A column stands there twice: %(columns)s.") % {"columns": ", ".join(twice)})


def _delimiter(text: str) -> str:
    first = text.lstrip("\ufeff").partition("\n")[0]
    return max(",;\t", key=first.count)
