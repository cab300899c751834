"""Whatever comes in: a decision, or every problem named in plain words."""

import json
import re
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roadstead.wire.decision import decide_json
from roadstead.wire.errors import NoticeError
from tests.core.strategies import SHORT, documents, judge
from tests.wire.shape import check, strict

FIELD = re.compile(r"notice|(schema|vessel|arrival|calls)(\[\d+\])?(\.[a-z_0-9]+(\[\d+\])?)*")
TRACES = re.compile(r"Traceback|Error|msgspec|Expected|object at 0x|NoneType|Exception|\bstr\b|\bint\b|`")
MORE = settings(SHORT, max_examples=200)


def answered_or_named(body: bytes) -> None:
    """Holds of any bytes at all."""
    try:
        text = decide_json(body, judge())
    except NoticeError as refused:
        in_plain_words(refused)
        return
    decision = strict(text)
    check(decision, len(decision["calls"]))


def in_plain_words(refused: NoticeError) -> None:
    """A field that a notice has, and a sentence that no machine would say."""
    assert refused.problems
    for problem in refused.problems:
        assert FIELD.fullmatch(problem.field), problem
        assert problem.message.endswith((".", "?")), problem
        assert problem.message.isprintable(), problem
        assert not TRACES.search(problem.message), problem
        assert len(problem.message) < 400


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(["", "US", "USHOU", "2019-06-01T06:00:00Z", "cargo", "\u202ex", "\x00", "9" * 5000]),
    st.just("roadstead/notice/1"),
)
NAMES = ("schema", "vessel", "arrival", "calls", "port", "eta", "country", "departed", "berths", "measures", "facility")
keys = st.one_of(st.sampled_from(NAMES), st.text(max_size=5))
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4))


@MORE
@given(st.binary(max_size=200))
def test_any_bytes_are_answered_or_named(body: bytes) -> None:
    answered_or_named(body)


@MORE
@given(st.text(alphabet='{}[]":,\\ud8\0truefalsn0123456789.eE-+ \n', max_size=60))
def test_anything_like_json_is_answered_or_named(text: str) -> None:
    answered_or_named(text.encode())


@MORE
@given(values)
def test_any_json_is_answered_or_named(value: Any) -> None:
    answered_or_named(json.dumps(value).encode())


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(found for key, child in children for found in places(child, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sound notice after a few slips: values replaced, fields taken out or put in, bytes lost or turned."""
    document: Any = deepcopy(draw(documents(most=4)))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(places(document)[1:]))
        node = document
        for key in path[:-1]:
            node = node[key]
        slip = draw(st.sampled_from(["replace", "delete", "insert"]))
        if slip == "insert" and isinstance(node, dict):
            node[draw(st.text(max_size=8))] = draw(values)
        elif slip == "delete":
            del node[path[-1]]
        else:
            node[path[-1]] = draw(values)
    body = json.dumps(document, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 3)) == 0:
        place = draw(st.integers(0, len(body)))
        body = body[:place] + draw(st.binary(max_size=2)) + body[place + draw(st.integers(0, 3)) :]
    return body


@MORE
@given(mutated())
def test_any_notice_with_slips_is_answered_or_named(body: bytes) -> None:
    answered_or_named(body)


@settings(SHORT, max_examples=60)
@given(st.integers(0, 3_000), st.sampled_from([b"[", b'{"a":', b'{"calls":[', b'{"vessel":{"x":']), st.booleans())
def test_deep_nesting_is_answered_or_named(depth: int, opening: bytes, inside: bool) -> None:
    nest = opening * depth
    answered_or_named(nest)
    closing = nest[::-1].translate(bytes.maketrans(b"[{", b"]}"), delete=b'":abcdefghijklmnopqrstuvwxyz')
    body = nest + b"0" + closing
    if inside:
        body = b'{"extra":' + body + b',"schema":"roadstead/notice/1","arrival":{"port":"USHOU",'
        body += b'"eta":"2019-06-01T06:00:00Z"},"calls":[]}'
    answered_or_named(body)
