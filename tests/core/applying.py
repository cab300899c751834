"""Make a fact true: apply a change that a decision names, or an answer to a question it asks."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from roadstead.core.advisory import ExceptionSpell, ListingKind, RuleBook, Tier
from roadstead.core.decision import Question
from roadstead.core.judge import Judge
from roadstead.core.moment import Moment
from roadstead.core.notice import Berth, Call, Notice
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES

NOWHERE = Berth(None, "Zzyzx Quay of the Test")
World = tuple[Notice, Judge]


def with_change(notice: Notice, judge: Judge, fact: dict[str, Any]) -> World:
    """The notice and the judge once the fact holds."""
    if "add_foreign_calls" in fact:
        added = tuple(Call("SG", notice.eta) for _ in range(fact["add_foreign_calls"]))
        return replace(notice, calls=(*notice.calls, *added)), judge
    if "fewer_later_calls" in fact:
        return _fewer(notice, judge, fact), judge
    if "listing" in fact:
        day, place = date.fromisoformat(fact["on"]), fact.get("place")
        return notice, with_listing(judge, fact["listing"], day, holds=fact["in_force"], place=place)
    if "exception" in fact:
        other = with_exception(judge, fact["exception"], date.fromisoformat(fact["on"]), holds=fact["in_force"])
        return _plainly_named(notice, judge, fact["exception"]), other
    return _with_field(notice, fact), judge


def with_answer(notice: Notice, judge: Judge, question: Question, yes: bool) -> World:
    """The notice and the judge once the question is answered: for the conditions (`yes`) or against them."""
    index = int(re.match(r"calls\[(\d+)\]", question.field)[1])  # type: ignore[index]
    call, day = notice.calls[index], notice.eta.date()
    if question.code == "does_it_count":
        return _with_call(notice, index, purpose="cargo" if yes else "canal_transit"), judge
    if question.code == "which_departed_last":
        return _untied(notice, call.departed, index, later=yes), judge
    if question.code == "when_listed":
        return notice, with_listing(judge, call.country, day, holds=yes)
    place = int(found[1]) if (found := re.search(r"berths\[(\d+)\]", question.field)) else 0
    if yes:
        return _with_berth(notice, index, place, NOWHERE), _whole_table(judge, call.country)
    return _excepted(notice, judge, index, place)


def with_listing(judge: Judge, country: str, day: date, *, holds: bool, place: str | None = None) -> Judge:
    """The judge once it is known whether a country, or a place in it, was listed on a day."""
    book, snapshot = judge.snapshot.book, judge.snapshot
    open_spells = [
        spell
        for spell, truth in snapshot.standing(country, day).listings
        if truth is UNKNOWN and place in (None, getattr(spell, "place", None))
    ]
    kept = [spell for spell in book.listings if spell not in open_spells]
    assert all(spell.kind is ListingKind.CONDITIONS for spell in open_spells)
    settled = [_standing_spell(spell, day, snapshot.known_at) for spell in open_spells] if holds else []
    return _judge(judge, replace(book, listings=(*kept, *settled)))


def with_exception(judge: Judge, facility: str, day: date, *, holds: bool) -> Judge:
    """The judge once it is known whether a facility's exception stood on a day."""
    book, snapshot = judge.snapshot.book, judge.snapshot
    spells = [spell for spell in book.exceptions if spell.facility == facility]
    kept = tuple(spell for spell in book.exceptions if spell.facility != facility)
    settled = (_standing_spell(spells[-1], day, snapshot.known_at),) if holds else ()
    return _judge(judge, replace(book, exceptions=kept + settled))


def cut(book: RuleBook, known_at: date) -> RuleBook:
    """The book as it could have been written on a day: without what became public later."""

    def public(moment: Moment | None) -> bool:
        return moment is None or moment.reached(known_at) is not NO

    def spell_cut(spell: Any) -> Any:
        if spell.end is None or public(spell.end_known):
            return spell
        ending = {"end": None, "end_known": None, "closed_by": None, "end_citation": None}
        return replace(spell, **ending, **({"end_reason": ""} if isinstance(spell, ExceptionSpell) else {}))

    return replace(
        book,
        editions=tuple(edition for edition in book.editions if public(edition.known)),
        listings=tuple(spell_cut(spell) for spell in book.listings if public(spell.start_known)),
        exceptions=tuple(spell_cut(spell) for spell in book.exceptions if public(spell.start_known)),
        regimes=tuple(regime for regime in book.regimes if public(regime.start_known)),
        confirmations=tuple(entry for entry in book.confirmations if entry.known <= known_at),
        gaps=tuple(gap for gap in book.gaps if gap.end is None or gap.end < known_at),
    )


