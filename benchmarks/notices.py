"""Two thousand plausible notices, the same ones every time: invented voyages over real ports."""

import json
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from roadstead.core.advisory import Facility, RuleBook

Json = dict[str, object]
SEED = 20_190_530
COUNT = 2_000
FIRST, LAST = datetime(2008, 6, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
HOW_MANY_CALLS = ((1, 3), (2, 5), (3, 8), (4, 12), (5, 50), (6, 8), (7, 6), (8, 4), (9, 2), (10, 2))  # count, weight
UNLISTED = (
    "NLRTM DEHAM BEANR GBFXT ESALG MATNG PTSIN SGSIN CNSHA CNNGB KRPUS JPYOK TWKHH HKHKG PAMIT PABLB JMKIN "
    "DOCAU BRSSZ COCTG MXVER CLSAI PECLL INNSA LKCMB ZADUR TRIST GRPIR ITGOA EGPSD SAJED OMSLL AEJEA VNSGN "
    "THLCH PHMNL"
)
LISTED = (
    "DJJIB NGLOS NGAPP NGONN NGPHC VELAG VEPBL CUHAV CUMAR KHKOS CMDLA CIABJ IRBND IQUQR IQKAZ LRMLW LYTIP "
    "LYBEN MGTMM STTMS SYLTK SYTTS TLDIL YEHOD YEADE YEADE GQMAL GQBSG GWOXB GMBJL KMYVA MRNKC MRNDB SDPZU "
    "SRPBM SCVIC IDJKT IDBLW"
)
US = "USHOU USNYC USLAX USSAV USMSY USORF USMIA USSEA"
PURPOSES = ("cargo",) * 12 + ("bunkers", "crew", "stores", "repairs")
SHIPS = ("9074729", "9321483", "9395044", "9481336")
MEASURES = ("security_level_2", "access_points_guarded", "logged", "reported")


def notices(book: RuleBook, count: int = COUNT, seed: int = SEED) -> list[bytes]:
    """Notices as JSON: five calls mostly, listed and unlisted countries, excepted, other and missing facilities."""
    chance = random.Random(seed)
    excepted: dict[str, list[Facility]] = {}
    for facility in book.facilities:
        excepted.setdefault(facility.country, []).append(facility)
    return [json.dumps(_notice(chance, excepted)).encode() for _ in range(count)]


def _notice(chance: random.Random, excepted: dict[str, list[Facility]]) -> Json:
    eta = FIRST + timedelta(minutes=chance.randrange(int((LAST - FIRST).total_seconds() // 60)))
    counts, weights = zip(*HOW_MANY_CALLS, strict=True)
    calls, left = [], eta - timedelta(hours=chance.randint(12, 240))
    for _ in range(chance.choices(counts, weights)[0]):
        arrived = left - timedelta(hours=chance.randint(6, 72))
        calls.append(_call(chance, arrived, left, excepted))
        left = arrived - timedelta(hours=chance.randint(12, 240))
    return {
        "schema": "roadstead/notice/1",
        "vessel": {"name": "INVENTED", "imo": chance.choice(SHIPS), "flag": "PA", "commercial": True},
        "arrival": {"port": chance.choice(US.split()), "eta": _said(eta)},
        "calls": calls,
    }


def _call(chance: random.Random, arrived: datetime, departed: datetime, excepted: dict[str, list[Facility]]) -> Json:
    kind = chance.choices((UNLISTED, LISTED, US), (75, 20, 5))[0]
    port = chance.choice(kind.split())
    call: Json = {"country": port[:2], "port": port, "arrived": _said(arrived), "departed": _said(departed)}
    call["purpose"] = chance.choice(PURPOSES)
    if kind is LISTED:
        call |= _facility(chance, excepted.get(port[:2], ()))
        if chance.random() < 0.6:
            call["measures"] = {name: chance.random() < 0.9 for name in MEASURES} | {
                "declaration_of_security": "signed"
            }
    return call


def _facility(chance: random.Random, excepted: Sequence[Facility]) -> Json:
    """An excepted facility by number or by name, some other one, or none at all."""
    kind = chance.random()
    if kind < 0.2:
        return {}
    if kind < 0.6 or not excepted:
        return {"facility": "ZZZZZ-0001", "facility_name": "Quay of nowhere in particular"}
    facility = chance.choice(excepted)
    number = next((one.normalised for one in facility.numbers if one.normalised and one.certain), None)
    return {"facility": number} if number else {"facility_name": facility.name}


def _said(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
