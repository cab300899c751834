"""The static publication: everything a mirror needs, nothing from outside, the same bytes from the same book."""

import csv
import hashlib
import json
import re
import shutil
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from roadstead.advisories import queries
from roadstead.advisories.site.publishing import export
from roadstead.publication import keyring
from roadstead.publication.trust import Trusted
from roadstead.publication.verify import verify

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Path:
    """One publication for all tests that only read it, with the data folder of its installation beside it."""
    from django.test import override_settings

    base = tmp_path_factory.mktemp("kept")
    with override_settings(DATA_DIR=base / "var"):
        export(base / "site", on=TODAY, known_at=TODAY, now=NOW)
    return base


@pytest.fixture
def site(kept: Path) -> Path:
    return kept / "site"


class Links(HTMLParser):
    """Every address that a page names, and whether it has a script or a style of its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for name, value in attrs if name in ("href", "src", "srcset", "action")]
        assert not [name for name, _ in attrs if name == "style" or name.startswith("on")]


def test_it_holds_and_a_stranger_can_prove_it(site, kept):
    root = json.loads((site / "keys.json").read_text())["root"]
    verdict = verify(site, Trusted(keys=frozenset({root})))
    assert (verdict.problems, verdict.trusted) == ((), True)
    assert verdict.files > 80


def test_every_form_is_there(site, client):
    assert {path.name for path in site.iterdir()} == {
        ".well-known", "SHA256SUMS", "SHA256SUMS.sig", "advisory-a4.pdf", "advisory-a4.pdf.sig", "advisory-letter.pdf",
        "advisory-letter.pdf.sig", "advisory.atom", "advisory.atom.sig", "advisory.csv", "advisory.csv.sig",
        "advisory.json", "advisory.json.sig", "changes.json", "changes.json.sig", "countries", "editions", "index.html",
        "keys.json", "keys.json.sig", "rule-book.json", "rule-book.json.sig", "style.css",
    }  # fmt: skip
    on_line = client.get("/advisory.json").json()
    assert json.loads((site / "advisory.json").read_text()) == on_line
    assert (site / "advisory.csv").read_bytes() == client.get("/advisory.csv").content
    assert json.loads((site / "changes.json").read_text()) == client.get("/advisory/changes.json").json()
    with (site / "advisory.csv").open(newline="") as stream:
        assert len({row["country"] for row in csv.DictReader(stream)}) == on_line["listed_count"]
    for paper in ("a4", "letter"):
        assert (site / f"advisory-{paper}.pdf").read_bytes().startswith(b"%PDF-")


def test_the_rule_book_is_there_whole_and_its_checksum_is_its_digest(site):
    digest = hashlib.sha256((site / "rule-book.json").read_bytes()).hexdigest()
    assert f"sha256:{digest}" == queries.rule_book().digest
    assert json.loads((site / "advisory.json").read_text())["rule_book"] == f"sha256:{digest}"


def test_pages_need_nothing_from_outside_and_lead_to_what_is_there(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 70
    for page in pages:
        text = page.read_text(encoding="utf-8")
        links = Links(text)
        assert not links.tags & {"script", "style", "img", "iframe", "object"}, page
        for link in links.found:
            parts = urlsplit(link)
            assert not parts.scheme, f"{page}: {link}"
            assert not parts.netloc, f"{page}: {link}"
            assert (page.parent / parts.path).is_file(), f"{page}: {link}"
        assert text.count("<h1>") == 1
    assert "@import" not in (site / "style.css").read_text()
    assert "url(" not in (site / "style.css").read_text()


def test_a_page_says_what_the_server_says(site):
    text = (site / "countries" / "NG.html").read_text(encoding="utf-8")
    assert "On the list" in text
    assert "NGAPP-0001" in text
    assert "23 countries were on the list" in (site / "index.html").read_text(encoding="utf-8")


def test_the_feed_has_names_of_its_own_that_every_mirror_shares(site):
    feed = ET.parse(site / "advisory.atom").getroot()
    names = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(names) == len(set(names)) == len(queries.entries(TODAY)) + 1
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name or "") for name in names)
    for link in feed.iter("{http://www.w3.org/2005/Atom}link"):
        assert (site / link.attrib["href"]).is_file()


def test_the_pointer_names_keys_and_files(site):
    told = json.loads((site / ".well-known" / "port-security-advisory.json").read_text())
    assert told["schema"] == "roadstead/advisory-pointer/1"
    for name, digest in told["files"].items():
        assert digest == "sha256:" + hashlib.sha256((site / name).read_bytes()).hexdigest()
    (key,) = told["keys"]
    assert (key["id"], key["standing"], key["algorithm"]) == (told["current"], "current", "Ed25519")
    for name in (told["key_history"], told["checksums"], told["signature"], told["feed"], told["changes"]):
        assert (site / name).is_file()


def test_the_same_book_gives_the_same_bytes_but_for_the_time_of_signing(site, kept, tmp_path, settings):
    settings.DATA_DIR = kept / "var"
    export(tmp_path / "again", on=TODAY, known_at=TODAY, now=NOW + timedelta(hours=3))
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert names == sorted(
        path.relative_to(tmp_path / "again").as_posix() for path in (tmp_path / "again").rglob("*") if path.is_file()
    )
    differing = [name for name in names if (site / name).read_bytes() != (tmp_path / "again" / name).read_bytes()]
    assert differing == [name for name in names if name.endswith(".sig")]


def test_as_known_on_an_earlier_day_it_says_nothing_of_what_came_later(kept, tmp_path, settings):
    settings.DATA_DIR = kept / "var"
    day = date(2019, 6, 1)
    export(tmp_path / "then", on=day, known_at=day, now=NOW)
    listed = json.loads((tmp_path / "then" / "advisory.json").read_text())
    assert (listed["on"], listed["known_at"]) == ("2019-06-01", "2019-06-01")
    assert (tmp_path / "then" / "editions" / "2019-05-30-psa-2-19.html").is_file()
    assert not list((tmp_path / "then" / "editions").glob("202*"))
    assert not (tmp_path / "then" / "rule-book.json").exists()
    pages = "".join(path.read_text() for path in (tmp_path / "then").rglob("*.html"))
    assert "PSA 2-19" in pages
    assert "PSA 1-20" not in pages
    changes = json.loads((tmp_path / "then" / "changes.json").read_text())["editions"]
    assert max(one["edition"]["known_on"] or "" for one in changes) <= "2019-06-01"
    assert verify(tmp_path / "then", Trusted()).holds


def test_a_new_publication_takes_the_place_of_the_old_one_at_once(kept, tmp_path, settings):
    settings.DATA_DIR = kept / "var"
    shutil.copytree(kept / "site", tmp_path / "site")
    (tmp_path / "site" / "stray.html").write_text("left by an older version")
    (tmp_path / ".site.new").mkdir()  # of an export that was killed
    (tmp_path / ".site.new" / "half").write_text("")
    export(tmp_path / "site", on=TODAY, known_at=TODAY, now=NOW + timedelta(hours=1))
    assert verify(tmp_path / "site", Trusted()).holds
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_something_else_is_left_alone(kept, tmp_path, settings):
    settings.DATA_DIR = kept / "var"
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-anna.txt").write_text("Dear Anna")
    for place in (tmp_path / "letters", tmp_path / "letters" / "to-anna.txt"):
        with pytest.raises(FileExistsError, match="name a"):
            export(place, on=TODAY, known_at=TODAY, now=NOW)
    assert (tmp_path / "letters" / "to-anna.txt").read_text() == "Dear Anna"


def test_an_export_that_cannot_be_finished_leaves_the_old_one(kept, tmp_path, settings, monkeypatch):
    settings.DATA_DIR = kept / "var"
    shutil.copytree(kept / "site", tmp_path / "site")
    before = (tmp_path / "site" / "SHA256SUMS.sig").read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            export(tmp_path / "site", on=TODAY, known_at=TODAY, now=NOW + timedelta(hours=2))
    assert (tmp_path / "site" / "SHA256SUMS.sig").read_bytes() == before
    assert verify(tmp_path / "site", Trusted()).holds


def test_without_its_key_nothing_is_published(kept, tmp_path, settings):
    shutil.copytree(kept / "var" / "keys", tmp_path / "var" / "keys")
    settings.DATA_DIR = tmp_path / "var"
    for path in (tmp_path / "var" / "keys").glob("*.pem"):
        if not path.name.startswith("root"):
            path.unlink()
    with pytest.raises(keyring.KeyringError, match="is lost"):
        export(tmp_path / "site", on=TODAY, known_at=TODAY, now=NOW)
    assert not (tmp_path / "site").exists()
