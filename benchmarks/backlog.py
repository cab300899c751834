"""The stored notices that an edition has judged again: what `everywhere` counts as its last step.

`prepare` makes them before the clock starts, `judge_again` is what is timed, `take_away` leaves nothing behind.
"""

NOTICES = 100_000


def prepare() -> None:
    """Store invented notices that an edition can concern."""


def judge_again(edition: str) -> int | None:
    """Judge every stored notice again that an edition concerns; how many, None where there is nothing to do it."""
    return None


def take_away() -> None:
    """Take the invented notices away again."""
