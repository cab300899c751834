"""The ship, its voyage and its papers, as a notice gives them."""

from roadstead.wire.incoming.base import Part, When


class Vessel(Part, frozen=True):
    """The ship. imo: with its check digit verified; imo_said: the words where they are no IMO number."""

    name: str | None = None
    imo: str | None = None
    imo_said: str | None = None
    call_sign: str | None = None
    mmsi: str | None = None
    official_number: str | None = None
    flag: str | None = None
    flag_said: str | None = None
    type: str | None = None
    sub_type: str | None = None
    vessel_class: str | None = None
    tonnage: int | None = None
    up_to_300_gt: bool | None = None
    owner: str | None = None
    operator: str | None = None
    cofr_operator: str | None = None
    charterer: str | None = None
    insurer: str | None = None
    class_society: str | None = None
    response_plan: str | None = None
    commercial: bool | None = None
    position: str | None = None  # where it was when it reported
    equipment: str | None = None  # condition of the equipment of 33 CFR 164
    equipment_said: str | None = None


class Voyage(Part, frozen=True):
    """The voyage as the notice describes it. type: in the words of the format (“Foreign to US”)."""

    type: str | None = None
    number: str | None = None
    under_24_hours: bool | None = None
    closed_loop: bool | None = None


class Certificates(Part, frozen=True):
    """ISPS and ISM papers. issc_kind: as said (initial interim, subsequent and consecutive interim, final)."""

    issc_issued: When | None = None
    issc_kind: str | None = None
    issc_interim: str | None = None
    issc_issuer: str | None = None
    issc_interim_reason: str | None = None
    plan_carried_out: bool | None = None
    document_of_compliance_expires: When | None = None
    safety_management_expires: When | None = None
    ism_issuer: str | None = None
