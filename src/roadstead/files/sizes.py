"""Sizes of files in words."""

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _


def in_words(size: int) -> str:
    """A size as people say it: “1.2 MB”."""
    return str(filesizeformat(size))


def too_large(size: int) -> str:
    """What is said of a file that is longer than the limit, with both sizes; to the byte where they look alike."""
    limit: int = settings.LARGEST_UPLOAD
    shown, allowed = in_words(size), in_words(limit)
    if shown == allowed:
        shown, allowed = _("%s bytes") % f"{size:,}", _("%s bytes") % f"{limit:,}"
    return _(
        "The file has %(size)s, and at most %(limit)s are taken. Make it smaller (pictures with fewer points, "
        "a document in parts), and attach that."
    ) % {"size": shown, "limit": allowed}
