"""Choices of the registry, each with the words shown for it."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class CountryKind(TextChoices):
    """What a two-letter code stands for."""

    COUNTRY = "country", _("country or territory in ISO 3166-1")
    WITHDRAWN = "withdrawn", _("code withdrawn from ISO 3166-1")
    AREA = "area", _("area outside any country, in UN/LOCODE only")


class Coast(TextChoices):
    """Whether a country has a sea coast (inland seas do not count)."""

    COASTAL = "coastal", _("coastal")
    LANDLOCKED = "landlocked", _("landlocked")
    UNKNOWN = "unknown", _("unknown")


class NameKind(TextChoices):
    """What a name of a port is."""

    OFFICIAL = "official", _("name in UN/LOCODE")
    ALTERNATIVE = "alternative", _("also called")
    FORMER = "former", _("formerly")
    ALIAS = "alias", _("known in the trade as")


class PositionSource(TextChoices):
    """Who gives the position that is used."""

    NONE = "", _("no position")
    UNLOCODE = "unlocode", _("UN/LOCODE")
    SEAROUTE = "searoute", _("searoute")
    AUTHORED = "authored", _("set by hand")


class PositionCheck(TextChoices):
    """How the position was held against its country."""

    NONE = "", _("no position")
    AGREED = "agreed", _("two sources agree within 60 nautical miles")
    SURROUNDED = "surrounded", _("lies among other places of its country and subdivision")
    AUTHORED = "authored", _("set by hand, with the reason")
    NO_COUNTRY = "no_country", _("lies outside any country, nothing to hold it against")


class PortReason(TextChoices):
    """Why a place counts as a port."""

    FUNCTION = "function", _("UN/LOCODE gives it the function of a port")
    SEAROUTE = "searoute", _("searoute lists it as a port")
    ZONE = "zone", _("named in the list of Captain of the Port zones")
    ADVISORY = "advisory", _("named in a port security advisory")
    ALIAS = "alias", _("named in our own table of names")


class Standing(IntegerChoices):
    """How surely a port is one that ships use; the surer first in any list of matches."""

    MAJOR = 0, _("sea port with terminals, or named by the Coast Guard")
    CONFIRMED = 1, _("port in two sources")
    LISTED = 2, _("port in one source")
    REQUESTED = 3, _("code requested, not yet approved")


class Confidence(TextChoices):
    """How surely a port lies in a Captain of the Port zone."""

    VERIFIED = "verified", _("verified")
    UNVERIFIED = "unverified", _("unverified")
    CONFLICT = "conflict", _("the source places it in two zones")


class DropReason(TextChoices):
    """Why something a source says was not taken over."""

    WITHDRAWN = "withdrawn", _("the release marks the code as withdrawn")
    MALFORMED = "malformed", _("the position is not degrees and minutes")
    FAR_FROM_COUNTRY = "far_from_country", _("the position lies far from every place of its country")
    FAR_FROM_SUBDIVISION = "far_from_subdivision", _("the position lies in another state or province")
    SOURCES_DIFFER = "sources_differ", _("the sources differ by more than 60 nautical miles; UN/LOCODE is used")
    AMBIGUOUS = "ambiguous", _("the source gives several positions far apart")
    SET_BY_HAND = "set_by_hand", _("replaced by a position set by hand")
    UNKNOWN_CODE = "unknown_code", _("the code is not in UN/LOCODE")
    NOT_A_PORT = "not_a_port", _("no port function in UN/LOCODE, and the other source means another place")
    UNRESOLVED = "unresolved", _("the name refers to no port that is loaded")
    CONFLICT = "conflict", _("the source names it in two zones; both are kept")
    NOT_TRANSLATED = "not_translated", _("the package has no translation of the name")


class OrganisationKind(TextChoices):
    """What an organisation is to port security."""

    DESIGNATED_AUTHORITY = "designated_authority", _("Designated Authority")
    MINISTRY = "ministry", _("ministry")
    MARITIME_ADMINISTRATION = "maritime_administration", _("maritime administration")
    PORT_AUTHORITY = "port_authority", _("port authority")
    COAST_GUARD = "coast_guard", _("coast guard or navy")
    POLICE = "police", _("police")
    CUSTOMS = "customs", _("customs")
    EMBASSY = "embassy", _("US embassy or consulate")
    AGENCY = "agency", _("US agency")
    OPERATOR = "operator", _("operator of port facilities")
    RSO = "rso", _("recognised security organisation")
    COMPANY = "company", _("ship company")
    BODY = "body", _("international or regional body")
    OTHER = "other", _("other")


class CargoKind(TextChoices):
    """What a port facility handles."""

    CONTAINERS = "containers", _("containers")
    DRY_BULK = "dry_bulk", _("dry bulk")
    LIQUID_BULK = "liquid_bulk", _("liquid bulk")
    OIL = "oil", _("oil and oil products")
    GAS = "gas", _("liquefied gas")
    CHEMICALS = "chemicals", _("chemicals")
    GENERAL = "general", _("general cargo")
    VEHICLES = "vehicles", _("vehicles, roll-on roll-off")
    PASSENGERS = "passengers", _("passengers")
    CRUISE = "cruise", _("cruise ships")
    FISH = "fish", _("fish")
    REPAIR = "repair", _("ship repair")
    OFFSHORE = "offshore", _("offshore supply")


class Answer(TextChoices):
    """A fact that may not be known; unknown never reads as no."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not known")


class FacilityNameKind(TextChoices):
    """What a name of a port facility is."""

    ALIAS = "alias", _("also called")
    FORMER = "former", _("formerly")
    PRINTED = "printed", _("as an advisory prints it")


class AssignmentKind(TextChoices):
    """How an officer answers for a country."""

    RESPONSIBLE = "responsible", _("responsible")
    COVER = "cover", _("covers during absence")


class ImportState(TextChoices):
    """Where an import stands: nothing lands before a person confirms it."""

    PREVIEW = "preview", _("waiting to be confirmed")
    APPLIED = "applied", _("taken over")
    DISCARDED = "discarded", _("discarded")


class RowOutcome(TextChoices):
    """What becomes of one row of an import."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    SAME = "same", _("as it was")
    KEPT = "kept", _("a person corrected it; kept as corrected")
    REJECTED = "rejected", _("not taken over")


class RequestState(TextChoices):
    """Where a partner's proposal stands."""

    OPEN = "open", _("waiting for an officer")
    ACCEPTED = "accepted", _("accepted")
    RETURNED = "returned", _("returned with a word")
    WITHDRAWN = "withdrawn", _("taken back")
