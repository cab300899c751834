"""How what happened to files is told."""

from django.utils.safestring import mark_safe

from roadstead.audit.events import TYPES, Told
from roadstead.files.events import FileAttached, FileRemoved, RestrictedFileRead

TOLD = Told(actor=mark_safe("Ana Reyes"), subject=mark_safe('<a href="/x/">A note</a>'))
WHICH = {"attachment": 1, "name": "<plan>.png", "sha256": "a" * 64}


def test_each_is_a_sentence_in_which_no_name_is_markup() -> None:
    told = {
        FileAttached(
            **WHICH, kind="png", size=2_048
        ): "Ana Reyes attached “&lt;plan&gt;.png” (PNG picture, 2.0\xa0KB) to ",
        FileRemoved(**WHICH, why="a <b>slip</b>"): "Ana Reyes removed “&lt;plan&gt;.png” from ",
        RestrictedFileRead(**WHICH): "Ana Reyes read “&lt;plan&gt;.png” of ",
    }
    for event, beginning in told.items():
        sentence = event.sentence(TOLD)
        assert sentence.startswith(beginning)
        assert '<a href="/x/">A note</a>' in sentence
        assert "<b>" not in sentence


def test_each_has_a_name_and_a_title() -> None:
    ours = {name: kind.title for name, kind in TYPES.items() if name.startswith("files.")}
    assert {name: str(title) for name, title in ours.items()} == {
        "files.file_attached": "File attached",
        "files.file_moved": "File moved to another record",
        "files.file_removed": "File removed",
        "files.restricted_file_read": "File of a restricted record read",
    }


def test_a_kind_that_there_is_no_more_is_told_by_its_code() -> None:
    assert "(wmf, " in FileAttached(**WHICH, kind="wmf", size=1).sentence(TOLD)
