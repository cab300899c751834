"""No act without its event: every write is an action, and every type of event can be told."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from roadstead.audit import events
from roadstead.audit.events import NAME, TYPES, EventData, Told
from tests.architecture.source import SOURCE, modules, name, tree

# Public functions of actions that write and are no actions, each with its reason.
INSIDE = "called inside of actions, which say what it did"
NO_ACTIONS = {
    "accounts/actions/granting.py give": INSIDE,
    "accounts/actions/notices.py notify": INSIDE,
    "accounts/actions/notices.py mark_read": "reading one's own messages is no act",
    "accounts/actions/tokens.py was_used": "when a token was last used stands on the token",
    "advisories/drafting/actions/shape.py keep": INSIDE,
    "arrivals/actions/answered.py keep_answer": INSIDE,
    "arrivals/actions/bringing.py keep_applied": INSIDE,
    "arrivals/actions/bringing.py keep_calls": INSIDE,
    "arrivals/actions/measuring.py add_entry": INSIDE,
    "arrivals/actions/question_sending.py send_again": "it hands each question to the action that sends it",
    "arrivals/actions/receipting.py issue": INSIDE,
    "arrivals/actions/taking.py take_in": "each notice of a file is kept by an action of its own; so is the receipt",
    "arrivals/actions/taking.py take_notice": "it works a notice out, and hands it to the action that keeps it",
    "arrivals/actions/taking.py take_one": "it hands a notice to the action that keeps it",
    "arrivals/actions/versions.py add_version": INSIDE,
    "arrivals/actions/versions.py cancel": INSIDE,
    "arrivals/actions/versions.py first_version": INSIDE,
    "arrivals/actions/versions.py judged_anew": INSIDE,
    "assessments/actions/closure_shape.py keep": INSIDE,
    "assessments/actions/closure_shape.py step": INSIDE,
    "assessments/actions/closure_shape.py to_verify": INSIDE,
    "assessments/actions/closure_shape.py to_work": INSIDE,
    "assessments/actions/country_shape.py keep": INSIDE,
    "assessments/actions/country_shape.py step": INSIDE,
    "audit/actions/pattern.py action": "it is the pattern",
    "determinations/actions/freezing.py freeze": INSIDE,
    "determinations/actions/shape.py end_signatures": INSIDE,
    "determinations/actions/shape.py keep": INSIDE,
    "determinations/actions/shape.py keep_signed": INSIDE,
    "determinations/actions/shape.py step": INSIDE,
    "engagement/actions/following.py fill": INSIDE,
    "engagement/actions/following.py unfill": INSIDE,
    "engagement/actions/following.py move": INSIDE,
    "engagement/actions/following.py move_back": INSIDE,
    "engagement/actions/following_dealings.py move_dealings": INSIDE,
    "engagement/actions/following_dealings.py move_dealings_back": INSIDE,
    "engagement/actions/interaction_links.py lay": INSIDE,
    "engagement/actions/landing.py land": INSIDE,
    "hosting/actions/arranging.py lay_steps": INSIDE,
    "hosting/actions/asking.py asked": INSIDE,
    "hosting/actions/asking.py made_for": INSIDE,
    "hosting/actions/shape.py keep": INSIDE,
    "hosting/actions/shape.py move": INSIDE,
    "hosting/actions/shape.py note_move": INSIDE,
    "registry/actions/merging_fields.py restore": INSIDE,
    "registry/actions/merging_fields.py set_numbers": INSIDE,
    "registry/actions/merging_fields.py take": INSIDE,
    "registry/actions/__init__.py load_reference_data": "every load is a row of its own, with its report",
    "training/actions/asking.py add_voice": INSIDE,
    "training/actions/asking.py open_or_made": INSIDE,
    "training/actions/shape.py keep": INSIDE,
    "visits/actions/agenda_keeping.py follow_agreement": INSIDE,
    "visits/actions/agenda_keeping.py keep_version": INSIDE,
    "visits/actions/agenda_keeping.py void_agreements": INSIDE,
    "visits/actions/agenda_telling.py tell_agreement": INSIDE,
    "visits/actions/agenda_telling.py tell_other_side": INSIDE,
    "visits/actions/agenda_uses.py note_use": INSIDE,
    "visits/actions/asking.py void_asking": INSIDE,
    "visits/actions/shape.py keep": INSIDE,
    "visits/actions/stepping.py step": INSIDE,
}
# Modules besides actions that write rows, each with its reason.
WRITERS = {
    "advisories/books.py": "what it sets is the rule book of a request, and no row",
    "advisories/subscriptions/calling.py": "what it sets tells a thread that a call is over, and is no row",
    "audit/appending.py": "it writes the events themselves",
    "accounts/views/elevated.py": "the session that took up power gets a new key, in the list of sessions, too",
    "files/checking.py": "a row is written to keep others out, and undone at once",
    "registry/followers.py": "what follows an entry that is merged is moved inside of the merge, which says it",
    "registry/loading/store.py": "it fills tables for load_reference_data",
    "registry/loading/store_bodies.py": "it fills tables for load_reference_data",
    "search/building.py": "it makes the index of search anew, which says nothing that the records do not",
    "visits/observed_followers.py": "what names a person who is forgotten is emptied inside of that action",
    "search/writing.py": "it keeps the index of search inside of the action that records say",
}
MAKES = {"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update"}
# With more arguments in order than this they are dict.update, cache.set and the like.
CHANGES = {"save": 0, "update": 0, "delete": 0, "set": 1}
NASTY = "<b>&\"'</b>"


def writes(node: ast.AST) -> bool:
    """Whether a call somewhere in a piece of code looks like one that writes rows."""
    return any(
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and (call.func.attr in MAKES or len(call.args) <= CHANGES.get(call.func.attr, -1))
        for call in ast.walk(node)
    )


def called(node: ast.AST) -> set[str]:
    return {one.func.id for one in ast.walk(node) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}


def writing(path: Path) -> dict[str, ast.FunctionDef]:
    """The functions of a module that write, or call one of the same module that does."""
    functions = {node.name: node for node in tree(path).body if isinstance(node, ast.FunctionDef)}
    found = {name for name, node in functions.items() if writes(node)}
    while more := {name for name, node in functions.items() if called(node) & found} - found:
        found |= more
    return {name: functions[name] for name in found}


def is_action(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(one) in ("action", "audit.action") for one in node.decorator_list)


def of_actions(path: Path) -> bool:
    return path.name == "actions.py" or path.parent.name == "actions"


def short(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def unspoken() -> Iterator[str]:
    for path in filter(of_actions, modules(SOURCE)):
        for function, node in writing(path).items():
            if not function.startswith("_") and not is_action(node):
                yield f"{short(path)} {function}"


def test_every_public_function_of_actions_that_writes_is_an_action() -> None:
    assert sorted(unspoken()) == sorted(NO_ACTIONS), "say @action, or list it with the reason why not"


def test_nothing_else_writes_rows() -> None:
    apps = [path for path in modules(SOURCE) if (SOURCE / path.relative_to(SOURCE).parts[0] / "apps.py").exists()]
    others = {short(path) for path in apps if not of_actions(path) and writing(path)}
    assert others == set(WRITERS), "write in an action, or list the module with the reason why not"


def test_an_action_asks_for_a_right_or_says_whose_it_is() -> None:
    for path in filter(of_actions, modules(SOURCE)):
        for node in filter(is_action, (one for one in tree(path).body if isinstance(one, ast.FunctionDef))):
            assert ast.get_docstring(node), f"{name(path)} {node.name} says nothing of itself"
            used = [one for one in ast.walk(node) if isinstance(one, ast.Name) and one.id == "by"]
            assert used, f"{name(path)} {node.name} never looks at who acts"


def types() -> list[type[EventData]]:
    """Every type of event, named or not."""
    found, left = [], [EventData]
    while left:
        below = left.pop().__subclasses__()
        found += below
        left += below
    return [one for one in found if one.__module__.startswith("roadstead.")]


def sample(kind: Any) -> Any:
    """A value of a type, with what would break out of HTML in every text."""
    if get_origin(kind) in (list, tuple):
        return [sample(get_args(kind)[0])]
    if get_origin(kind) is dict:
        return {NASTY: sample(get_args(kind)[1])}
    return {str: NASTY, int: 7, bool: True}[kind if isinstance(kind, type) else get_args(kind)[0]]


def told() -> Told:
    link = format_html('<a href="/x/">{}</a>', "Ana & Co")
    return Told(link, format_html('<a href="/y/">{}</a>', "a record"), "/y/")


@pytest.mark.parametrize("kind", types(), ids=lambda kind: kind.__name__)
def test_every_type_of_event_has_a_name_a_title_and_a_meaning(kind: type[EventData]) -> None:
    assert NAME.fullmatch(kind.type), f"{kind.__name__}: say @event"
    assert TYPES[kind.type] is kind
    assert kind.type.split(".")[0] == kind.__module__.split(".")[1], "it is called after its app"
    assert str(kind.title)
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}("), "dataclass wrote that, nobody else did"


@pytest.mark.parametrize("kind", types(), ids=lambda kind: kind.__name__)
def test_every_type_of_event_is_told_safely(kind: type[EventData]) -> None:
    hints = get_type_hints(kind)
    data = kind(**{one.name: sample(hints[one.name]) for one in fields(kind)})
    events.split(data)  # what it holds can be kept
    sentence = data.sentence(told())
    assert isinstance(sentence, SafeString)
    assert "<b>" not in sentence
    assert re.search('<a href="/[xy]/">', sentence), "it says who did it, or to whom it was done"
    assert "{" not in sentence
    assert not re.search(r"\b(True|False|None)\b", sentence)


@pytest.mark.parametrize("kind", types(), ids=lambda kind: kind.__name__)
def test_personal_fields_are_texts(kind: type[EventData]) -> None:
    hints = get_type_hints(kind)
    assert not [
        one.name for one in fields(kind) if events.is_personal(one) and hints[one.name] not in (str, str | None)
    ]


@pytest.mark.parametrize("kind", types(), ids=lambda kind: kind.__name__)
def test_a_type_is_told_also_when_the_person_was_forgotten(kind: type[EventData]) -> None:
    hints = get_type_hints(kind)
    samples = {one.name: sample(hints[one.name]) for one in fields(kind)}
    plain, hidden = events.split(kind(**samples))
    left = events.joined(kind, plain, {}, dict.fromkeys(hidden, ""))
    assert left.sentence(told())
