"""What the demonstration says that was written, and the people it knows: everything of it is invented."""

from roadstead.engagement.demonstration.engaging import make_dealings
from roadstead.engagement.demonstration.information import make
from roadstead.engagement.demonstration.world import make_world

__all__ = ["make", "make_dealings", "make_world"]
