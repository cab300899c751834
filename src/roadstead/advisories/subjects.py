"""How editions in draft, and what tells of editions, are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.accounts import forgotten
from roadstead.advisories.drafting.queries import readable
from roadstead.advisories.subscriptions.actions.forgetting import forget
from roadstead.advisories.subscriptions.queries import subscribers
from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


def drafts(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The drafts that a viewer may read."""
    rows = readable(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one.title}”", reverse("drafting:draft", args=[one.pk])) for one in rows}


def editions(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Editions that people were told of; they are public."""
    found = subscribers.editions_told(subjects.numbers(keys))
    return {str(pk): Named(edition, reverse("advisories:edition", args=[edition])) for pk, edition in found.items()}


def webhooks(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """One’s own webhooks, by their addresses."""
    rows = subscribers.webhooks_of(viewer.user_id).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(one.address, reverse("subscriptions:webhooks")) for one in rows}


def messages(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Messages, for officers, without the address."""
    if not viewer.may(Permission.READ_PROGRAMME):
        return {}
    page = reverse("subscriptions:desk")
    return {str(pk): Named(_("message %(number)s") % {"number": pk}, page) for pk in subjects.numbers(keys)}


def _forget(person: int, email: str, by: Viewer) -> None:
    forget(person=person, email=email, by=by)


forgotten.register("advisories.subscription", _forget)
subjects.register("advisories.editiontold", gettext_lazy("Edition told of"), editions)
subjects.register("advisories.webhook", gettext_lazy("Webhook"), webhooks)
subjects.register("advisories.message", gettext_lazy("Message to a subscriber"), messages)
subjects.register("advisories.subscription", gettext_lazy("Subscription to the advisory"), lambda keys, viewer: {})
subjects.register("advisories.draft", gettext_lazy("Edition in draft"), drafts)
