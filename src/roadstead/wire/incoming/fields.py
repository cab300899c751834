"""The canonical fields of a notice: what every reader may fill, whatever its format calls them."""

from roadstead.wire.incoming.parties import Role

PLACE = (
    "port",
    "port_name",
    "country",
    "country_name",
    "state",
    "city",
    "place",
    "facility",
    "facility_name",
    "anchorage",
)
_VESSEL = (
    "name", "imo", "id", "id_type", "call_sign", "mmsi", "official_number", "flag", "flag_name", "type", "sub_type",
    "vessel_class", "tonnage", "up_to_300_gt", "owner", "operator", "cofr_operator", "charterer", "insurer",
    "class_society", "response_plan", "commercial", "position", "equipment", "equipment_said",
)  # fmt: skip
_CERTIFICATES = (
    "issc_issued", "issc_kind", "issc_interim", "issc_issuer", "issc_interim_reason", "plan_carried_out",
    "document_of_compliance_expires", "safety_management_expires", "ism_issuer",
)  # fmt: skip
PARTIES = (Role.SENDER, Role.REPORTER, Role.AGENT, Role.COMPANY_SECURITY)
PARTY = ("name", "organisation", "relationship", "phone", "email")
MEASURES = ("security_level_2", "access_points_guarded", "declaration_of_security", "logged", "reported", "said")
ITEMS = ("name", "birth", "nationality", "document", "document_country", "document_expiry", "position", "embarked")


def _of(group: str, names: tuple[str, ...]) -> set[str]:
    return {f"{group}.{name}" for name in names}


def _timed(*names: str) -> tuple[str, ...]:
    return (*names, *(f"{name}_time" for name in names))


NOTICE: frozenset[str] = frozenset(
    _of("notice", ("id", "transaction", "kind", "version", "zone", *_timed("created")))
    | _of("voyage", ("type", "number", "under_24_hours", "closed_loop"))
    | _of("vessel", _VESSEL)
    | _of("certificates", _CERTIFICATES)
    | _of("arrival", (*PLACE, *_timed("eta", "etd")))
    | _of("departure", (*PLACE, *_timed("departs", "arrives")))
    | _of("next_port", (*PLACE, *_timed("arrives", "departs")))
    | _of("last_port", (*PLACE, *_timed("arrived", "departed")))
    | _of("cargo", ("description", "on_board", "cdc_on_board"))
    | {f"{role}.{name}" for role in PARTIES for name in PARTY}
    | {"crew.stated", "others.stated", "calls_note"}
)
CALL: frozenset[str] = frozenset(
    {*PLACE, *_timed("arrived", "departed"), "purpose", "ship_level", "port_level"} | _of("measures", MEASURES)
)
CDC: frozenset[str] = frozenset(
    {"name", "un_number", "amount", "cdc_class", "packaged", "residue"}
    | _of("destination", PLACE) | _of("origin", PLACE)
)  # fmt: skip
LISTS: dict[str, frozenset[str]] = {"calls": CALL, "cdc": CDC}
