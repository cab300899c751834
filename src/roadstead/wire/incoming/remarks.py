"""What a person should know about a file as a whole: versions we do not know, calls that may have been missed."""

from roadstead.wire.incoming.base import Remark
from roadstead.wire.incoming.draft import Draft, printable
from roadstead.wire.incoming.form import Form


def check_version(draft: Draft, form: Form) -> None:
    """A version that the shape’s data does not name may have fields that are missed."""
    given = draft.fields.get("notice.version")
    known = form.record.versions
    if given and known and given.text not in known:
        what = f"is version “{printable(given.text)}”; versions {', '.join(known)} are known, so parts may be missed."
        draft.remarks.append(Remark(at=given.at, what=what, todo="Look at what was not understood."))


def note_unknown_calls(draft: Draft, form: Form) -> None:
    """Elements inside of the list of calls that are not known: calls may be lost, which must not pass in silence."""
    holders = {path for path, to in form.parents.items() if to == "calls" and path}
    missed = [name for name in draft.unknown if any(name.startswith(f"{path}/") for path in holders)]
    if missed:
        what = f"holds elements that are not known ({', '.join(missed[:3])}), so calls or parts of them may be missing."
        todo = "Ask the sender for the calls, or add the elements to the shape’s data."
        draft.remarks.append(Remark(at=missed[0].partition("/")[0], what=what, todo=todo))
