"""What becomes of the parts that people play at a facility when two entries of it are merged."""

from django.utils.translation import gettext_lazy as _

from roadstead.engagement.models import Position
from roadstead.registry.followers import by_column, register

WHY = "what follows an entry of a facility that is merged"
SAME_PART = ["contact", "organisation", "kind", "valid_from", "valid_until"]
register(
    by_column(
        "engagement.Position.facility",
        _("parts of people"),
        lambda: Position.objects.for_the_system(WHY),
        "facility",
        SAME_PART,
    )
)
