"""The ship, its papers, its voyage and those who answer for it, out of a draft’s texts."""

from roadstead.core.identity import IdentityError, parse_ship_number
from roadstead.wire.incoming import lands
from roadstead.wire.incoming.draft import printable
from roadstead.wire.incoming.fields import PARTIES
from roadstead.wire.incoming.parties import Party
from roadstead.wire.incoming.ship import Certificates, Vessel, Voyage
from roadstead.wire.incoming.values import Values

_TEXTS = (
    "name", "call_sign", "mmsi", "type", "sub_type", "vessel_class", "owner", "operator", "cofr_operator", "charterer",
    "insurer", "class_society", "response_plan", "position", "equipment", "equipment_said",
)  # fmt: skip


def vessel(values: Values) -> Vessel:
    imo, imo_said, official = _numbers(values)
    flag, flag_said = _flag(values)
    texts = {name: values.text(name) for name in _TEXTS}
    return Vessel(
        **texts,
        imo=imo,
        imo_said=imo_said,
        official_number=official,
        flag=flag,
        flag_said=flag_said,
        tonnage=values.number("tonnage"),
        up_to_300_gt=values.truth("up_to_300_gt"),
        commercial=values.truth("commercial"),
    )


def voyage(values: Values) -> Voyage:
    return Voyage(
        type=values.text("type"),
        number=values.text("number"),
        under_24_hours=values.truth("under_24_hours"),
        closed_loop=values.truth("closed_loop"),
    )


def certificates(values: Values) -> Certificates:
    return Certificates(
        issc_issued=values.when("issc_issued"),
        issc_kind=values.text("issc_kind"),
        issc_interim=values.text("issc_interim"),
        issc_issuer=values.text("issc_issuer"),
        issc_interim_reason=values.text("issc_interim_reason"),
        plan_carried_out=values.truth("plan_carried_out"),
        document_of_compliance_expires=values.when("document_of_compliance_expires"),
        safety_management_expires=values.when("safety_management_expires"),
        ism_issuer=values.text("ism_issuer"),
    )


def parties(values: Values) -> tuple[Party, ...]:
    """Those ashore whom the watch may write to, in a fixed order."""
    return tuple(
        Party(
            role=role,
            name=one.text("name"),
            organisation=one.text("organisation"),
            relationship=one.text("relationship"),
            phone=one.text("phone"),
            email=one.text("email"),
        )
        for role in PARTIES
        if (one := values.under(role.value)).any()
    )


def _numbers(values: Values) -> tuple[str | None, str | None, str | None]:
    """IMO number, the words where they are none, official number. One number with its kind is what the US form has."""
    official = values.text("official_number")
    given = "imo" if values.raw("imo") else "id"
    kind = values.raw("id_type").casefold() if given == "id" else "imo"
    said = values.text(given)
    if said and kind and "imo" not in kind:
        return None, None, official or said
    if said is None:
        return None, None, official
    try:
        return parse_ship_number(said), None, official
    except IdentityError as error:
        values.remark(given, str(error))
        return None, said, official


def _flag(values: Values) -> tuple[str | None, str | None]:
    code, name = values.text("flag"), values.text("flag_name")
    found = next((land for said in (code, name) if said and (land := lands.country(said))), None)
    if found is None and (code or name):
        what = f"“{printable(name or code or '')}” is no country we know."
        values.remark("flag" if code else "flag_name", what, "Give the flag’s ISO code of two letters.")
    return found, name or (code if not found else None)
