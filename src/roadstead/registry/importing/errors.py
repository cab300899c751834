"""Why a file, or a row of it, is not taken over."""


class UnreadableError(ValueError):
    """The file as a whole cannot be read. Its text says what is wrong and what to do."""


class CellError(ValueError):
    """A cell that cannot be what its column says; the row is not taken over."""
