"""What is on board: cargo, and people as numbers and nothing else."""

from roadstead.wire.incoming.base import Part
from roadstead.wire.incoming.places import Place


class Cdc(Part, frozen=True):
    """One certain dangerous cargo."""

    name: str | None = None
    un_number: str | None = None
    amount: str | None = None
    cdc_class: str | None = None
    destination: Place | None = None
    origin: Place | None = None
    packaged: bool | None = None
    residue: bool | None = None


class Cargo(Part, frozen=True):
    """The cargo in short, and what of it is dangerous. on_board: whether there is cargo at all."""

    description: str | None = None
    on_board: bool | None = None
    cdc_on_board: bool | None = None
    cdc: tuple[Cdc, ...] = ()


class Count(Part, frozen=True):
    """How many people of one nationality. nationality: ISO alpha-2; "" where it was not said or could not be read."""

    nationality: str = ""
    people: int = 0


class Lack(Part, frozen=True):
    """How many people an item of their line was missing for. item: a word of the rule data, “birth” for one."""

    item: str
    people: int


class People(Part, frozen=True):
    """People on board as numbers, and nothing else. stated: the number that the notice itself gives, where it does."""

    listed: int = 0
    stated: int | None = None
    by_nationality: tuple[Count, ...] = ()
    lacking: tuple[Lack, ...] = ()

    @property
    def count(self) -> int:
        return self.listed or self.stated or 0
