"""Keys: for the owner's eyes only, never twice, and a history in which no statement can be changed or left out."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadstead.publication import history, keyring
from roadstead.publication.keyring import KeyringError

from .conftest import at, known


def test_private_keys_are_for_the_owner_only(ring: Path) -> None:
    keys = known(ring)
    assert keys.current is not None
    assert {path.name for path in ring.glob("*.pem")} == {f"{keys.current.id}.pem", f"root-{keys.root}.pem"}
    assert ring.stat().st_mode & 0o777 == 0o700
    for path in ring.glob("*.pem"):
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.read_text().startswith("-----BEGIN PRIVATE KEY-----")
    public = (ring / "keys.json").read_text()
    assert "PRIVATE" not in public


def test_a_key_that_others_could_read_signs_nothing(ring: Path) -> None:
    keys = known(ring)
    assert keys.current is not None
    (ring / f"{keys.current.id}.pem").chmod(0o640)
    with pytest.raises(KeyringError, match="may be read by others"):
        keyring.signing_key(ring, keys)


def test_a_key_that_is_another_or_no_key_signs_nothing(ring: Path, tmp_path: Path) -> None:
    keys = known(ring)
    assert keys.current is not None
    path = ring / f"{keys.current.id}.pem"
    body = path.read_bytes()
    path.write_bytes((ring / f"root-{keys.root}.pem").read_bytes())
    with pytest.raises(KeyringError, match="another key"):
        keyring.signing_key(ring, keys)
    path.write_bytes(body[:40])
    with pytest.raises(KeyringError, match="cannot be read as a private key"):
        keyring.signing_key(ring, keys)


def test_what_cannot_be_done_says_what_can(ring: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyringError, match="rotate"):
        keyring.begin(ring, at("02-01"))
    with pytest.raises(KeyringError, match="rotate"):
        keyring.renew(ring, None, at("02-01"))
    for act in (lambda folder: keyring.rotate(folder, at("02-01")), lambda f: keyring.renew(f, None, at("02-01"))):
        with pytest.raises(KeyringError, match="Make the first"):
            act(tmp_path / "none")
    with pytest.raises(KeyringError, match="No key is called"):
        keyring.revoke(ring, "0" * 16, None, at("02-01"), "")
    with pytest.raises(KeyringError, match="clock"):
        keyring.rotate(ring, "2026-12-31T00:00:00Z")
    assert len(known(ring).history.statements) == 1


def test_the_root_may_be_kept_elsewhere(ring: Path, tmp_path: Path) -> None:
    keys = known(ring)
    assert keys.current is not None
    away = tmp_path / "safe.pem"
    (ring / f"root-{keys.root}.pem").rename(away)
    (ring / f"{keys.current.id}.pem").unlink()
    with pytest.raises(KeyringError, match="--root FILE"):
        keyring.renew(ring, None, at("02-01"))
    renewed = keyring.renew(ring, away, at("02-01"))
    assert [one.standing for one in renewed.by_id.values()] == ["lost", "current"]
    with pytest.raises(KeyringError, match="--root FILE"):
        keyring.revoke(ring, keys.current.id, None, at("02-02"), "")


def test_a_key_may_revoke_itself_where_the_root_is_away(ring: Path, tmp_path: Path) -> None:
    keys = known(ring)
    assert keys.current is not None
    (ring / f"root-{keys.root}.pem").rename(tmp_path / "safe.pem")
    revoked = keyring.revoke(ring, keys.current.id, None, at("02-01"), "In doubt.")
    assert revoked.current is None
    with pytest.raises(KeyringError, match="already"):
        keyring.revoke(ring, keys.current.id, tmp_path / "safe.pem", at("02-02"), "")
    with pytest.raises(KeyringError, match="Introduce another"):
        keyring.signing_key(ring, revoked)
    again = keyring.renew(ring, tmp_path / "safe.pem", at("02-03"))
    assert [one.standing for one in again.by_id.values()] == ["revoked", "current"]


def long_history(ring: Path) -> history.History:
    keyring.rotate(ring, at("02-01"))
    keys = keyring.rotate(ring, at("03-01"))
    assert keys.current is not None
    keyring.revoke(ring, keys.current.id, None, at("04-01"), "A test.")
    return keyring.renew(ring, None, at("05-01")).history


def test_no_statement_can_be_left_out_or_moved(ring: Path) -> None:
    whole = long_history(ring)
    steps = whole.statements
    assert [step.do for step in steps] == ["introduce", "hand_over", "hand_over", "revoke", "introduce"]
    for place in range(len(steps) - 1):
        less = (*steps[:place], *steps[place + 1 :])
        numbered = tuple(msgspec.structs.replace(step, number=n) for n, step in enumerate(less, 1))
        for forged in (less, numbered, (*steps[:place], steps[place + 1], steps[place], *steps[place + 2 :])):
            with pytest.raises(ValueError, match="statement"):
                history.check(msgspec.structs.replace(whole, statements=forged))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_byte_of_a_history_counts(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.getbasetemp() / "long"
    if not folder.exists():
        keyring.begin(folder, at("01-01"))
        long_history(folder)
    body = (folder / "keys.json").read_bytes()
    place = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != body[place]))
    with pytest.raises(ValueError, match=r"statement|history|written"):
        history.read(body[:place] + bytes([other]) + body[place + 1 :])
