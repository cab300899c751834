"""Whether everything that is kept is there and whole, and nothing else lies beside it."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.db import IntegrityError, transaction

from roadstead.common import clock
from roadstead.files import queries, store
from roadstead.files.enums import FileKind
from roadstead.files.models import StoredFile

YOUNG = timedelta(days=1)  # what is younger may still be on its way in
AT_ONCE = 1_000  # rows


@dataclass(slots=True)
class Report:
    """What was found: digests of what is missing or damaged, and files that belong to nothing."""

    checked: int = 0
    missing: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    orphaned: list[Path] = field(default_factory=list)
    young: int = 0
    removed: int = 0

    @property
    def is_good(self) -> bool:
        return not (self.missing or self.damaged or self.orphaned)


def check(*, remove_orphans: bool) -> Report:
    """Read every file that is kept and compare it with its digest; find, and on demand remove, what belongs to none."""
    report = Report()
    for digest in queries.stored().values_list("sha256", flat=True).iterator(AT_ONCE):
        report.checked += 1
        try:
            if store.digest_of(store.path_of(digest)) != digest:
                report.damaged.append(digest)
        except FileNotFoundError:
            report.missing.append(digest)
    for path in _files():
        _judge(path, report, remove=remove_orphans)
    return report


def _files() -> list[Path]:
    return sorted(path for path in store.root().rglob("*") if path.is_file())


def _judge(path: Path, report: Report, *, remove: bool) -> None:
    digest = path.parent.name + path.name
    is_ours = path == store.path_of(digest) and len(digest) == 64
    if is_ours and StoredFile.objects.filter(sha256=digest).exists():
        return
    try:
        age = clock.now().timestamp() - path.stat().st_mtime
    except FileNotFoundError:  # it was on its way in, and has arrived
        return
    if age < YOUNG.total_seconds():
        report.young += 1
    elif remove and _take_away(path, digest):
        report.removed += 1
    else:
        report.orphaned.append(path)


def _take_away(path: Path, digest: str) -> bool:
    """Remove a file of nobody; False if somebody took it up meanwhile.

    The row that is written, and unwritten at once, keeps out whoever brings the same bytes at this very moment.
    """
    row = StoredFile(sha256=digest[:64], size=1, kind=FileKind.TEXT, media_type="", stored_at=clock.now())
    try:
        with transaction.atomic():
            row.save()
            path.unlink(missing_ok=True)
            transaction.set_rollback(True)
    except IntegrityError:
        return False
    return True
