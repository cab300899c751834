"""The digest names the content: not the files, their order, or the machine."""

from pathlib import Path

import yaml

from roadstead.rulebook import load, shipped


def test_shape() -> None:
    assert shipped().digest.startswith("sha256:")
    assert len(shipped().digest) == 71


def test_line_endings_do_not_matter(copied: Path) -> None:
    for file in copied.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load(copied).digest == shipped().digest


def test_order_of_keys_files_and_comments_do_not_matter(copied: Path) -> None:
    for file in copied.rglob("*.yaml"):
        content = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        turned = dict(reversed(content.items()))
        file.write_text("# a remark\n" + yaml.safe_dump(turned, sort_keys=False), encoding="utf-8")
    sources = yaml.load((copied / "sources.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    half = dict(list(sources.items())[:40])
    (copied / "sources").mkdir()
    (copied / "sources" / "z.yaml").write_text(yaml.safe_dump(half), encoding="utf-8")
    rest = {key: value for key, value in sources.items() if key not in half}
    (copied / "sources.yaml").write_text(yaml.safe_dump(rest), encoding="utf-8")
    assert load(copied).digest == shipped().digest


def test_a_changed_word_matters(copied: Path) -> None:
    duties = copied / "duties.yaml"
    duties.write_text(
        duties.read_text(encoding="utf-8").replace("security level 2", "security level 3"), encoding="utf-8"
    )
    assert load(copied).digest != shipped().digest


def test_an_absent_or_empty_local_folder_changes_nothing(local: Path) -> None:
    assert load(extra=local).digest == load(extra=local / "absent").digest == shipped().digest
