"""What a file is, by its content: every kind that is taken, and everything that is not, with its words."""

import contextlib
import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.files.enums import FileKind
from roadstead.files.errors import FilesError
from roadstead.files.kinds.looking import look
from tests.apps.files import made


def seen(content: bytes):
    return look(io.BytesIO(content), len(content))


def refusal(content: bytes) -> str:
    with pytest.raises(FilesError) as raised:
        seen(content)
    return str(raised.value)


def test_there_is_a_sample_of_every_kind() -> None:
    assert set(made.EVERY_KIND) == set(FileKind.values)


@pytest.mark.parametrize("kind", made.EVERY_KIND)
def test_every_kind_is_known_by_its_content(kind: str) -> None:
    assert seen(made.EVERY_KIND[kind][1]).kind == kind


@pytest.mark.parametrize("kind", FileKind)
def test_nothing_is_ever_given_out_as_something_that_a_browser_runs(kind: FileKind) -> None:
    assert not any(word in kind.media_type for word in ("html", "svg", "javascript"))
    assert not kind.media_type.endswith("/xml")


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b"plain words\n", "utf-8"),
        ("Grüße\n".encode(), "utf-8"),
        ("\ufeffGrüße\n".encode(), "utf-8"),
        ("Grüße\n".encode("latin-1"), "windows-1252"),
        ("“Grüße” – 5 €\n".encode("cp1252"), "windows-1252"),
        ("é".encode() * 200_000, "utf-8"),  # a letter lies across the border of two pieces
        (b"x" * 262_143 + "é".encode(), "utf-8"),
        (b"a;b;c\n1;2;3\n", "utf-8"),
        (b"MZone of control\nII. Chapter two\n", "utf-8"),
    ],
)
def test_text_is_utf_8_or_latin(content: bytes, charset: str) -> None:
    assert (seen(content).kind, seen(content).charset) == (FileKind.TEXT, charset)


def test_an_empty_file_is_told_to_be_empty() -> None:
    assert "The file is empty" in refusal(b"")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(200), "This file is a program"),
        (b"\x7fELF\2\1\1\0" + bytes(100), "This file is a program"),
        (b"#!/bin/sh\nrm -r /\n", "a script"),
        (b"\xff\xfeH\0e\0l\0l\0o\0", "UTF-16"),
        (b"{\\rtf1\\ansi words}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office format"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(40), "archive"),
        (b"\x1f\x8b\x08" + bytes(40), "archive"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "Save this one as JPEG"),
        (b"II*\0" + bytes(40), "Save this one as JPEG"),
        (b"\0\0\0\x18ftypmp42" + bytes(40), "Films and sound"),
        (b"words\0words", "cannot be told"),
        (bytes(range(256)), "cannot be told"),
    ],
)
def test_what_is_not_taken_is_called_by_its_name(content: bytes, words: str) -> None:
    assert words in refusal(content)


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html><html><body>x</body></html>",
        b"\xef\xbb\xbf \n\t<HTML>",
        b"<script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><svg/>",
        b"<!-- hello --><html>",
        b"<?php system('ls');",
        b"A harmless line.\n<script>alert(1)</script>",
        b"hello <html>",
        b"<img src=x onerror=alert(1)>",
    ],
)
def test_a_web_page_stays_one_whatever_its_name(content: bytes) -> None:
    assert "web page, SVG or XML" in refusal(content)


def test_words_in_angle_brackets_are_no_web_page() -> None:
    assert seen(b"Write to <ana@example.org>; depth < 5 m\n").kind == FileKind.TEXT


PICTURES = {"png": made.png(), "jpeg": made.jpeg(), "gif": made.gif(), "webp": made.webp()}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_that_is_cut_short_is_told(kind: str) -> None:
    whole = PICTURES[kind]
    for length in range(16, len(whole)):
        assert "cut short" in refusal(whole[:length]), length


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_with_something_behind_it_is_refused(kind: str) -> None:
    for hidden in (made.archive({"a.class": "x"}), b"<script>alert(1)</script>", b"%PDF-1.7\n%%EOF"):
        assert "another kind hidden in it" in refusal(PICTURES[kind] + hidden)


def test_what_a_telephone_writes_behind_a_picture_is_its_own() -> None:
    assert seen(made.jpeg() + made.jpeg() + b"SEFHk\0\0\0").kind == FileKind.JPEG
    film = b"\0\0\0\x18ftypmp42" + b"MZ\x90#!/PK\x03\x04" * 50_000  # by chance
    assert seen(made.jpeg() + film).kind == FileKind.JPEG


