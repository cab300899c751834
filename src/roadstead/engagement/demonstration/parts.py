"""Which parts invented people have at which organisation."""

from dataclasses import dataclass

from roadstead.engagement.enums import PositionKind as Part
from roadstead.registry.enums import OrganisationKind as Kind


@dataclass(frozen=True, slots=True)
class Post:
    """A part that somebody has. before: how many had it earlier, at most; likely: that anybody did, of 100."""

    part: Part
    title: str
    before: int = 0
    likely: int = 100


POSTS: dict[Kind, tuple[Post, ...]] = {
    Kind.DESIGNATED_AUTHORITY: (
        Post(Part.HEAD, "Director", 2),
        Post(Part.DEPUTY, "Deputy director", 1, 40),
        Post(Part.FOCAL, "Point of contact for the programme", 1, 60),
    ),
    Kind.MINISTRY: (Post(Part.OFFICER, "Adviser on port security"),),
    Kind.MARITIME_ADMINISTRATION: (Post(Part.HEAD, "Director General", 1, 50),),
    Kind.COAST_GUARD: (Post(Part.OFFICER, "Head of operations"),),
    Kind.POLICE: (Post(Part.OFFICER, "Commander, port division"),),
    Kind.CUSTOMS: (Post(Part.OFFICER, "Head of container control"),),
    Kind.PORT_AUTHORITY: (Post(Part.HEAD, "Harbour master", 1, 30), Post(Part.OFFICER, "Port security officer")),
    Kind.EMBASSY: (
        Post(Part.FOCAL, "Economic officer (Department of State)", 1),
        Post(Part.ATTACHE, "Defense attaché (Department of Defense)", 1, 30),
    ),
    Kind.AGENCY: (Post(Part.ATTACHE, "Attaché", 1, 30),),
    Kind.OPERATOR: (Post(Part.FOCAL, "Security manager"),),
    Kind.RSO: (Post(Part.OFFICER, "Lead auditor"),),
    Kind.COMPANY: (Post(Part.OTHER, "Company security officer"),),
}
SECURITY_OFFICER = Post(Part.PFSO, "", 1, 30)
FURTHER = Post(Part.OFFICER, "Officer")
FURTHER_EACH = 2  # at each of those below, for each time that the world is larger than usual
SHARED = frozenset({Kind.DESIGNATED_AUTHORITY, Kind.MARITIME_ADMINISTRATION, Kind.PORT_AUTHORITY})
AMERICAN = frozenset({Kind.EMBASSY, Kind.AGENCY})
