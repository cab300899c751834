"""XML that may not be read: document types, entities, what is too large or too deep; and what a broken file is told.

The standard library’s expat is used with handlers instead of a library that builds trees: with a tree, the lines about
crew would stand in memory as objects before we could drop them. All that defusedxml would refuse is refused here, and
more: a document type at all.
"""

import codecs
import re
from typing import NoReturn
from xml.parsers import expat

from roadstead.wire.incoming.draft import printable
from roadstead.wire.incoming.problem import RefusedError

MOST_BYTES = 32 << 20
MOST_ELEMENTS = 2_000_000
DEEPEST = 32
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})""")
_READ = frozenset(("utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii"))
_ENDS_EARLY = {3, 5, 6, 20}  # no element found, unclosed token, partial character, unclosed CDATA
_ENCODINGS = {18, 19}  # unknown, incorrect


def parser() -> expat.XMLParserType:
    """A parser that refuses every document type, and with it entities of the file’s own and external ones."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    made.StartDoctypeDeclHandler = _doctype
    made.EntityDeclHandler = _doctype
    made.ExternalEntityRefHandler = _doctype
    return made


def check_encoding(body: bytes) -> None:
    """Refuse an encoding that expat cannot read, before Python’s own codecs meet it. Raises RefusedError."""
    found = _DECLARED.search(body[:400].replace(b"\x00", b""))
    if found is None:
        return
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        name = ""
    if name not in _READ and not name.startswith(("iso8859", "cp125", "koi8")):
        said = printable(found[1].decode("ascii"))
        raise RefusedError(
            "XML", f"is in the encoding “{said}”, which is not read.", "Save it as UTF-8 and send it again."
        )


def _doctype(*_: object) -> NoReturn:
    what = "holds a document type or entities of its own, which no notice needs and which can do harm; it was not read."
    raise RefusedError("XML", what, "Take the DOCTYPE out and send it again.")


def broken(error: expat.ExpatError, body: bytes) -> RefusedError:
    """What is wrong with XML that cannot be parsed."""
    at = f"line {error.lineno}, column {error.offset + 1}"
    if error.code in _ENDS_EARLY:
        what = "the file ends in the middle of a notice; the upload was probably cut off."
        return RefusedError(at, what, "Send the whole file again.")
    if error.code in _ENCODINGS or not _is_utf8(body):
        what = "the file is not in the encoding that it says (UTF-8 where it says none)."
        return RefusedError(at, what, "Save it as UTF-8 and send it again.")
    return RefusedError(at, "this is not well-formed XML.", "Check the element there: tags, quotes, & and <.")


def _is_utf8(body: bytes) -> bool:
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or b"encoding" in body[:100]:
        return True
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
