"""What a publication proves, and what is refused: with words that say which file or which key."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadstead.publication import history, keyring, signature
from roadstead.publication.trust import Trusted
from roadstead.publication.verify import Verdict, verify

from .conftest import Publish, at, known

NOTHING = Trusted()


def said(folder: Path, trusted: Trusted = NOTHING) -> str:
    """The problems, of which there must be some."""
    verdict = verify(folder, trusted)
    assert not verdict.holds
    return "\n".join(verdict.problems)


def by_root(ring: Path) -> Trusted:
    return Trusted(keys=frozenset({known(ring).history.root}))


def test_a_stranger_with_the_public_key_only(published: Publish, ring: Path) -> None:
    folder, keys = published("01-02"), known(ring)
    current = keys.current
    assert current is not None
    for public in (keys.history.root, current.public):
        verdict = verify(folder, Trusted(keys=frozenset({public})))
        assert verdict == Verdict((), 6, current.id, at("01-02"), keys.root, trusted=True)


def test_without_a_key_from_elsewhere_it_is_held_against_itself_and_says_so(published: Publish) -> None:
    verdict = verify(published("01-02"), NOTHING)
    assert (verdict.holds, verdict.trusted) == (True, False)


def test_a_single_file_with_its_signature_beside_it(published: Publish, ring: Path, tmp_path: Path) -> None:
    folder, alone = published("01-02"), tmp_path / "mail"
    assert verify(folder / "advisory.json", by_root(ring)).holds
    alone.mkdir()
    for name in ("advisory.json", "advisory.json.sig"):
        shutil.copy(folder / name, alone)
    current = known(ring).current
    assert current is not None
    assert verify(alone / "advisory.json", Trusted(keys=frozenset({current.public}))).holds
    assert "is unknown" in said(alone / "advisory.json")
    (alone / "other.json").write_bytes((alone / "advisory.json").read_bytes())
    assert "other.json.sig is missing" in said(alone / "other.json")
    (alone / "other.json.sig").write_bytes((alone / "advisory.json.sig").read_bytes())
    assert "signature of another file, advisory.json" in said(alone / "other.json", by_root(ring))


@pytest.fixture(scope="module")
def bytes_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One publication for all examples of the property."""
    from roadstead.publication import placing, sealing

    from .conftest import FILES

    base = tmp_path_factory.mktemp("one")
    keys = keyring.begin(base / "keys", at("01-01"))
    files = sealing.sealed(FILES, keys, keyring.signing_key(base / "keys", keys), at("01-02"))
    placing.place(base / "site", files)
    return base / "site"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_one_byte_changed_anywhere_is_refused(bytes_of: Path, data: st.DataObject) -> None:
    files = sorted(path for path in bytes_of.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    body = path.read_bytes()
    place = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != body[place]))
    refuses(bytes_of, path, body[:place] + bytes([other]) + body[place + 1 :])


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_one_byte_added_or_lost_is_refused(bytes_of: Path, data: st.DataObject) -> None:
    files = sorted(path for path in bytes_of.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    body = path.read_bytes()
    place = data.draw(st.integers(0, len(body) - 1))
    added = bytes([data.draw(st.integers(0, 255))])
    changed = data.draw(st.sampled_from([body[:place] + body[place + 1 :], body[:place] + added + body[place:]]))
    refuses(bytes_of, path, changed)


def refuses(folder: Path, path: Path, changed: bytes) -> None:
    body = path.read_bytes()
    try:
        path.write_bytes(changed)
        said(folder)
        if path.name in ("advisory.json", "advisory.json.sig"):
            said(folder / "advisory.json")
    finally:
        path.write_bytes(body)
    assert verify(folder, NOTHING).holds


def test_every_single_bit_of_a_signature_counts(bytes_of: Path) -> None:
    path = bytes_of / "SHA256SUMS.sig"
    body = path.read_bytes()
    for place in range(len(body)):
        for bit in range(8):
            refuses_quickly = body[:place] + bytes([body[place] ^ 1 << bit]) + body[place + 1 :]
            path.write_bytes(refuses_quickly)
            assert not verify(bytes_of / "SHA256SUMS", NOTHING).holds, (place, bit)
    path.write_bytes(body)


def test_files_added_missing_or_not_plain(published: Publish, tmp_path: Path) -> None:
    folder = published("01-02")
    (folder / "countries" / "YY.html").write_bytes(b"")
    (folder / ".hidden").write_bytes(b"")
    assert said(folder).splitlines() == [
        ".hidden was added: it is no part of the publication",
        "countries/YY.html was added: it is no part of the publication",
    ]
    for name in (
        "countries/XX.html",
        "advisory.json",
        "advisory.json.sig",
        "SHA256SUMS",
        "SHA256SUMS.sig",
        "keys.json",
    ):
        folder = published("01-02")
        (folder / name).unlink()
        assert f"{name} is missing" in said(folder)
    folder = published("01-02")
    (folder / "new").mkdir()
    assert "new was added" in said(folder)
    body = (folder / "index.html").read_bytes()
    (tmp_path / "elsewhere").write_bytes(body)
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(tmp_path / "elsewhere")
    assert "index.html is no plain file" in said(folder)


def test_a_file_that_changed_is_named(published: Publish) -> None:
    folder = published("01-02")
    (folder / "countries/XX.html").write_bytes(b"<!doctype htmL>")
    assert said(folder) == "countries/XX.html was changed: its checksum is another"


def test_a_publication_of_somebody_else_is_refused(published: Publish, ring: Path, tmp_path: Path) -> None:
    stranger = keyring.begin(tmp_path / "other", at("01-01"))
    current = stranger.current
    assert current is not None
    for public in (stranger.history.root, current.public):
        assert "no key that you trust vouches for it" in said(published("01-02"), Trusted(keys=frozenset({public})))
    assert "no key that you trust" in said(published("01-02"), Trusted(histories=(stranger,)))
    forged = published("01-02")
    (forged / "keys.json").write_bytes(history.written(stranger.history))
    assert "is unknown" in said(forged)


def test_a_revoked_key_is_refused_with_its_day_and_reason(published: Publish, ring: Path) -> None:
    before = published("01-02")
    old = known(ring).current
    assert old is not None
    keyring.revoke(ring, old.id, None, at("02-01"), "Its disk was stolen.")
    fresher = Trusted(histories=(known(ring),))
    assert verify(before, by_root(ring)).holds  # its own history does not know yet
    assert "was revoked on 2027-02-01 (Its disk was stolen.); nothing it signed counts" in said(before, fresher)
    keyring.renew(ring, None, at("02-02"))
    assert verify(published("02-03"), by_root(ring)).holds
    assert "is unknown" in said(published("02-03"), Trusted(keys=frozenset({old.public})))


def test_after_a_hand_over_whoever_knew_the_old_key_knows_the_new_one(published: Publish, ring: Path) -> None:
    first = known(ring).current
    assert first is not None
    before = published("01-02")
    keyring.rotate(ring, at("03-01"))
    after, old = published("03-02"), Trusted(keys=frozenset({first.public}))
    assert verify(after, old).holds
    assert verify(before, Trusted(histories=(known(ring),))).holds  # what the old key signed in its time still counts
    keyring.revoke(ring, first.id, None, at("04-01"), "")
    assert verify(published("04-02"), by_root(ring)).holds
    assert "is unknown" in said(published("04-02"), old)


def test_an_old_key_signs_nothing_after_its_hand_over(published: Publish, ring: Path) -> None:
    keys = known(ring)
    old = keyring.signing_key(ring, keys)
    rotated = keyring.rotate(ring, at("03-01"))
    folder = published("03-02")
    body = (folder / "SHA256SUMS").read_bytes()
    (folder / "SHA256SUMS.sig").write_bytes(signature.sign(old, "SHA256SUMS", body, at("03-02")))
    assert "signs only until 2027-03-01T12:00:00Z" in said(folder)
    new = keyring.signing_key(ring, rotated)
    (folder / "SHA256SUMS.sig").write_bytes(signature.sign(new, "SHA256SUMS", body, at("02-01")))
    assert "signs only since 2027-03-01T12:00:00Z" in said(folder)


def test_a_lost_key_is_replaced_by_the_root(published: Publish, ring: Path) -> None:
    before, lost = published("01-02"), known(ring).current
    assert lost is not None
    (ring / f"{lost.id}.pem").unlink()
    with pytest.raises(keyring.KeyringError, match="is lost"):
        published("01-03")
    keyring.renew(ring, None, at("01-04"))
    assert verify(published("01-05"), by_root(ring)).holds
    assert verify(before, Trusted(histories=(known(ring),))).holds
    assert known(ring).by_id[lost.id].standing == "lost"
    assert "is unknown" in said(published("01-05"), Trusted(keys=frozenset({lost.public})))


def test_two_histories_of_one_root_that_contradict_each_other(published: Publish, ring: Path, tmp_path: Path) -> None:
    shutil.copytree(ring, tmp_path / "copied")
    keyring.rotate(ring, at("02-01"))
    keyring.rotate(tmp_path / "copied", at("02-02"))
    assert "contradict each other" in said(published("02-03"), Trusted(histories=(known(tmp_path / "copied"),)))
