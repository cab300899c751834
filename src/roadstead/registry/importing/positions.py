"""Positions as GISIS writes them: degrees and decimal minutes without a mark between them, as in 491722N."""

import re
from decimal import Decimal

from roadstead.registry.importing.errors import CellError

STEP = Decimal("0.00001")  # what the register keeps
LATITUDE = re.compile(r"(\d{2})(\d{4})([NS])")
LONGITUDE = re.compile(r"(\d{2,3})(\d{4})([EW])")
DECIMAL = re.compile(r"-?\d{1,3}(\.\d+)?")


def latitude(text: str) -> Decimal:
    """ "491722N" (49° 17.22′ north) in degrees; degrees with decimals are taken as they are. Raises CellError."""
    return _read(text, LATITUDE, 90, "a latitude looks like 491722N (49° 17.22′ north)")


def longitude(text: str) -> Decimal:
    """ "1230722W" (123° 7.22′ west) in degrees, west negative. Raises CellError."""
    return _read(text, LONGITUDE, 180, "a longitude looks like 0330722E (33° 7.22′ east)")


def _read(text: str, shape: re.Pattern[str], most: int, how: str) -> Decimal:
    plain = "".join(text.split()).upper()
    if DECIMAL.fullmatch(plain):
        degrees = Decimal(plain)
    elif found := shape.fullmatch(plain):
        minutes = Decimal(found[2]) / 100
        if minutes >= 60:
            raise CellError(f"{minutes} minutes are more than a degree has; {how}")
        degrees = Decimal(found[1]) + minutes / 60
        degrees = -degrees if found[3] in "SW" else degrees
    else:
        raise CellError(f"“{text[:30]}” is no position; {how}")
    if abs(degrees) > most:
        raise CellError(f"“{text[:30]}” is beyond {most} degrees; {how}")
    return degrees.quantize(STEP)
