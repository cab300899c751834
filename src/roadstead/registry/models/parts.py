"""What several records of the registry have in common."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

models.CharField.register_lookup(Length)


class Sourced(models.Model):
    """Where a fact is from, and of which day."""

    source = models.CharField(_("source"), max_length=200)
    as_of = models.DateField(_("day of the source"), null=True, blank=True)

    class Meta:
        abstract = True


def latitude(name: str) -> models.CheckConstraint:
    """A latitude that there is, for the model of this name."""
    return models.CheckConstraint(
        name=f"registry_{name}_latitude",
        condition=Q(latitude__isnull=True) | Q(latitude__gte=-90, latitude__lte=90),
        violation_error_message=_("A latitude lies between 90 south and 90 north."),
    )


def longitude(name: str) -> models.CheckConstraint:
    """A longitude that there is, for the model of this name."""
    return models.CheckConstraint(
        name=f"registry_{name}_longitude",
        condition=Q(longitude__isnull=True) | Q(longitude__gte=-180, longitude__lte=180),
        violation_error_message=_("A longitude lies between 180 west and 180 east."),
    )


def in_order(name: str, first: str, last: str) -> models.CheckConstraint:
    """A beginning that comes before its end, where there is one."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{last}__isnull": True})
        | Q(**{f"{first}__isnull": True})
        | Q(**{f"{last}__gt": models.F(first)}),
        violation_error_message=_("It ends after it begins."),
    )
