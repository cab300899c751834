"""The cases of the demonstration: one at each stage, all of them invented; made once, and never published."""

from roadstead.determinations.demonstration.cast import Cast
from roadstead.determinations.demonstration.going import LISTED, make

__all__ = ["LISTED", "Cast", "make"]
