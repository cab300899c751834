"""A decision as a person reads it on a terminal: the outcome and its reason first."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from roadstead.core.advisory import Duty
from roadstead.core.country import country_name
from roadstead.core.decision import APPLIES, CANNOT_TELL, CallVerdict, Decision, Reason
from roadstead.core.texts import said
from roadstead.core.truth import NO, Truth

_OUTCOMES = {
    APPLIES: ("bold red", "Conditions of entry apply."),
    CANNOT_TELL: ("bold yellow", "Cannot tell yet whether conditions of entry apply."),
}
_CLEAR = ("bold green", "Conditions of entry do not apply.")
_MARKS = {Truth.YES: "yes", Truth.NO: "[bold]no[/]", Truth.UNKNOWN: "[yellow]unknown[/]"}


def show(decision: Decision, duties: Sequence[Duty]) -> None:
    """Print a decision."""
    console = Console(highlight=False)
    style, sentence = _OUTCOMES.get(decision.outcome, _CLEAR)
    console.print(f"[{style}]{sentence}[/]")
    for reason in leading_reasons(decision):
        console.print(Padding(_reason(reason), (0, 0, 0, 2)))
    _section(console, "To settle it", [escape(question.text) for question in decision.questions])
    _duties(console, decision, {duty.code: duty.text for duty in duties})
    _section(console, "In the US port", [_reason(reason) for reason in decision.in_us_port.reasons])
    changes = [f"{escape(change.text)} ({change.outcome.replace('_', ' ')})" for change in decision.would_change_if]
    _section(console, "It would change if", changes)
    _section(console, "Mind", [escape(warning.text) for warning in decision.warnings])
    _calls(console, decision.calls)
    console.print(f"\n[dim]{_basis(decision)}[/]")


def leading_reasons(decision: Decision) -> list[Reason]:
    """The first reason of each call that decided; where none is caught, of each that was listed."""
    caught = [call for call in decision.calls if call.caught is not NO]
    calls = caught or [call for call in decision.calls if call.counted is not NO and call.listed is not NO]
    reasons = {call.reasons[0].text: call.reasons[0] for call in calls}
    return list(reasons.values()) or [Reason("none", "None of the calls looked at was in a listed country.")]


def _reason(reason: Reason) -> str:
    cited = f" [dim]({escape(reason.citation)})[/]" if reason.citation else ""
    return escape(reason.text) + cited


def _section(console: Console, title: str, lines: Sequence[str]) -> None:
    if lines:
        console.print(f"\n[bold]{title}[/]")
    for line in lines:
        console.print(Padding(f"* {line}", (0, 0, 0, 2)))


def _duties(console: Console, decision: Decision, texts: dict[str, str]) -> None:
    for call in decision.calls:
        if not call.duties:
            continue
        place = escape(call.port or country_name(call.country))
        console.print(f"\n[bold]Duties at {place}, departed {said(call.departed.date())}: done?[/]")
        table = Table(box=None, show_header=False, padding=(0, 1, 0, 2))
        for duty in call.duties:
            table.add_row(_MARKS[duty.met], duty.code, escape(texts.get(duty.code, "")))
        console.print(table)
        if call.rolls_off_after:
            more = (
                "one more foreign call" if call.rolls_off_after == 1 else f"{call.rolls_off_after} more foreign calls"
            )
            console.print(Padding(f"[dim]Looked at no longer after {more}.[/]", (0, 0, 0, 2)))


def _calls(console: Console, calls: Sequence[CallVerdict]) -> None:
    if not calls:
        return
    table = Table("Departed", "Port", "Counted", "Listed", "Excepted", "Caught", title="Calls", title_justify="left")
    for call in calls:
        answers = [_MARKS[answer] for answer in (call.counted, call.listed, call.excepted, call.caught)]
        table.add_row(call.departed.strftime("%Y-%m-%d %H:%MZ"), escape(call.port or call.country), *answers)
    console.print()
    console.print(table)


def _basis(decision: Decision) -> str:
    edition = decision.edition
    named = (
        f"PSA {edition.psa} ({edition.citation})"
        if edition and edition.psa
        else edition.citation
        if edition
        else "none"
    )
    return f"Edition in force: {escape(named)}. As known on {said(decision.known_at)}. {decision.digest}"
