"""Identifiers of the field: parse, check, normalise, and say kindly what is wrong.

Sources: UN/LOCODE Recommendation 16 (two letters for the country, three letters or digits 2-9);
IMO Resolution A.1117(30) for the ship number and its check digit; the IMO port facility number as
printed in GISIS and in advisories (LLLLL-NNNN).
"""

import re

from roadstead.core.country import is_country

_LOCODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")
_SHIP = re.compile(r"(?:IMO)? ?([0-9]{7})")
_FACILITY = re.compile(r"[A-Z]{2}[A-Z0-9]{3}-[0-9]{4}")
_LOOSE_FACILITY = re.compile(r"([A-Z]{2}[A-Z0-9]{3})[\W_]*([0-9]{1,4})")
_PRINTED_SERIES = re.compile(r"([A-Z]{2}[A-Z0-9]{3})-?([0-9]{3,4})((?:/[0-9]{3,4})*)\??")


class IdentityError(ValueError):
    """An identifier that cannot be read; the message says what is wrong and what to write."""


def parse_country(text: str) -> str:
    """ISO 3166-1 alpha-2, in capitals. Raises IdentityError."""
    code = _capitals(text)
    if not is_country(code):
        raise IdentityError(f"“{_shown(text)}” is no ISO 3166-1 country code; write two letters, as in PA.")
    return code


def parse_locode(text: str) -> str:
    """UN/LOCODE without a space (“us hou” → “USHOU”). Raises IdentityError."""
    code = _capitals(text)
    if len(code) == 6 and code[2] == " ":
        code = code[:2] + code[3:]
    if not _LOCODE.fullmatch(code):
        raise IdentityError(
            f"“{_shown(text)}” is no UN/LOCODE; write two letters for the country and three for the place, as in USHOU."
        )
    if not is_country(code[:2]):
        raise IdentityError(
            f"“{_shown(text)}” begins with {code[:2]}, which is no country; a UN/LOCODE looks like USHOU."
        )
    return code


def parse_ship_number(text: str) -> str:
    """Seven digits of the IMO ship number, check digit verified (“IMO 9074729” → “9074729”).

    The seventh digit is the last digit of the sum of the first six times 7, 6, 5, 4, 3, 2.
    Raises IdentityError.
    """
    match = _SHIP.fullmatch(_capitals(text))
    if not match:
        raise IdentityError(f"“{_shown(text)}” is no IMO ship number; write seven digits, as in 9074729.")
    digits = match[1]
    expected = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False)) % 10
    if int(digits[6]) != expected:
        raise IdentityError(
            f"{digits} is no IMO ship number: its check digit should be {expected}, not {digits[6]}. Is a digit wrong?"
        )
    return digits


def facility_number(text: str) -> str | None:
    """The IMO port facility number in its one right form (NGAPP-0001), or None if malformed.

    Capitals and surrounding space are forgiven; a lost hyphen or digit is not: see `near_numbers`.
    """
    code = _capitals(text)
    return code if _FACILITY.fullmatch(code) else None


def near_number(text: str) -> str | None:
    """What a malformed number was probably meant to be (“NGAPP0001”, “ng app 1” → “NGAPP-0001”), or None."""
    code = re.sub(r"\s", "", text.upper())
    match = _LOOSE_FACILITY.fullmatch(code)
    return f"{match[1]}-{match[2].zfill(4)}" if match else None


def printed_numbers(printed: str) -> tuple[tuple[str, bool], ...]:
    """Read numbers as an advisory printed them: pairs of (normalised, certain).

    “GQ362-0001/0002” is two numbers in one row; “IDTPP0001” lost its hyphen, which is certain
    enough; “NG663-001” lost a digit, and where it belongs is a guess. Nothing readable: ().
    """
    match = _PRINTED_SERIES.fullmatch(printed.strip().upper())
    if not match:
        return ()
    numbers = [match[2], *(part for part in match[3].split("/") if part)]
    doubted = printed.strip().endswith("?")
    return tuple((f"{match[1]}-{number.zfill(4)}", len(number) == 4 and not doubted) for number in numbers)


def _capitals(text: str) -> str:
    """ASCII letters in capitals; others stay, for “ß” is no South Sudan (SS) and “ﬁ” no Finland (FI)."""
    stripped = text.strip()
    return stripped.upper() if stripped.isascii() else stripped


def _shown(text: str) -> str:
    """A value safe to repeat in a message: short, and with nothing that a terminal would obey."""
    printable = "".join(char if char.isprintable() else "�" for char in text[:40])
    return printable + ("…" if len(text) > 40 else "")
