"""Files on their way in: written to a folder of our own while they are hashed, and never longer than the limit."""

import errno
import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from roadstead.files import names, sizes, store
from roadstead.files.errors import FilesError
from roadstead.files.kinds.looking import look
from roadstead.files.kinds.seen import Seen

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Incoming(UploadedFile):  # type: ignore[type-arg]
    """A file that came in. It is gone when it is closed, unless it was given its place in the store before."""

    def __init__(self, given: str) -> None:
        self.given = given  # the name, as the sender has it
        self.length = 0  # bytes that came
        self.no_room = False
        self.seen: Seen | None = None
        self._hash = hashlib.sha256()
        self._written: Any = self._make()
        super().__init__(self._written, size=0)

    def _make(self) -> Any:
        try:
            return tempfile.NamedTemporaryFile(dir=store.incoming(), suffix=".part")  # mode 600
        except OSError as error:
            self._note(error)
            return io.BytesIO()

    def take(self, chunk: bytes) -> None:
        """Write the next bytes; beyond the limit, or where there is no room, they are only counted."""
        self.length = self.size = self.length + len(chunk)
        try:
            if self.is_too_large or self.no_room:
                self._written.truncate(0)
                return
            self._written.write(chunk)
        except OSError as error:
            self._note(error)
        self._hash.update(chunk)

    def _note(self, error: OSError) -> None:
        if error.errno not in NO_ROOM:
            raise error
        self.no_room = True

    @property
    def is_too_large(self) -> bool:
        return self.length > int(settings.LARGEST_UPLOAD)

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()

    @property
    def kept_name(self) -> str:
        """The name under which it is kept. Raises FilesError for what is not taken."""
        return names.cleaned(self.given, self.look_at().kind)

    def look_at(self) -> Seen:
        """What it is. Raises FilesError for what is not taken, and where it could not be written."""
        if self.is_too_large:
            raise FilesError(sizes.too_large(self.length))
        self.flush()
        if self.seen is None:
            self.seen = look(self._written, self.length)
        return self.seen

    def flush(self) -> None:
        """Bring it to the disk. Raises FilesError where there is no room."""
        try:
            if not self.no_room:
                self._written.flush()
                os.fsync(self._written.fileno())
        except OSError as error:
            self._note(error)
        if self.no_room:
            raise FilesError(no_room())

    def place(self) -> None:
        """Give it its place in the store. Raises FilesError where there is no room."""
        try:
            store.place(Path(self._written.name), self.digest)
        except OSError as error:
            self._note(error)
            raise FilesError(no_room()) from error


def no_room() -> str:
    return _("There is no room left to keep files; nothing was kept. Tell the administrators, and try again later.")


def received(upload: "File[Any]") -> Incoming:
    """A file as one that came in, looked at. Raises FilesError for what is not taken; nothing of it is left then."""
    with ExitStack() as undo:
        arrived = upload if isinstance(upload, Incoming) else Incoming(upload.name or "")
        undo.callback(arrived.close)
        if arrived is not upload:
            for chunk in upload.chunks():
                arrived.take(chunk)
        arrived.look_at()
        undo.pop_all()
    return arrived


@contextmanager
def held(upload: "File[Any]") -> Iterator[Incoming]:
    """The same, for a while: what was not made here is left open for whoever made it. Raises FilesError."""
    arrived = received(upload)
    try:
        yield arrived
    finally:
        if arrived is not upload:
            arrived.close()