def _judge(judge: Judge, book: RuleBook) -> Judge:
    return Judge(Snapshot(book, judge.snapshot.known_at))


def _standing_spell(spell: Any, day: date, known_at: date) -> Any:
    begun = {"start": Moment.on(day), "start_known": Moment.on(known_at)}
    return replace(spell, **begun, end=None, end_known=None)


def _with_field(notice: Notice, fact: dict[str, Any]) -> Notice:
    path, value = fact["field"], fact["value"]
    if path == "arrival.eta":
        return replace(notice, eta=datetime.fromisoformat(value))
    index = int(re.match(r"calls\[(\d+)\]", path)[1])  # type: ignore[index]
    if path.endswith(".purpose"):
        return _with_call(notice, index, purpose=value)
    if path.endswith(".port"):
        return _with_call(notice, index, port=value or f"{notice.calls[index].country}ZZZ")
    found = re.search(r"berths\[(\d+)\]", path)
    # The path must lead to where the notice itself keeps its berths.
    assert bool(found) == bool(notice.calls[index].berths_listed or len(notice.calls[index].berths) > 1)
    place = int(found[1]) if found else 0
    berth = (
        NOWHERE
        if False in (fact.get("excepted"), fact.get("listed"))
        else replace(notice.calls[index].berths[place], facility=value)
    )
    return _with_berth(notice, index, place, berth)


def _with_call(notice: Notice, index: int, **values: Any) -> Notice:
    calls = list(notice.calls)
    calls[index] = replace(calls[index], **values)
    return replace(notice, calls=tuple(calls))


def _with_berth(notice: Notice, index: int, place: int, berth: Berth) -> Notice:
    berths = list(notice.calls[index].berths)
    berths[place] = berth
    return _with_call(notice, index, berths=tuple(berths))


def _plainly_named(notice: Notice, judge: Judge, key: str) -> Notice:
    """Every berth that is this facility by its plain name: a printed oddity is read only while it is in the table."""
    index = judge.snapshot.facilities[key]
    for number, call in enumerate(notice.calls):
        for place, berth in enumerate(call.berths):
            if call.country == index.facility.country and berth.given and index.match(berth).truth is YES:
                notice = _with_berth(notice, number, place, Berth(None, index.facility.name))
    return notice


def _fewer(notice: Notice, judge: Judge, fact: dict[str, Any]) -> Notice:
    index = int(fact["than"].removeprefix("calls[").removesuffix("]"))
    verdicts = judge.decide(notice).calls
    than = next(verdict for verdict in verdicts if verdict.index == index)
    later = [v.index for v in verdicts if v.slot is not None and v.departed > than.departed]
    for other in later[: fact["fewer_later_calls"]]:
        notice = _with_call(notice, other, purpose="canal_transit")
    return notice


def _untied(notice: Notice, moment: datetime, first: int, *, later: bool) -> Notice:
    """Calls that departed together apart by a microsecond each, one of them last or first."""
    tied = [index for index, call in enumerate(notice.calls) if call.departed == moment and index != first]
    order = [*tied, first] if later else [first, *tied]
    for step, index in enumerate(order):
        # Earlier, never later: the arrival must not be passed.
        notice = _with_call(notice, index, departed=moment - timedelta(microseconds=len(order) - step))
    return notice


def _whole_table(judge: Judge, country: str) -> Judge:
    rows = tuple(rows for rows in judge.snapshot.book.missing_rows if rows.country != country or rows.settled)
    return _judge(judge, replace(judge.snapshot.book, missing_rows=rows))


def can_be_freed(notice: Notice, judge: Judge, question: Question) -> bool:
    """Whether an answer to a question about a terminal can free the call."""
    if not question.field.endswith("facility"):
        return True
    call = notice.calls[int(re.match(r"calls\[(\d+)\]", question.field)[1])]  # type: ignore[index]
    return bool(_freeing(call, judge, notice.eta.date()))


def _freeing(call: Call, judge: Judge, day: date) -> list[str]:
    standing = judge.snapshot.standing(call.country, day).exceptions
    return [spell.facility for spell, _ in standing if spell.tier is not Tier.DUTIES_ONLY]


def _excepted(notice: Notice, judge: Judge, index: int, place: int) -> World:
    call, day = notice.calls[index], notice.eta.date()
    freeing = _freeing(call, judge, day)
    if not freeing:  # only rows that were not recovered may free it: here they do not
        return _with_berth(notice, index, place, NOWHERE), _whole_table(judge, call.country)
    facility = judge.snapshot.facilities[freeing[0]].facility
    named = _with_berth(notice, index, place, Berth(None, facility.name))
    return named, with_exception(judge, freeing[0], day, holds=True)
