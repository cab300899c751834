"""Budgets of size: a file, a function and a page of docs that can be read in one sitting."""

from statistics import median

from tests.architecture.source import ROOT, SOURCE, TESTS, functions, length, modules, name

MEDIAN_FILE = 90
LONGEST_FILE = 500
LONGEST_TEST_FILE = 1_000
LONG_FUNCTION = 30
MOST_LONG_FUNCTIONS = 0.10
LONGEST_README = 80


def test_files_are_short() -> None:
    written = [path for path in modules(SOURCE) if length(path)]
    assert not [name(path) for path in written if length(path) > LONGEST_FILE]
    assert median(length(path) for path in written) <= MEDIAN_FILE


def test_files_of_tests_and_tools_are_not_endless() -> None:
    others = modules(TESTS, ROOT / "tools", ROOT / "benchmarks")
    assert not [name(path) for path in others if length(path) > LONGEST_TEST_FILE]


def test_functions_are_short() -> None:
    sizes = {
        f"{name(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in modules(SOURCE)
        for node in functions(path)
    }
    long = sorted(where for where, size in sizes.items() if size > LONG_FUNCTION)
    assert len(long) <= MOST_LONG_FUNCTIONS * len(sizes), "\n".join(long)


def test_the_readme_fits_two_screens() -> None:
    assert length(ROOT / "README.md") <= LONGEST_README
