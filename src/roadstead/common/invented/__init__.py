"""What the demonstration is made of, wherever it is made: choices, and names that say they are invented."""

from roadstead.common.invented.chance import Chance
from roadstead.common.invented.names import Named, invented, person, word

__all__ = ["Chance", "Named", "invented", "person", "word"]
