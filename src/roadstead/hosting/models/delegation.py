"""Who comes: a name and an office, and nothing more. Read by who plans the visit, and by the State itself."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.models.requests import LONGEST_NAME, HostingRequest

MAY = (Permission.HOST_VISITS, Permission.ASK_HOSTING)


class Delegate(Guarded):
    """One of the delegation. Numbers of passports, dates of birth and the like go to the embassy, never here."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="delegates")
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    office = models.CharField(_("office"), max_length=LONGEST_NAME)
    leads = models.BooleanField(_("leads the delegation"), default=False)
    named_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    class Meta(Guarded.Meta):
        ordering = ["request_id", "-leads", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="hosting_delegate_named",
                condition=~Q(name="") & ~Q(office=""),
                violation_error_message=_("A delegate has a name and an office."),
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(leads=True),
                name="hosting_delegate_one_leads",
                violation_error_message=_("One person leads the delegation."),
            ),
            models.UniqueConstraint(
                fields=["request", "name"],
                name="hosting_delegate_once",
                violation_error_message=_("This person is in the delegation already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Those of the countries for which one hosts, or asks, in requests that one may read."""
        seen = Q(pk__in=())
        for permission in MAY:
            reach = viewer.reach(permission, ScopeKind.COUNTRY)
            seen |= Q(pk__gt=0) if reach is None else Q(country__in=sorted(reach)) if reach else Q(pk__in=())
        return seen & Q(request__in=HostingRequest.objects.visible_to(viewer).order_by().values("pk"))
