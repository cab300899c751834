"""What a column of a pasted table is: by its heading in common wordings, or by what stands in it."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.checker import moments
from roadstead.core.names import fold
from roadstead.core.notice import Purpose

# A field of the form, or part of one: locode and country make the port, facility and terminal the terminal.
HEADINGS: dict[str, str | Promise] = {
    "port": _("port"),
    "locode": _("port (UN/LOCODE)"),
    "country": _("country"),
    "terminal": _("terminal"),
    "facility": _("port facility number"),
    "arrived": _("arrived"),
    "arrived_time": _("time of arrival"),
    "departed": _("departed"),
    "departed_time": _("time of departure"),
    "purpose": _("purpose"),
    "security_level_2": _("security level 2"),
    "access_points_guarded": _("access points guarded"),
    "declaration_of_security": _("Declaration of Security"),
    "logged": _("logged"),
    "reported": _("reported"),
}
_WORDINGS = {
    "port": "port;port of call;port call;last port;port name;place;name of port;port or country;"
    "port country;puerto;porto",
    "locode": "locode;un locode;unlocode;port code;code;un lo code;port locode",
    "country": "country;country code;nation;state;iso;pais;pays",
    "terminal": "terminal;facility;port facility;berth;quay;jetty;terminal name;facility name;"
    "port facility name;terminal berth",
    "facility": "facility number;facility no;port facility number;imo port facility number;pfn;imo number of facility;"
    "facility id;facility code;gisis;gisis number;imo pf number;port facility no",
    "arrived": "arrived;arrival;arrival date;date of arrival;ata;from;date arrived;in;arr;"
    "date from;arrived utc;arrival utc;"
    "arrival date time",
    "arrived_time": "arrival time;time of arrival;time arrived;arrived time",
    "departed": "departed;departure;departure date;date of departure;atd;to;date departed;out;dep;sailed;left;date to;"
    "departed utc;departure utc;departure date time;sailing date",
    "departed_time": "departure time;time of departure;time departed;departed time",
    "purpose": "purpose;reason;activity;operation;operations;purpose of call;reason for call;purpose of visit",
    "security_level_2": "security level 2;security level 2 measures;sl2;level 2;level 2 measures;"
    "security level;ship security level;"
    "sl;c1;ships security level",
    "access_points_guarded": "access points guarded;guarded;guards;access control;gangway guarded;c2;access guarded",
    "declaration_of_security": "declaration of security;dos;dos attempted;declaration;c3",
    "logged": "logged;log;recorded;records;c4;actions logged",
    "reported": "reported;report;reported to cotp;reported to captain of the port;c5;cotp report",
}
_BY_WORDING = {wording: field for field, wordings in _WORDINGS.items() for wording in wordings.split(";")}
_PURPOSES = {
    Purpose.CARGO: "cargo;loading;load;discharge;discharging;loading discharge;cargo operations;"
    "cargo ops;load discharge;l;d",
    Purpose.PASSENGERS: "passengers;passenger;pax;embark;disembark",
    Purpose.BUNKERS: "bunkers;bunker;bunkering;fuel",
    Purpose.CREW: "crew;crew change",
    Purpose.STORES: "stores;provisions;supplies",
    Purpose.REPAIRS: "repairs;repair;dry dock;drydock;yard;maintenance",
    Purpose.ANCHORAGE: "anchorage;anchor;at anchor;waiting;anchored;orders;awaiting orders",
    Purpose.SHIP_TO_SHIP: "ship to ship;sts;lightering;sts transfer",
    Purpose.MEDICAL: "medical;medical help;medevac",
    Purpose.CANAL_TRANSIT: "canal transit;transit;canal;suez transit;panama transit;suez canal transit;"
    "panama canal transit",
    Purpose.OTHER: "other",
}
_BY_PURPOSE = {word: purpose for purpose, words in _PURPOSES.items() for word in words.split(";")}


def column_of(heading: str) -> str:
    """The field that a heading names; "" if it names none."""
    return _BY_WORDING.get(fold(heading).removesuffix(" utc").removesuffix(" date"), _BY_WORDING.get(fold(heading), ""))


def purpose_of(text: str) -> Purpose | None:
    """The purpose that a word names."""
    folded = fold(text)
    try:
        return Purpose(folded.replace(" ", "_"))
    except ValueError:
        return _BY_PURPOSE.get(folded)


def by_content(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns without headings: a place first; days for arrival and departure, one day for departure; then the rest."""
    width = max(len(cells) for cells in rows)
    days = [at for at in range(width) if _is_days([cells[at] for cells in rows if at < len(cells)])]
    names = [""] * width
    if not days or days[0] == 0:
        return names
    names[0] = "port"
    if len(days) == 1:
        names[days[0]] = "departed"
    else:
        names[days[0]], names[days[1]] = "arrived", "departed"
    for at in range(1, days[0]):
        names[at] = "terminal" if at == 1 else ""
    if days[-1] + 1 < width:
        names[days[-1] + 1] = "purpose"
    return names


def _is_days(cells: Sequence[str]) -> bool:
    read = [moments.read(cell) for cell in cells if cell]
    return bool(read) and sum(bool(typed.day or typed.choices) for typed in read) * 2 > len(read)
