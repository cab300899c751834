"""Write a decision as JSON, and describe both shapes as JSON Schema."""

from typing import Any

import msgspec

from roadstead.core.decision import Caution, Decision
from roadstead.core.judge import Judge
from roadstead.wire.notice import read_notice
from roadstead.wire.shapes import NoticeShape

_ENCODER = msgspec.json.Encoder()


def decide_json(body: bytes, judge: Judge) -> bytes:
    """A notice as JSON in, its decision as JSON out. Raises NoticeError."""
    return _ENCODER.encode(decide(body, judge))


def decide(body: bytes, judge: Judge) -> Decision:
    """A notice as JSON in, its decision out. Fields the schema does not have are named in the warnings."""
    notice, ignored = read_notice(body)
    decision = judge.decide(notice)
    decision.warnings += [
        Caution("field_ignored", f"“{path}” is not a field of a notice and was ignored. Is it misspelt?")
        for path in ignored
    ]
    return decision


def write_decision(decision: Decision) -> bytes:
    """A decision as JSON."""
    return _ENCODER.encode(decision)


def schemas(ref_template: str) -> dict[str, Any]:
    """JSON Schema of notice and decision and all they are made of, by name."""
    _, components = msgspec.json.schema_components([NoticeShape, Decision], ref_template=ref_template)
    return components
