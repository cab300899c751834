"""The words of an agenda in the host's language, beside English."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from django.utils.translation import gettext as _

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "dv", "ckb"})


@dataclass(frozen=True, slots=True)
class Both:
    """A word in English and in the host's language; `local` is "" where there is none."""

    english: str
    local: str

    def __str__(self) -> str:
        return f"{self.english} · {self.local}" if self.local and self.local != self.english else self.english


@cache
def _authored() -> dict[str, dict[str, str]]:
    text = files("roadstead.visits").joinpath("data/agenda_words.yaml").read_text(encoding="utf-8")
    said: dict[str, dict[str, str]] = yaml.safe_load(text)
    return said


def both(language: str) -> dict[str, Both]:
    """Every word, in both languages."""
    return {key: Both(_(said["en"]), said.get(language, "")) for key, said in _authored().items()}


def direction(language: str) -> str:
    """Which way a language is written: rtl or ltr."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
