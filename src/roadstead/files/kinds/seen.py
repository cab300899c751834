"""What was seen of a file."""

from dataclasses import dataclass

from roadstead.files.enums import FileKind


@dataclass(frozen=True, slots=True)
class Seen:
    """A file's kind by its content. charset: of text. says_where: a picture that names the place it was taken at."""

    kind: FileKind
    charset: str = ""
    says_where: bool = False

    @property
    def media_type(self) -> str:
        return f"{self.kind.media_type}; charset={self.charset}" if self.charset else self.kind.media_type
