"""How arrivals are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.models import HandOver, Letter, MeasuresLog, Sending, Ship
from roadstead.arrivals.queries.arrivals import readable, rejudgements
from roadstead.arrivals.queries.letters import letters as readable_letters
from roadstead.arrivals.queries.letters import with_ships
from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.viewer import Viewer


def arrivals(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The arrivals that a viewer may read."""
    rows = readable(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one}”", reverse("watch:arrival", args=[one.pk])) for one in rows}


def rule_books(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Rule books under which notices were judged, by the beginning of their digests; they are public."""
    found = rejudgements().filter(pk__in=subjects.numbers(keys))
    page = reverse("watch:changes")
    return {str(one.pk): Named(_("rule book %(digest)s") % {"digest": short(one.book)}, page) for one in found}


def sendings(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """What came in, by the name of the file or form."""
    rows = Sending.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one}”", reverse("watch:arrivals")) for one in rows}


def letters(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Letters by their numbers; a draft by what it is about."""
    rows = with_ships(readable_letters(viewer).filter(pk__in=subjects.numbers(keys)), viewer)
    return {str(one.pk): Named(_letter(one), reverse("watch:letter", args=[one.arrival_id, one.pk])) for one in rows}


def _letter(letter: Letter) -> str:
    return letter.reference or _("a draft about “%(ship)s”") % {"ship": letter.arrival}


def handovers(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Watches that were handed over, by their zones."""
    found = HandOver.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    said = _("the watch of %(zone)s")
    return {str(one.pk): Named(said % {"zone": one.zone_id}, reverse("watch:handed", args=[one.pk])) for one in found}


def ships(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Ships of the fleets that a viewer may read of."""
    rows = Ship.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one}”", reverse("ships:fleet")) for one in rows}


def logs(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Logs of measures that a viewer may read."""
    rows = MeasuresLog.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one}”", reverse("ships:log", args=[one.pk])) for one in rows}


def short(digest: str) -> str:
    """The beginning of a digest."""
    return digest.removeprefix("sha256:")[:12]


subjects.register("arrivals.arrival", gettext_lazy("Arrival"), arrivals)
subjects.register("arrivals.sending", gettext_lazy("Notices that came in"), sendings)
subjects.register("arrivals.rejudgement", gettext_lazy("Rule book"), rule_books)
subjects.register("arrivals.handover", gettext_lazy("Hand-over of a watch"), handovers)
subjects.register("arrivals.letter", gettext_lazy("Letter"), letters)
subjects.register("arrivals.ship", gettext_lazy("Ship of a fleet"), ships)
subjects.register("arrivals.measureslog", gettext_lazy("Log of measures"), logs)
