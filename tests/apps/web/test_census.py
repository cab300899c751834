"""What holds for every template, style sheet and script of the product, whichever app it lives in."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

SOURCE = Path(__file__).resolve().parents[3] / "src" / "roadstead"
OWN = [path for path in SOURCE.rglob("*") if path.is_file() and "vendor" not in path.parts]
TEMPLATES = [path for path in OWN if path.suffix == ".html"]
STYLES = [path for path in OWN if path.suffix == ".css"]
SCRIPTS = [path for path in OWN if path.suffix in (".js", ".mjs")]

INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=[\"']application/(?:ld\+)?json)", re.IGNORECASE)
INLINE_STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
HANDLER = re.compile(r"\son[a-z]+\s*=\s*[\"']|\shx-on\b|javascript:", re.IGNORECASE)
FOREIGN = re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE)
SIDED = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)",
    re.IGNORECASE,
)
CODE_FROM_TEXT = re.compile(r"\beval\(|new Function\(|\.innerHTML\s*=|document\.write")


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def lines_with(pattern: re.Pattern[str], path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [
        f"{name(path)}:{text.count(chr(10), 0, hit.start()) + 1}: {hit[0].strip()}" for hit in pattern.finditer(text)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_template_has_nothing_that_the_policy_would_refuse(path):
    assert not [
        line for pattern in (INLINE_SCRIPT, INLINE_STYLE, HANDLER, FOREIGN) for line in lines_with(pattern, path)
    ]


@pytest.mark.parametrize("path", [path for path in TEMPLATES if "templates" in path.parts], ids=name)
def test_template_compiles(path):
    parts = path.parts
    get_template("/".join(parts[len(parts) - parts[::-1].index("templates") :]))


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_style_sheet_knows_no_left_and_right(path):
    """Right-to-left languages get the same sheet."""
    assert not lines_with(SIDED, path)


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_script_makes_no_code_out_of_text(path):
    assert not lines_with(CODE_FROM_TEXT, path)


def test_census_finds_what_it_looks_for():
    assert len(TEMPLATES) > 20
    assert INLINE_SCRIPT.search("<script>x</script>")
    assert not INLINE_SCRIPT.search('<script src="/x.js" defer></script>')
    assert not INLINE_SCRIPT.search('<script id="a" type="application/json">')
    assert HANDLER.search('<a onclick="x">')
    assert SIDED.search("a { margin-left: 1px }")
    assert not SIDED.search("a { inset-inline-start: 1px }")


@pytest.mark.parametrize("path", sorted((SOURCE / "web/templates/cotton").glob("*.html")), ids=name)
def test_component_is_shown_and_described(path):
    """A component that nobody can find is written twice."""
    tag = f"<c-{path.stem.replace('_', '-')}"
    guide = SOURCE.parents[1] / "docs" / "guides" / "pages.md"
    assert tag in (SOURCE / "web/templates/web/components.html").read_text()
    assert tag in guide.read_text()
