"""A real Chromium for the pages.

`visit("/path/")` opens a page of the live server in each of two widths and gives Playwright's page. Whatever the page
then does wrong by itself (an error in the console, a breach of the content security policy, a request to another host,
a file that is missing) fails the test when it ends.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Response, Route, expect, sync_playwright

from roadstead.accounts.models import User
from tests.browser.in_hand import InHand
from tests.people import client_of

CANDIDATES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = (
    "--no-sandbox",  # test machines often run as root
    "--disable-gpu",  # pages are painted without it
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
)
WIDTHS = {"wide": (1280, 900), "phone": (390, 844)}
PATIENCE = 15_000  # milliseconds; software WebGL on a busy machine is slow
VIOLATIONS = """window.policyViolations = [];
addEventListener("securitypolicyviolation", (e) => policyViolations.push(`${e.effectiveDirective} ${e.blockedURI}`));"""


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is. Without it these tests are skipped, except where they are meant to run."""
    named = os.environ.get("ROADSTEAD_CHROMIUM")
    found = next((path for path in ([named] if named else CANDIDATES) if Path(path).exists()), None)
    if found:
        return found
    message = "Chromium is missing: install it, or name it in ROADSTEAD_CHROMIUM."
    if os.environ.get("CI") or named:
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def assets() -> None:
    """The front-end parts must have been built; without them every page would look broken."""
    if not finders.find("vendor/uswds/css/uswds.min.css"):
        pytest.fail("The front-end parts are not built: run “make assets”.")


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright for one module.

    Its synchronous interface leaves an event loop running in this thread, which Django takes for asynchronous code.
    Django's guard is off only while that loop is there, so that other modules keep it.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with sync_playwright() as started:
            expect.set_options(timeout=PATIENCE)
            yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    started = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
    yield started
    started.close()


@pytest.fixture(params=["wide", pytest.param("phone", marks=pytest.mark.long)])
def width(request: pytest.FixtureRequest) -> str:
    """The name of the window's width."""
    return str(request.param)


@pytest.fixture(scope="session")
def in_hand() -> Iterator[InHand]:
    """The requests that live servers have in hand."""
    with pytest.MonkeyPatch.context() as patch:
        yield InHand(patch)


@pytest.fixture
def context(browser: Browser, width: str, live_server, assets: None, in_hand: InHand) -> Iterator[BrowserContext]:
    """A fresh profile without a past, that reaches nothing but the live server.

    A test ends when its last request has been answered: what a page fetches by itself would find no database later.
    """
    wide, high = WIDTHS[width]
    fresh = browser.new_context(viewport={"width": wide, "height": high}, base_url=live_server.url, locale="en-GB")
    fresh.set_default_timeout(PATIENCE)
    fresh.add_init_script(VIOLATIONS)
    yield fresh
    fresh.close()
    in_hand.wait(PATIENCE / 1_000)


class Watch:
    """Notes what a page does wrong by itself."""

    def __init__(self, page: Page, home: str) -> None:
        self.wrongs: list[str] = []
        self.expected: set[str] = set()
        self.page = page
        self.home = home
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrongs.append(f"script error: {error}"))
        page.on("response", self._response)
        page.route("**/*", self._route)

    def _console(self, message: object) -> None:
        # A missing file is noted with its address in _response.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrongs.append(f"console: {message.text}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.expected:
            self.wrongs.append(f"{response.status} for {response.url}")

    def _route(self, route: Route) -> None:
        if route.request.url.startswith((self.home, "data:", "blob:")):
            route.continue_()
            return
        self.wrongs.append(f"asked another host: {route.request.url}")
        route.abort()

    def report(self) -> list[str]:
        return self.wrongs + [
            f"content security policy: {one}" for one in self.page.evaluate("window.policyViolations || []")
        ]


@pytest.fixture
def sign_in(context: BrowserContext, live_server, transactional_db) -> Callable[[User], None]:
    """Sign a person in without the form: `sign_in(holder("analyst"))`."""

    def enter(person: User) -> None:
        cookie = client_of(person).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])

    return enter


@pytest.fixture
def visit(context: BrowserContext, live_server) -> Iterator[Callable[..., Page]]:
    """Open a path: `page = visit("/advisory/")`, or with the status it should answer: `visit("/x/", status=404)`."""
    page = context.new_page()
    watch = Watch(page, live_server.url)

    def open_page(path: str, status: int = 200) -> Page:
        if status >= 400:
            watch.expected.add(live_server.url + path)
        response = page.goto(path, wait_until="load")
        assert response is not None
        assert response.status == status, f"{path} answered {response.status}"
        return page

    yield open_page
    wrongs = watch.report()
    page.close()
    assert not wrongs, "The page did something wrong by itself:\n" + "\n".join(wrongs)
