"""Read a notice: bytes in, core values out, or every problem named."""

from codecs import BOM_UTF8

import msgspec

from roadstead.core.notice import Notice
from roadstead.wire.check import Checker
from roadstead.wire.errors import NoticeError, Problem, is_unknown_field, not_json, wrong_shape
from roadstead.wire.shapes import MOST_BERTHS_IN_ALL, SCHEMA, NoticeShape, VesselShape
from roadstead.wire.unknown import take_out_unknown

MOST_BYTES = 1_048_576
_DECODER = msgspec.json.Decoder(NoticeShape)


def read_notice(body: bytes) -> tuple[Notice, list[str]]:
    """Read JSON as a notice. Returns it with the paths of fields that are not in the schema (ignored).

    Raises NoticeError with every problem found.
    """
    if len(body) > MOST_BYTES:
        raise NoticeError([Problem("notice", f"is larger than {MOST_BYTES:,} bytes. Send one arrival at a time.")])
    body = body.removeprefix(BOM_UTF8)
    try:
        try:
            return check_notice(_DECODER.decode(body)), []
        except msgspec.ValidationError as error:
            if not is_unknown_field(error):
                raise
        document = msgspec.json.decode(body)
        ignored = take_out_unknown(document, NoticeShape)
        return check_notice(msgspec.convert(document, NoticeShape)), ignored
    except msgspec.ValidationError as error:
        raise NoticeError([wrong_shape(error)]) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NoticeError([not_json(error, body)]) from None
    except RecursionError:
        raise NoticeError([Problem("notice", "is nested too deeply to be a notice.")]) from None


def check_notice(shape: NoticeShape) -> Notice:
    """Check a notice's values and cross-checks. Raises NoticeError with every problem found."""
    check = Checker()
    if shape.schema_ != SCHEMA:
        check.problem("", "schema", f"should be “{SCHEMA}”.")
    vessel = check.vessel(shape.vessel or VesselShape())
    port, eta = check.arrival(shape.arrival)
    notice = Notice(
        vessel=vessel,
        arrival_port=port,
        eta=eta,
        calls=tuple([check.call(f"calls[{number}]", call) for number, call in enumerate(shape.calls)]),
    )
    berths = sum(len(call.berths) for call in notice.calls)
    if berths > MOST_BERTHS_IN_ALL:
        check.problem(
            "", "calls", f"name {berths:,} berths; at most {MOST_BERTHS_IN_ALL} are compared. Send fewer calls."
        )
    if check.problems:
        raise NoticeError(check.problems)
    return notice
