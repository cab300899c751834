"""Words for letters and orders."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.enums import Disposition


class LetterKind(models.TextChoices):
    """What a letter does."""

    CONDITIONS = "conditions", _("Conditions letter")
    GUARDS_REQUIRED = "guards_required", _("Guard requirement")
    GUARDS_WAIVED = "guards_waived", _("Guard waiver")
    ORDER = "order", _("Captain of the Port order")
    DENIAL = "denial", _("Denial of entry")
    RECEIPT = "receipt", _("Receipt")
    WITHDRAWAL = "withdrawal", _("Withdrawal")


# Which decisions a letter may rest on; a kind that is not named rests on the verdict, with or without a decision.
RESTS_ON: dict[str, tuple[str, ...]] = {
    LetterKind.GUARDS_REQUIRED: (Disposition.GUARDS_REQUIRED,),
    LetterKind.GUARDS_WAIVED: (Disposition.GUARDS_WAIVED,),
    LetterKind.ORDER: (Disposition.HELD, Disposition.EXAMINE_AT_SEA, Disposition.EXAMINE_AT_BERTH),
    LetterKind.DENIAL: (Disposition.DENIED,),
}
# The letter that a decision asks for first.
FIRST: dict[str, LetterKind] = {
    Disposition.NO_CONDITIONS: LetterKind.RECEIPT,
    Disposition.VERIFIED: LetterKind.RECEIPT,
    Disposition.EXAMINE_AT_SEA: LetterKind.CONDITIONS,
    Disposition.EXAMINE_AT_BERTH: LetterKind.CONDITIONS,
    Disposition.GUARDS_REQUIRED: LetterKind.GUARDS_REQUIRED,
    Disposition.GUARDS_WAIVED: LetterKind.GUARDS_WAIVED,
    Disposition.HELD: LetterKind.ORDER,
    Disposition.DENIED: LetterKind.DENIAL,
    Disposition.RECOMMENDED_ONLY: LetterKind.RECEIPT,
}
