"""Interactions of the demonstration: by the thousand, with whom they were and what was promised in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_events import InteractionWritten
from roadstead.engagement.models import Commitment, Interaction, Referral
from roadstead.engagement.promise_events import CommitmentMade, ReferralMade
from roadstead.engagement.queries.interactions import LINKS, links
from roadstead.registry.actions.inventing import told

AT_ONCE = 500  # rows of a statement


@dataclass(slots=True)
class Dealing:
    """An interaction that is not kept yet, with what follows from it. officers, organisations: numbers."""

    row: Any
    contacts: Sequence[Any] = ()
    officers: Sequence[int] = ()
    organisations: Sequence[int] = ()
    commitments: list[Any] = field(default_factory=list)
    referrals: list[Any] = field(default_factory=list)

    def keys(self, name: str, country: str) -> Sequence[object]:
        """The keys of one of LINKS."""
        if name == "contacts":
            return [one.pk for one in self.contacts]
        return {"countries": [country], "officers": self.officers, "organisations": self.organisations}[name]


@action
def invent_dealings(*, country: str, dealings: Sequence[Dealing], by: Viewer) -> None:
    """Enter what was said with people of one country, and what was promised.

    Whom one met knows it already: their last contact is that day or a later one.

    Raises PermissionDenied; IntegrityError for what no rule allows.
    """
    by.must(Permission.KEEP_ENGAGEMENT)
    by.must(Permission.RELEASE_INFORMATION, country=country)
    if not dealings:
        unchanged()
        return
    Interaction.objects.bulk_create([one.row for one in dealings], batch_size=AT_ONCE)
    for name, column in LINKS.items():
        link = getattr(Interaction, name).through
        rows = [link(interaction_id=one.row.pk, **{column: key}) for one in dealings for key in one.keys(name, country)]
        links(name).bulk_create(rows, batch_size=AT_ONCE)
    Commitment.objects.bulk_create([row for one in dealings for row in one.commitments], batch_size=AT_ONCE)
    Referral.objects.bulk_create([row for one in dealings for row in one.referrals], batch_size=AT_ONCE)
    for one in dealings:
        _remember(one, by)
    _share([one.row for one in dealings if one.row.mark == Mark.PARTNER], country, by)


def _remember(one: Dealing, by: Viewer) -> None:
    row = one.row
    record(InteractionWritten(kind=str(row.kind), origin=str(row.origin)), subject=row, by=by)
    for each in one.commitments:
        due = each.due_on.isoformat() if each.due_on else ""
        record(CommitmentMade(commitment=each.pk, side=str(each.side), due_on=due), subject=row, by=by)
    for each in one.referrals:
        whom = {"officer": each.officer_id or 0, "organisation": each.organisation_id or 0}
        due = each.due_on.isoformat() if each.due_on else ""
        record(ReferralMade(referral=each.pk, due_on=due, **whom), subject=row, by=by)


def _share(rows: Sequence[Any], country: str, by: Viewer) -> None:
    """Name the State of those that are shared with it."""
    link = Interaction.states.through
    link._default_manager.bulk_create([link(interaction_id=one.pk, country_id=country) for one in rows])
    for one in rows:
        record(told(country), subject=one, by=by)
