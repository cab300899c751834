"""What becomes of the tours of a facility when two entries of it are merged."""

from django.utils.translation import gettext_lazy as _

from roadstead.registry.followers import by_column, register
from roadstead.visits import observed_followers as observed_followers
from roadstead.visits.models import LegFacility, ReportSection

register(by_column(LegFacility, "facility", _("tours on visits"), ["leg"]))
register(by_column(ReportSection, "facility", _("sections of reports"), ["report", "of"]))
