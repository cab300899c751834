"""Why a file was not taken, in words for the person who sent it."""


class FilesError(ValueError):
    """A file cannot be taken, kept or removed; the message says why and what to do."""
