"""A publication carried by a mirror that knows nothing of us: every link leads somewhere, and a stranger proves it."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree as ET

import pytest

from roadstead.advisories.site.publishing import export
from roadstead.publication import sums
from roadstead.publication.trust import Trusted
from roadstead.publication.verify import verify

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PLACE = "psa/copies/2026"  # a mirror puts it where it likes


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Path:
    from django.test import override_settings

    base = tmp_path_factory.mktemp("mirror")
    (base / "www" / PLACE).parent.mkdir(parents=True)
    with override_settings(DATA_DIR=base / "var"):
        export(base / "www" / PLACE, on=NOW.date(), known_at=NOW.date(), now=NOW)
    return base / "www" / PLACE


@pytest.fixture(scope="module")
def mirror(site: Path) -> Iterator[str]:
    """The address of the publication at `python -m http.server`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    root = site.parents[len(Path(PLACE).parts) - 1]
    server = subprocess.Popen([*command, "--directory", str(root)], stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}/{PLACE}/"
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            fetched(address)
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


def fetched(address: str) -> tuple[str, bytes]:
    """The type and the body of what lies there. Raises HTTPError where nothing does."""
    with urlopen(address, timeout=30) as answer:
        return answer.headers.get_content_type(), answer.read()


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def test_every_link_leads_somewhere_on_any_server(mirror: str, site: Path) -> None:
    waiting, seen, types = [mirror], set(), {}
    while waiting:
        address = waiting.pop()
        kind, body = fetched(address)
        seen.add(address)
        types[address] = kind
        links = Links(body.decode()).found if kind == "text/html" else []
        if address.endswith("advisory.atom"):
            links += [one.attrib["href"] for one in ET.fromstring(body).iter("{http://www.w3.org/2005/Atom}link")]
        for link in links:
            target = urljoin(address, urlsplit(link)._replace(fragment="").geturl())
            assert target.startswith(mirror), f"{address} leads away, to {link}"
            waiting += [target] if target not in seen | set(waiting) else []
    pages = {mirror + path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert pages <= seen  # no page that nothing leads to
    assert types[mirror] == "text/html"
    assert types[f"{mirror}advisory-letter.pdf"] == types[f"{mirror}advisory-a4.pdf"] == "application/pdf"


def test_a_stranger_fetches_all_of_it_and_proves_it(mirror: str, site: Path, tmp_path: Path) -> None:
    root = json.loads((site / "keys.json").read_text())["root"]  # told elsewhere: on paper, say
    printed = sums.read(fetched(f"{mirror}{sums.FILE}")[1])
    names = {*printed, sums.FILE, f"{sums.FILE}.sig"} | {f"{name}.sig" for name in printed if sums.signed_apart(name)}
    for name in names:
        path = tmp_path / "copy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(fetched(mirror + name)[1])
    verdict = verify(tmp_path / "copy", Trusted(keys=frozenset({root})))
    assert (verdict.problems, verdict.trusted) == ((), True)
    pointer = json.loads(fetched(f"{mirror}.well-known/port-security-advisory.json")[1])
    assert pointer["root"]["public"] == root


def test_one_altered_byte_of_any_file_is_refused(site: Path) -> None:
    root = json.loads((site / "keys.json").read_text())["root"]
    files = sorted(path for path in site.rglob("*") if path.is_file())
    assert len(files) > 90
    for path in files:
        body = path.read_bytes()
        place = len(body) // 2
        path.write_bytes(body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :])
        try:
            verdict = verify(site, Trusted(keys=frozenset({root})))
        finally:
            path.write_bytes(body)
        assert not verdict.holds, path
        assert path.name.removesuffix(".sig") in " ".join(verdict.problems) or path.name == "keys.json", verdict
    assert verify(site, Trusted(keys=frozenset({root}))).holds


@pytest.mark.parametrize(("paper", "box"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_tagged_and_of_its_size(site: Path, paper: str, box: tuple[int, int]) -> None:
    body = (site / f"advisory-{paper}.pdf").read_bytes()
    found = re.search(rb"/MediaBox ?\[ ?0 0 ([0-9.]+) ([0-9.]+) ?\]", body)
    assert found is not None
    assert tuple(round(float(one)) for one in found.groups()) == box
    assert b"/StructTreeRoot" in body
    assert re.search(rb"/Marked true", body)
    assert b"/Lang" in body
