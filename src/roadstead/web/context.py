"""What every template may use."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from roadstead.accounts import queries
from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.web import navigation


def site(request: HttpRequest) -> dict[str, object]:
    """The name of the product, who looks at it, and where in its navigation the page lies."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    face = navigation.face_of(request.path, viewer)
    shown = navigation.entries(face.entries if face else navigation.PUBLIC, viewer)
    row, more = navigation.in_a_row(shown)
    return {
        "site_name": "Roadstead",
        "viewer": viewer,
        "signed_in": viewer.user_id is not None,
        "demonstration": not settings.ENVIRONMENT.production,
        "face": face,
        "faces": navigation.faces(viewer),
        "mine": navigation.entries(navigation.MINE, viewer),
        "navigation": row,
        "navigation_more": more,
        "public_navigation": navigation.PUBLIC,
        "navigation_current": navigation.current(shown, request.path),
        "unread": SimpleLazyObject(lambda: queries.unread(viewer)),
    }
