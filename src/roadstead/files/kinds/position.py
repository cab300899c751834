"""Whether a picture says where it was taken: Exif data that point to a GPS directory."""

import struct

POSITION = 0x8825  # the tag that points to it
ENTRY = 12  # bytes


def is_told(exif: bytes) -> bool:
    """Whether Exif data name a position; data that cannot be read are taken to name none."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return False
    (start,) = struct.unpack(f"{order}I", exif[4:8])
    if start + 2 > len(exif):
        return False
    (entries,) = struct.unpack(f"{order}H", exif[start : start + 2])
    table = exif[start + 2 : start + 2 + entries * ENTRY]
    tags = (struct.unpack(f"{order}H", table[at : at + 2])[0] for at in range(0, len(table) - ENTRY + 1, ENTRY))
    return POSITION in tags
