"""`roadstead advisory export`, `verify` and `keys`, from the outside."""

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Roadstead


@pytest.fixture
def data(tmp_path: Path) -> str:
    return str(tmp_path / "var")


def run_export(roadstead: Roadstead, data: str, site: Path) -> None:
    done = roadstead("advisory", "export", str(site), ROADSTEAD_DATA_DIR=data)
    assert done.returncode == 0, done.stderr


def test_export_then_verify_then_one_byte(roadstead: Roadstead, data: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = roadstead("advisory", "export", str(site), ROADSTEAD_DATA_DIR=data)
    assert done.returncode == 0, done.stderr
    assert "made the first keys" in done.stderr
    assert "signed with the key" in done.stdout
    assert not (tmp_path / "var" / "roadstead.sqlite3").exists()
    told = json.loads(roadstead("advisory", "verify", str(site), ROADSTEAD_DATA_DIR=data).stdout)
    assert (told["holds"], told["origin_proven"], told["problems"]) == (True, True, [])
    for name in ("advisory.json", "index.html", "SHA256SUMS.sig", "keys.json", "style.css"):
        body = bytearray((site / name).read_bytes())
        body[len(body) // 2] ^= 1
        shutil.copytree(site, tmp_path / "copy")
        (tmp_path / "copy" / name).write_bytes(body)
        refused = roadstead("advisory", "verify", str(tmp_path / "copy"), "--format", "text", ROADSTEAD_DATA_DIR=data)
        assert refused.returncode == 1
        assert name.removesuffix(".sig") in refused.stdout
        shutil.rmtree(tmp_path / "copy")


def test_a_stranger_needs_nothing_but_the_public_key(roadstead: Roadstead, data: str, tmp_path: Path) -> None:
    run_export(roadstead, data, tmp_path / "site")
    root = json.loads((tmp_path / "site" / "keys.json").read_text())["root"]
    away = {"ROADSTEAD_DATA_DIR": str(tmp_path / "nothing"), "DJANGO_SETTINGS_MODULE": "no.such.module"}
    (tmp_path / "public").write_text(f"{root}\n")
    for path in (tmp_path / "site", tmp_path / "site" / "advisory.json", tmp_path / "site" / "advisory-a4.pdf"):
        for key in (root, str(tmp_path / "public"), str(tmp_path / "site" / "keys.json")):
            done = roadstead("advisory", "verify", str(path), "--key", key, **away)
            assert (done.returncode, json.loads(done.stdout)["origin_proven"]) == (0, True), done.stderr
    unproven = roadstead("advisory", "verify", str(tmp_path / "site"), "--format", "text", **away)
    assert unproven.returncode == 0
    assert "is not proven: compare the root" in unproven.stderr
    stranger = roadstead("advisory", "verify", str(tmp_path / "site"), "--key", "ab" * 32, **away)
    assert stranger.returncode == 1
    assert "no key that you trust vouches for it" in stranger.stderr
    assert not (tmp_path / "nothing").exists()


def test_the_life_of_a_key(roadstead: Roadstead, data: str, tmp_path: Path) -> None:
    def keys(*arguments: str) -> str:
        done = roadstead("advisory", "keys", *arguments, ROADSTEAD_DATA_DIR=data)
        assert done.returncode == 0, done.stderr
        return done.stdout

    keys("new")
    (first,) = json.loads(keys("list"))["statements"]
    run_export(roadstead, data, tmp_path / "before")
    keys("rotate")
    run_export(roadstead, data, tmp_path / "after")
    for site in ("before", "after"):
        assert roadstead("advisory", "verify", str(tmp_path / site), ROADSTEAD_DATA_DIR=data).returncode == 0
    assert "is revoked" in keys("revoke", first["key"], "--reason", "A test of revocation.")
    refused = roadstead("advisory", "verify", str(tmp_path / "before"), ROADSTEAD_DATA_DIR=data)
    assert refused.returncode == 1
    assert "was revoked on" in refused.stderr
    assert "A test of revocation." in refused.stderr
    listed = keys("list", "--format", "text")
    assert "revoked, since" in listed
    assert "current, since" in listed


def test_a_lost_key_is_replaced_and_a_stranger_still_proves_both(
    roadstead: Roadstead, data: str, tmp_path: Path
) -> None:
    site, kept, ring = tmp_path / "site", tmp_path / "kept", tmp_path / "var" / "keys"
    run_export(roadstead, data, site)
    told = json.loads((site / "keys.json").read_text())
    root, lost = told["root"], told["statements"][0]
    away = {"ROADSTEAD_DATA_DIR": str(tmp_path / "nothing"), "DJANGO_SETTINGS_MODULE": "no.such.module"}

    def proven(path: Path, key: str) -> bool:
        return roadstead("advisory", "verify", str(path), "--key", key, **away).returncode == 0

    shutil.copytree(site, kept)  # somebody keeps what was signed with it
    safe = (ring / next(path.name for path in ring.glob("root-*.pem"))).rename(tmp_path / "root-in-a-safe.pem")
    (ring / f"{lost['key']}.pem").unlink()
    before = (site / "SHA256SUMS.sig").read_bytes()
    refused = roadstead("advisory", "export", str(site), ROADSTEAD_DATA_DIR=data)
    assert refused.returncode != 0
    assert "is lost. Replace it with the root key" in refused.stderr
    assert (site / "SHA256SUMS.sig").read_bytes() == before  # what was published stays, and holds
    assert proven(site, root)
    without = roadstead("advisory", "keys", "new", ROADSTEAD_DATA_DIR=data)
    assert without.returncode != 0
    assert "Fetch it from where it is kept" in without.stderr
    done = roadstead("advisory", "keys", "new", "--root", str(safe), ROADSTEAD_DATA_DIR=data)
    assert done.returncode == 0, done.stderr
    run_export(roadstead, data, site)
    history = json.loads((site / "keys.json").read_text())["statements"]
    assert [one["do"] for one in history] == ["introduce", "replace"]
    assert "lost" in roadstead("advisory", "keys", "list", "--format", "text", ROADSTEAD_DATA_DIR=data).stdout
    assert proven(kept, root)  # with the root, the old publication and the new one
    assert proven(site, root)
    assert proven(kept, str(site / "keys.json"))  # and the old one by the new history
    assert not proven(site, lost["public"])  # who trusted the lost key alone learns that it vouches for this no more


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("verify", "nowhere"), "does not exist"),
        (("verify", ".", "--key", "nokey"), "neither a public key"),
        (("export", "x", "--on", "tomorrow"), "is no day"),
        (("keys", "list"), "there is no key yet"),
        (("keys", "rotate"), "Make the first"),
        (("keys", "revoke", "abc"), "Make the first"),
    ],
)
def test_a_wrong_command_line_is_told(
    roadstead: Roadstead, data: str, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = roadstead("advisory", *arguments, ROADSTEAD_DATA_DIR=data)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_holds_something_else_is_not_overwritten(roadstead: Roadstead, data: str, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear Anna")
    done = roadstead("advisory", "export", str(tmp_path / "mine"), ROADSTEAD_DATA_DIR=data)
    assert done.returncode == 2
    assert "holds no publication" in done.stderr
