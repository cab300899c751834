"""What can be wrong with input to batch screening; every message says what, where and what to do."""


class ScreeningError(Exception):
    """The input, the output or the engine cannot be used. Its text is for the person who asked."""
