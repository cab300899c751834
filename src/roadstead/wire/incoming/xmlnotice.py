"""Notices in XML, read as a stream: what stands in lines about people is counted and never kept."""

import re
from collections.abc import Mapping, Sequence
from xml.parsers import expat

from roadstead.wire.incoming import lands
from roadstead.wire.incoming.build import build
from roadstead.wire.incoming.draft import Draft, Fields, Tally, printable
from roadstead.wire.incoming.form import Form, Group, Places
from roadstead.wire.incoming.problem import Problem, RefusedError
from roadstead.wire.incoming.remarks import check_version, note_unknown_calls
from roadstead.wire.incoming.value import Incoming
from roadstead.wire.incoming.xmlguard import DEEPEST, MOST_ELEMENTS, broken, check_encoding, parser

_VERSION = re.compile(r"(\d{1,2}\.\d{1,2})(?:\.xsd)?$")


def read(body: bytes, forms: Sequence[Form]) -> list[Incoming | Problem]:
    """Every notice of a document; a document that breaks off gives those that were whole, and the problem."""
    reader = _Reader([one for one in forms if one.record.kind == "xml"])
    try:
        check_encoding(body)
        reader.parse(body)
    except RefusedError as refused:
        return [refused.problem]  # nothing of a file that means harm is taken
    except expat.ExpatError as error:
        return [*reader.found, broken(error, body).problem]
    if not reader.found:
        roots = ", ".join(f"“{root}”" for one in reader.forms for root in one.record.roots)
        what = f"is XML, but no notice is in it (looked for {roots})."
        return [Problem(at=printable(reader.root), what=what, todo="Check that this is the file you meant.")]
    return list(reader.found)


class _Person:
    """One line about a person while it is read: which items are filled, and the nationality."""

    def __init__(self, group: Group, depth: int) -> None:
        self.group, self.depth = group, depth
        self.filled: set[str] = set()
        self.country: tuple[int, str] | None = None


class _Reader:
    """Follows the elements. found: notices and problems so far."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = forms
        self.by_root = {root.upper(): one for one in forms for root in one.record.roots}
        self.found: list[Incoming | Problem] = []
        self.stack: list[str] = []
        self.root, self.text, self.elements = "", "", 0
        self.leaf = False
        self.form: Form | None = None
        self.draft: Draft | None = None
        self.base = 0  # depth of the notice’s own element
        self.item: tuple[Fields, Places, int] | None = None
        self.person: _Person | None = None
        self.closed = 0  # depth below which nothing is looked at

    def parse(self, body: bytes) -> None:
        made = parser()
        made.StartElementHandler, made.EndElementHandler = self.start, self.end
        made.CharacterDataHandler = self.characters
        made.Parse(body, True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.stack) >= DEEPEST:
            what = f"has more than {MOST_ELEMENTS:,} elements or is nested more than {DEEPEST} deep, as no notice is."
            raise RefusedError("XML", what, "Send fewer notices in one file.")
        own = name.rpartition(":")[2].upper()
        self.stack.append(own)
        self.root = self.root or own
        self.text, self.leaf = "", True
        if self.draft is None:
            if own in self.by_root:
                self._begin(self.by_root[own], attributes)
        elif not (self.person or self.closed):
            self._enter()

    def _begin(self, form: Form, attributes: dict[str, str]) -> None:
        self.form, self.draft, self.base = form, form.draft(), len(self.stack)
        for name, value in attributes.items():
            if name.endswith("chemaLocation") and (found := _VERSION.search(value.strip())):
                self.draft.put(self.draft.fields, "notice.version", found[1], "schemaLocation")

    def _enter(self) -> None:
        assert self.form is not None
        path = "/".join(self.stack[self.base :])
        if key := self._key(path, self.form.people):
            self.person = _Person(self.form.people[key], len(self.stack))
        elif self.item is None and (key := self._key(path, self.form.lists)):
            self._begin_item(key)
        elif path in self.form.parents:
            self._note_people(self.form.parents[path])
        elif path in self.form.closed:
            self.closed = len(self.stack)

    def _key(self, path: str, table: Mapping[str, object]) -> str:
        """The entry of a table that an element begins: its own path, or that of what holds it (“LIST/*”)."""
        assert self.form is not None
        parent = path.rpartition("/")[0]
        if parent in table and parent in self.form.any_child:
            return parent
        return path if path in table and path not in self.form.any_child else ""

    def _begin_item(self, key: str) -> None:
        assert self.form is not None
        assert self.draft is not None
        to, places = self.form.lists[key]
        fields: Fields = {}
        (self.draft.calls if to == "calls" else self.draft.cdc).append(fields)
        self.item = (fields, places, len(self.stack))

    def _note_people(self, group: str) -> None:
        """A list of people that is there, though empty, says that there are none."""
        assert self.draft is not None
        if group == "crew":
            self.draft.crew = self.draft.crew or Tally()
        elif group == "others":
            self.draft.others = self.draft.others or Tally()

    def characters(self, text: str) -> None:
        if self.draft is not None and not self.closed:
            self.text += text

    def end(self, name: str) -> None:
        depth = len(self.stack)
        if self.draft is not None and not self.closed and self.leaf and (self.person or self.text.strip()):
            self._leaf(depth)
        self.text, self.leaf = "", False
        if self.closed == depth:
            self.closed = 0
        if self.item and self.item[2] == depth:
            self.item = None
        if self.person and self.person.depth == depth:
            self._count(self.person)
        if self.draft is not None and depth == self.base:
            self._finish()
        self.stack.pop()

    def _leaf(self, depth: int) -> None:
        assert self.form is not None
        assert self.draft is not None
        if self.person:
            self._of_person("/".join(self.stack[self.person.depth :]))
            return
        path = "/".join(self.stack[self.base :])
        fields, places, below = self.item or (self.draft.fields, self.form.fields, self.base)
        own = "/".join(self.stack[below:])
        for to, rank in places.get(own, ()):
            self.draft.put(fields, to, self.form.worded(to, self.text), path, rank)
        if own not in places and not {path, f"*/{own}"} & self.form.left_out and not self._inside_closed():
            self.draft.not_understood(path)

    def _inside_closed(self) -> bool:
        assert self.form is not None
        return any("/".join(self.stack[self.base : n]) in self.form.closed for n in range(self.base, len(self.stack)))

    def _of_person(self, path: str) -> None:
        assert self.person is not None
        if not self.text.strip():
            return
        self.person.filled.update(self.person.group.filled.get(path, ()))
        rank = self.person.group.nationality.get(path)
        if rank is not None and (self.person.country is None or rank < self.person.country[0]):
            land = lands.country(self.text)
            if land:  # a text that is no country is forgotten here: it may be anything
                self.person.country = (rank, land)

    def _count(self, person: _Person) -> None:
        assert self.draft is not None
        self._note_people(person.group.to)
        tally = self.draft.crew if person.group.to == "crew" else self.draft.others
        assert tally is not None
        tally.add(person.country[1] if person.country else None, person.filled)
        self.person = None

    def _finish(self) -> None:
        assert self.form is not None
        assert self.draft is not None
        check_version(self.draft, self.form)
        note_unknown_calls(self.draft, self.form)
        try:
            self.found.append(build(self.draft))
        except RefusedError as refused:
            self.found.append(refused.problem)
        self.draft, self.form, self.item, self.person, self.closed = None, None, None, None, 0
