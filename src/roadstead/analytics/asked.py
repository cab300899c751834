"""What an address asks of the what-if: one draft or two, a set of voyages, rates."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms.boundfield import BoundField
from django.http import QueryDict

from roadstead.analytics import queries, reading, typed
from roadstead.analytics.figures import Case
from roadstead.analytics.forms import RatesForm
from roadstead.analytics.queries import VoyageSet
from roadstead.analytics.rates import Rate, Rates
from roadstead.analytics.reading import Reading, TheList
from roadstead.analytics.typed import Typed
from roadstead.common import clock

LONGEST_QUERY = 8_000  # characters; some mail programs and servers cut longer addresses


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that an address asks. chosen: None where there is no such set, or none at all.

    editing: the form is wanted, not the answer. extra: the rows (“a_add”) of which one more is wanted.
    """

    drafts: Mapping[str, Typed]
    sets: tuple[VoyageSet, ...]
    chosen: VoyageSet | None
    set_name: str
    form: RatesForm
    rates: Rates
    editing: bool
    extra: str

    @property
    def blank(self) -> bool:
        """Whether no draft has any change in it."""
        return all(draft.blank for draft in self.drafts.values())

    @property
    def ready(self) -> bool:
        """Whether every draft has something to compute; an empty second one is still to be written."""
        return not self.editing and not any(draft.blank for draft in self.drafts.values())

    @property
    def rate_fields(self) -> list[tuple[BoundField, BoundField, Rate, str]]:
        """For each rate its field, the field of its source, what they say, and the number as typed."""
        fields = [(self.form[name], self.form[f"{name}_source"], rate) for name, rate in self.rates.items()]
        return [
            (field, source, rate, str(field.value()) if field.errors else f"{rate.value:g}")
            for field, source, rate in fields
        ]

    def query(self, drafts: Mapping[str, Typed] | None = None, more: Mapping[str, str] | None = None) -> str:
        """The shortest address that asks the same, without “?”, or the same of other drafts."""
        texts = {letter: typed.write(draft) for letter, draft in (drafts or self.drafts).items()}
        pairs = [(letter, text) for letter, text in texts.items() if text or letter != "a"]
        if self.set_name:
            pairs.append(("set", self.set_name))
        for name, rate in self.rates.items():
            if rate.value != rate.kind.assumed:
                pairs.append((name, f"{rate.value:g}"))
            if rate.source:
                pairs.append((f"{name}_source", rate.source))
        return urlencode([*pairs, *(more or {}).items()], safe=":;,")


def read(query: QueryDict) -> Asked:
    """Read an address or what the form sends."""
    sets = queries.voyage_sets()
    name = query.get("set", "")[: typed.LONGEST_VALUE]
    form = RatesForm(query)
    return Asked(
        drafts=_drafts(query),
        sets=sets,
        chosen=next((one for one in sets if one.name == name), None) if name else next(iter(sets), None),
        set_name=name,
        form=form,
        rates=form.rates(),
        editing=any(query.get(name) for name in ("edit", "more", "compare")),
        extra=query.get("more", "")[:20],
    )


def _drafts(query: QueryDict) -> dict[str, Typed]:
    if typed.has_fields(query):
        found = {letter: typed.from_fields(letter, query) for letter in typed.LETTERS}
        if query.get("compare"):
            found["b"] = found["b"] or found["a"]  # the second begins as the first, so that one thing can be varied
        return {"a": Typed(), **{letter: draft for letter, draft in found.items() if draft is not None}}
    given = {letter: typed.read(query.get(letter, "")) for letter in typed.LETTERS if letter in query}
    return {"a": Typed(), **given}


def readings(asked: Asked, the_list: TheList) -> list[Reading]:
    """Every draft read against the list."""
    return [reading.read(letter, draft, the_list) for letter, draft in asked.drafts.items()]


def nothing() -> Asked:
    """A question that asks nothing."""
    return read(QueryDict())


def ready(question: Asked, found: list[Reading]) -> bool:
    """Whether there is something to compute and nothing stands in the way."""
    sound = all(one.draft for one in found) and not question.form.errors
    return bool(question.chosen and question.ready and sound)


def cases(question: Asked, found: list[Reading]) -> list[Case]:
    """Each draft with its impact. Raises ScreeningError."""
    today, chosen = clock.today(), question.chosen
    return [
        Case(one.letter, typed.write(one.typed), one.draft, queries.impact(chosen, one.draft, today))
        for one in found
        if chosen and one.draft
    ]