@pytest.mark.parametrize("far", [0, 1, 262_130, 262_140, 600_000])
def test_what_hides_far_behind_a_picture_is_found(far: int) -> None:
    assert "hidden in it" in refusal(made.jpeg() + b"x" * far + b"<script>alert(1)</script>")
    assert "cut short" in refusal(made.jpeg()[:-2] + b"x" * far)
    assert seen(made.jpeg()[:-2] + b"x" * far + b"\xff\xd9").kind == FileKind.JPEG


def test_a_document_that_is_an_archive_at_the_same_time_is_refused() -> None:
    assert "another kind hidden in it" in refusal(made.EVERY_KIND["pdf"][1] + made.archive({"a.class": "x"}))
    assert "another kind hidden in it" in refusal(b"%PDF-1.7 <script>alert(1)</script>\n%%EOF\n\xe2")
    assert "archive" in refusal(made.archive({"%PDF-1.7": "x"}))


def test_a_document_that_is_cut_short_is_told() -> None:
    whole = made.EVERY_KIND["pdf"][1]
    assert "cut short" in refusal(whole[: len(whole) // 2])
    letter = made.office()
    assert "cut short" in refusal(letter[:-30])


def test_a_damaged_picture_is_told() -> None:
    whole = bytearray(made.png())
    whole[-20] ^= 0xFF
    assert "damaged" in refusal(bytes(whole))


def test_a_picture_that_would_fill_the_memory_is_refused_with_its_size() -> None:
    assert "90000 by 90000 points" in refusal(made.png(width=90_000, height=90_000))
    assert "65000 by 65000 points" in refusal(made.jpeg(width=65_000, height=65_000))


@pytest.mark.parametrize(
    "content",
    [made.jpeg(exif=made.EXIF_POSITION), made.png(exif=made.EXIF_POSITION), made.webp(made.EXIF_POSITION)],
)
def test_a_picture_that_says_where_it_was_taken_is_known(content: bytes) -> None:
    assert seen(content).says_where


@pytest.mark.parametrize("exif", [made.EXIF_PLAIN, b"", b"MM", b"MM\0*\xff\xff\xff\xff", made.EXIF_POSITION[:11]])
def test_a_picture_that_does_not_say_it_is_known_too(exif: bytes) -> None:
    assert not seen(made.jpeg(exif=exif)).says_where


@pytest.mark.parametrize(
    "content",
    [
        made.office("docm"),
        made.office("docx", **{"word/vbaProject.bin": b"\xd0\xcf"}),
        made.office("xlsx", **{"xl/activeX/activeX1.bin": b"x"}),
        made.open_document("text", **{"Basic/Standard/script-lb.xml": "<x/>"}),
    ],
)
def test_a_document_with_macros_is_refused(content: bytes) -> None:
    assert "carries macros" in refusal(content)


@pytest.mark.parametrize(
    "content",
    [
        made.archive({"a.txt": "x"}),
        made.archive({"[Content_Types].xml": "<Types/>"}),
        made.archive({"[Content_Types].xml": f'"{made.MAIN["docx"]}" "{made.MAIN["xlsx"]}"'}),
        made.open_document("graphics"),
        made.archive({"META-INF/MANIFEST.MF": "x", "A.class": "x"}),
    ],
)
def test_any_other_archive_is_refused(content: bytes) -> None:
    assert "is an archive" in refusal(content)


def test_a_document_that_would_unpack_to_far_too_much_is_refused() -> None:
    bomb = made.office("docx", **{"word/document.xml": bytes(60_000_000)})
    assert len(bomb) < 100_000
    assert "unpack to far more" in refusal(bomb)
    assert "unpack to far more" in refusal(made.office("docx", **{f"{n}": "" for n in range(20_001)}))


def test_a_document_that_lies_about_its_size_is_refused() -> None:
    honest = made.office("docx", **{"word/document.xml": bytes(60_000_000)})
    size, lie = (60_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    assert size in honest
    assert "damaged" in refusal(honest.replace(size, lie))


def test_a_document_packed_in_a_way_without_bounds_is_refused() -> None:
    types = f'"{made.MAIN["docx"]}"'
    assert "damaged" in refusal(made.archive({"[Content_Types].xml": types}, zipfile.ZIP_BZIP2))


def test_a_program_in_front_of_a_document_is_a_program() -> None:
    assert "This file is a program" in refusal(b"MZ\x90\0" + bytes(100) + made.office())


@given(st.binary(min_size=1, max_size=300), st.sampled_from([*PICTURES.values(), made.office(), made.pdf()]))
def test_whatever_comes_is_taken_or_refused_in_words(noise: bytes, whole: bytes) -> None:
    for content in (noise, whole[: len(noise)] + noise, whole[: -len(noise)] + noise, zlib.compress(whole)):
        with contextlib.suppress(FilesError):
            assert seen(content).kind in FileKind
