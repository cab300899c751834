"""What becomes of the parts that people play at a facility when two entries of it are merged."""

from django.utils.translation import gettext_lazy as _

from roadstead.engagement.models import Position
from roadstead.registry.followers import by_column, register

SAME_PART = ["contact", "organisation", "kind", "valid_from", "valid_until"]
register(by_column(Position, "facility", _("parts of people"), SAME_PART))
