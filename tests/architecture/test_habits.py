"""Habits that a reader may rely on, in every file."""

import ast
import re
from itertools import chain

from tests.architecture.source import PROJECT, ROOT, SOURCE, imports, modules, name, tree

MOST_DEPENDENCIES = 35
OUTERMOST_EDGES: frozenset[str] = frozenset()  # files that may catch whatever comes
TOO_WIDE = {"Exception", "BaseException"}


def caught(handler: ast.ExceptHandler) -> set[str]:
    """The names that a handler catches; a bare one catches everything."""
    if handler.type is None:
        return set(TOO_WIDE)
    return {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}


def test_nothing_catches_everything() -> None:
    for path in modules(SOURCE, ROOT / "tools", ROOT / "benchmarks"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler) and name(path) not in OUTERMOST_EDGES:
                assert not caught(node) & TOO_WIDE, f"{name(path)}:{node.lineno} catches whatever comes"


def test_no_signals_for_domain_logic() -> None:
    for path in modules(SOURCE):
        signals = [one for one in imports(path) if "signals" in one.split(".") or one.startswith("django.dispatch")]
        assert not signals, f"{name(path)} imports {signals}: what must happen is written where it happens"


def test_every_module_says_what_it_is_for() -> None:
    exempt = {"__init__.py", "apps.py"}
    silent = [name(path) for path in modules(SOURCE) if path.name not in exempt and not ast.get_docstring(tree(path))]
    assert not silent


def test_no_print_and_no_debugger() -> None:
    for path in modules(SOURCE):
        calls = {
            node.func.id
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "breakpoint" not in calls, name(path)
        assert "print" not in calls or "cli" in path.parts, f"{name(path)} prints"


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = [*PROJECT["project"]["dependencies"], *chain(*PROJECT["dependency-groups"].values())]
    for dependency in declared:
        assert re.search(rf'^    "{re.escape(dependency)}", +# \S+', text, re.MULTILINE), f"{dependency}: no reason"
    assert len(PROJECT["project"]["dependencies"]) < MOST_DEPENDENCIES


def test_types_are_checked_strictly() -> None:
    mypy = PROJECT["tool"]["mypy"]
    assert mypy["strict"] is True
    assert "src" in mypy["files"]
    loosened = [override for override in mypy["overrides"] if set(override) - {"module", "ignore_missing_imports"}]
    assert not loosened


def test_warnings_fail_and_the_network_is_closed() -> None:
    options = PROJECT["tool"]["pytest"]["ini_options"]
    assert options["filterwarnings"][0] == "error"
    assert {"--disable-socket", "--strict-markers", "--strict-config"} <= set(options["addopts"])
