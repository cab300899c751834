"""Signed links by which an embassy asks without an account: made out to one person, good for one request."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.models.requests import LONGEST_NAME, HostingRequest


class AskLink(Guarded):
    """A link. Of its secret a digest alone is kept. request: what was asked by it, once it was."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    office = models.CharField(_("embassy or office"), max_length=LONGEST_NAME)
    email = models.EmailField(_("e-mail address"))
    given_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    request = models.ForeignKey(HostingRequest, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(Guarded.Meta):
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="hosting_link_used",
                condition=Q(used_at__isnull=True, request__isnull=True)
                | Q(used_at__isnull=False, request__isnull=False),
                violation_error_message=_("A link that was used says what was asked by it."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.pk}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Those for the countries for which one hosts."""
        reach = viewer.reach(Permission.HOST_VISITS, ScopeKind.COUNTRY)
        if reach is None:
            return Q(pk__gt=0)
        return Q(country__in=sorted(reach)) if reach else Q(pk__in=())
