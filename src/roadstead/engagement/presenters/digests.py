"""The reminders of a day as a message, in plain text."""

from typing import Any

from django.template.loader import render_to_string

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.presenters.reminders import reminders_shown


def digest(viewer: Viewer, name: str) -> dict[str, Any] | None:
    """What `send_digest` takes: the number of lines, subject and body; None where there is nothing to say.

    The message names no record: it stays in a mailbox when a mark is set anew, and when somebody leaves.
    """
    lines = reminders_shown(viewer)
    if not lines:
        return None
    sorts = ("promise", "question", "quiet", "changed")
    counts = {sort: sum(1 for one in lines if one.sort == sort) for sort in sorts}
    text = render_to_string("engagement/mail/digest.txt", {"name": name, "counts": counts, "total": len(lines)})
    subject, _newline, body = text.strip().partition("\n")
    return {"items": len(lines), "subject": " ".join(subject.split()), "body": body.strip() + "\n"}
