"""What the advisory says: the rule book of this installation, as known on a day, and its judge."""

from datetime import date
from functools import cache, lru_cache

from django.conf import settings

from roadstead.core.advisory import RuleBook
from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.rulebook import loader

SNAPSHOTS_KEPT = 64  # days asked about; each is a few hundred kilobytes


@cache
def rule_book() -> RuleBook:
    """The rule book as shipped, with the editions that this installation has published."""
    return loader.load(extra=settings.DATA_DIR / "rulebook")


@lru_cache(maxsize=SNAPSHOTS_KEPT)
def snapshot(known_at: date) -> Snapshot:
    """The rule book as known on a day."""
    return Snapshot(rule_book(), known_at)


@lru_cache(maxsize=SNAPSHOTS_KEPT)
def judge(known_at: date) -> Judge:
    """The judge who knows what was known on a day."""
    return Judge(snapshot(known_at))
