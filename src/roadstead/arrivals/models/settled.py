"""Places of a notice that a person settled, and calls of ships at facilities with what was reported of them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.models.verdicts import LONGEST_WORD
from roadstead.common.access.guarded import GuardedPart

LONGEST_PATH = 20
LONGEST_FACILITY = 200


class Settled(GuardedPart):
    """Which port a place of the notice is, as somebody said. A later version that says the same there keeps it.

    path: “arrival” or “calls[0]”; said: the words of the notice.
    """

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="settled")
    path = models.CharField(max_length=LONGEST_PATH)
    said = models.CharField(max_length=LONGEST_WORD, blank=True)
    port = models.CharField(max_length=5)
    settled_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrival", "said"],
                name="arrivals_settled_once",
                violation_error_message=_("This place was settled already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.port}"


class CallReported(GuardedPart):
    """A call of which a ship reported measures or a Declaration of Security, of the version of its notice that counts.

    number: the IMO port facility number as given; name: of the facility, folded; three answers: yes, no, unknown.
    """

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="calls_reported")
    place = models.PositiveSmallIntegerField()
    country = models.CharField(max_length=2)
    port = models.CharField(max_length=5, blank=True)
    number = models.CharField(max_length=LONGEST_FACILITY, blank=True)
    name = models.CharField(max_length=LONGEST_FACILITY, blank=True)
    departed = models.DateTimeField()
    declaration = models.CharField(max_length=20, blank=True)
    security_level_2 = models.CharField(max_length=7)
    access_points_guarded = models.CharField(max_length=7)
    logged = models.CharField(max_length=7)
    reported = models.CharField(max_length=7)

    class Meta(GuardedPart.Meta):
        ordering = ["-departed", "-pk"]
        indexes = [
            models.Index(fields=["number", "departed"], name="arrivals_callreported_number"),
            models.Index(fields=["country", "name"], name="arrivals_callreported_name"),
        ]

    def __str__(self) -> str:
        return f"{self.arrival_id}: {self.number or self.name}"
