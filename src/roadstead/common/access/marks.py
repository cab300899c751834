"""Marks: each record says who may see it, and rows are read accordingly."""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer

LONGEST_REASON = 300  # characters


class Mark(models.TextChoices):
    """Who may see a record. A record without a word on it is for the programme."""

    PUBLIC = "public", _("Public")
    PARTNER = "partner", _("Shared with States")
    PROGRAMME = "programme", _("Programme")
    RESTRICTED = "restricted", _("Restricted")

    @property
    def meaning(self) -> Any:
        return MEANINGS[self]


MEANINGS = {
    Mark.PUBLIC: _("Everyone, signed in or not."),
    Mark.PARTNER: _("The programme, and the authorities, embassies and agencies for the States that are named."),
    Mark.PROGRAMME: _("The programme only."),
    Mark.RESTRICTED: _("The people of the programme who are named. Every reading is recorded."),
}


class Marked(Guarded):
    """A record with a mark, the reason for it and who set it. Changed by `set_mark` alone."""

    mark = models.CharField(_("who may see it"), max_length=10, choices=Mark.choices, default=Mark.PROGRAMME)
    mark_reason = models.CharField(_("why"), max_length=LONGEST_REASON)
    marked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()
    states = models.ManyToManyField("registry.Country", related_name="+", blank=True)
    people = models.ManyToManyField("accounts.User", related_name="+", blank=True)

    class Meta(Guarded.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_mark",
                condition=Q(mark__in=Mark.values),
                violation_error_message=_("A mark is public, shared with States, programme or restricted."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_mark_reason",
                condition=~Q(mark_reason=""),
                violation_error_message=_("Say why the record is marked so."),
            ),
        ]

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """The rows whose mark lets a viewer read them."""
        if viewer.may(Permission.READ_RESTRICTED):
            return Q(mark__in=Mark.values)
        seen = Q(mark=Mark.PUBLIC)
        states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
        if viewer.holds(Permission.READ_PROGRAMME):
            seen |= Q(mark__in=(Mark.PARTNER, Mark.PROGRAMME))
        elif states is None:
            seen |= Q(mark=Mark.PARTNER)
        elif states:
            seen |= Q(mark=Mark.PARTNER, pk__in=_linked(cls, "states", "country", sorted(states)))
        # Who has left the programme reads nothing more of it, and a token reads no more than it was made for.
        if viewer.user_id is not None and viewer.holds(Permission.READ_PROGRAMME):
            seen |= Q(mark=Mark.RESTRICTED, pk__in=_linked(cls, "people", "user", [viewer.user_id]))
        return seen


def marked_models() -> list[type[Marked]]:
    """Every model that bears a mark."""
    return [model for model in apps.get_models() if issubclass(model, Marked)]


def _linked(model: type[Marked], field: str, other: str, values: list[Any]) -> models.QuerySet[Any]:
    """The keys of records that are linked with any of some States or people."""
    through = getattr(model, field).through
    own = model._meta.model_name
    return through._default_manager.filter(**{f"{other}_id__in": values}).values(f"{own}_id")  # type: ignore[no-any-return]
