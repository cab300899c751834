"""A year of invented notices, and more that come in while the demonstration runs."""

from roadstead.arrivals.demonstration.acts import make_acts
from roadstead.arrivals.demonstration.coming import go_on
from roadstead.arrivals.demonstration.letters import make_letters
from roadstead.arrivals.demonstration.making import Cast, make

__all__ = ["Cast", "go_on", "make", "make_acts", "make_letters"]
