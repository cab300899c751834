"""What every page must stand up to in a real browser."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > width + 1)
    .filter((e) => !e.closest(".usa-nav, .usa-table-container--scrollable"))
    .slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
}"""


def _settle(page: Page) -> None:
    """What is measured has its style sheets and its letters."""
    page.wait_for_load_state("load")
    page.evaluate("() => document.fonts.ready.then(() => true)")


def assert_accessible(page: Page) -> None:
    """No rule of axe is broken (WCAG 2.2 AA and its best practices)."""
    _settle(page)
    found = Axe().run(page, options=RULES).response["violations"]
    lines = [
        f"{rule['id']}: {rule['help']}\n    {node['html'][:200]}\n    {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]
    assert not lines, f"{page.url} breaks accessibility rules:\n" + "\n".join(lines)


def assert_no_sideways_scroll(page: Page) -> None:
    """The page fits the window; wide tables scroll by themselves."""
    _settle(page)
    too_wide = page.evaluate(OVERFLOW)
    assert not too_wide, f"{page.url} is wider than its window: {too_wide}"
