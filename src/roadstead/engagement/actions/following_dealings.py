"""Interactions in which a person took part, and what the person promised, follow from one entry to the other."""

from collections.abc import Mapping
from typing import Any

from roadstead.engagement.models import Commitment, Contact
from roadstead.engagement.queries.interactions import links

WHY = "what a person said and promised follows the person, whoever may read it"


def move_dealings(kept: Contact, merged: Contact) -> dict[str, list[Any]]:
    """Move them; those in which both took part stay. Returns the numbers of what moved."""
    both = list(links("contacts").filter(contact=kept).values_list("interaction_id", flat=True))
    rows = links("contacts").filter(contact=merged).exclude(interaction__in=both)
    moved = list(rows.values_list("interaction_id", flat=True))
    links("contacts").filter(contact=merged, interaction__in=moved).update(contact=kept)
    promises = Commitment.objects.for_the_system(WHY).filter(contact=merged)
    promised = list(promises.values_list("pk", flat=True))
    promises.update(contact=kept)
    return {"interactions": moved, "commitments": promised}


def move_dealings_back(kept: Contact, merged: Contact, moved: Mapping[str, list[Any]]) -> None:
    """Move back what followed and is still there."""
    links("contacts").filter(contact=kept, interaction__in=moved.get("interactions", [])).update(contact=merged)
    rows = Commitment.objects.for_the_system(WHY).filter(contact=kept, pk__in=moved.get("commitments", []))
    rows.update(contact=merged)
