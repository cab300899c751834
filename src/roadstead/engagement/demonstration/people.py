"""The invented people of a country: who has which part now, and who had it before."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from roadstead.common.folding import fold
from roadstead.common.invented import Chance, Named, invented, person
from roadstead.engagement.demonstration.parts import (
    AMERICAN,
    FURTHER,
    FURTHER_EACH,
    POSTS,
    SECURITY_OFFICER,
    SHARED,
    Post,
)
from roadstead.engagement.enums import Consent
from roadstead.registry.demonstration import SOURCE, Body, Land, Terminal

FIRST_PHONE = 1_000  # organisations have those below
NOTES = (
    "Prefers to be called in the morning.",
    "Answers faster by telephone than by mail.",
    "Wishes to see a port of like size in return.",
    "Speaks for the committee on port security, too.",
    "Asked for the exercise manual in the own language.",
)
Row = dict[str, str]  # of an address book


@dataclass(slots=True)
class Crowd:
    """The people of one country, as rows of an address book; shared: the uids of those whom their State may see."""

    land: Land
    on: date
    rows: list[Row] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    handles: set[str] = field(default_factory=set)

    def fill(self, bodies: list[Body], terminals: list[Terminal], scale: int) -> None:
        """Everybody at organisations and facilities."""
        for body in bodies:
            sound = "US" if body.kind in AMERICAN else ""
            shared = body.kind in SHARED
            further = FURTHER_EACH * (scale - 1) if shared else 0
            for number, post in enumerate((*POSTS[body.kind], *(FURTHER for _ in range(further)))):
                self._hold(post, {"organisation": body.name}, body.domain, number, sound=sound, shared=shared)
        domains = {body.name: body.domain for body in bodies}
        for one in terminals:
            self._hold(SECURITY_OFFICER, {"facility": one.number}, domains[one.operator])

    def _hold(
        self, post: Post, where: Row, domain: str, number: int = 0, *, sound: str = "", shared: bool = False
    ) -> None:
        """Who has a part, and who had it before, the latest first."""
        chance = Chance("part", self.land.code, *where.values(), post.part, number)
        times = 1 + (chance.between(1, post.before) if post.before and chance.happens(post.likely) else 0)
        until: date | None = None
        for _ in range(times):
            since = (until or self.on) - timedelta(days=chance.between(30, 1_300))
            days = {"from": since.isoformat(), "until": until.isoformat() if until else ""}
            part = {"part": post.part.value, "title": post.title, **where, **days}
            self._enter(part, domain, chance, sound, until)
            if shared:
                self.shared.append(self.rows[-1]["uid"])
            until = since

    def _enter(self, part: Row, domain: str, chance: Chance, sound: str, until: date | None) -> None:
        number = len(self.rows)
        where = (sound, "") if sound else (self.land.code, self.land.subregion)
        named = person(*where, chance, self.names)
        handle = self._handle(named)
        phone = FIRST_PHONE + 2 * number
        mails = [f"{handle}@{domain} (office)"]
        mails += [f"{handle}@{self.land.domain('mail')} (private)"] if chance.happens(35) else []
        phones = [f"{self.land.phone(phone)} (office)"]
        phones += [f"{self.land.phone(phone + 1)} (mobile)"] if chance.happens(50) else []
        last = (until or self.on) - timedelta(days=chance.between(1, 400))
        self.rows.append(
            {
                "uid": f"invented-{self.land.code.lower()}-{number}",
                "name": invented(named.latin),
                "local_name": named.local,
                "country": "US" if sound else self.land.code,
                "emails": "; ".join(mails),
                "phones": "; ".join(phones),
                "languages": ", ".join(["en"] if sound else _languages(self.land, chance)),
                "source": SOURCE,
                "last_contact_on": last.isoformat() if chance.happens(80) else "",
                "note": chance.one_of(NOTES) if chance.happens(15) else "",
                **_consent(part["part"], last, chance),
                **part,
            }
        )

    def _handle(self, named: Named) -> str:
        handle = fold(named.latin).replace(" ", ".")
        handle = f"{handle}.{len(self.rows)}" if handle in self.handles else handle
        self.handles.add(handle)
        return handle


def _languages(land: Land, chance: Chance) -> list[str]:
    own = chance.some_of(land.languages, 2)
    return own if "en" in own or chance.happens(30) else [*own, "en"]


def _consent(part: str, last: date, chance: Chance) -> Row:
    """Of officials their post is public; of others it was asked, mostly."""
    if part in ("head", "deputy", "focal", "attache"):
        return {"consent": Consent.OFFICIAL.value}
    said = Consent.GIVEN if chance.happens(70) else Consent.UNKNOWN
    return {"consent": said.value, "consent_on": last.isoformat() if said == Consent.GIVEN else ""}
