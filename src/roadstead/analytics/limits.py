"""How often one client may ask what if."""

from django.conf import settings

from roadstead.common.throttle import Throttle

# A draft over a million voyages costs some thousand times a decision.
what_ifs = Throttle(
    "what-if", lambda: max(1, int(settings.DECISIONS_PER_MINUTE) // 10) if settings.DECISIONS_PER_MINUTE else 0
)
