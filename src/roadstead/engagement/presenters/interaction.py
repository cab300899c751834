"""One interaction as the desk shows it."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.interaction_events import LABELS
from roadstead.engagement.models import Interaction
from roadstead.engagement.presenters.interactions import interaction_line, promise_lines
from roadstead.engagement.queries.interactions import plain
from roadstead.engagement.queries.promises import commitments_of, referrals_of
from roadstead.engagement.queries.taking_part import bodies_named, taking_part
from roadstead.files import presenters as files
from roadstead.registry.presenters.marked import mark_shown
from roadstead.registry.reach import may_reach, reach_of


def detail(interaction: Interaction, viewer: Viewer) -> dict[str, Any]:
    """What the page of an interaction wants."""
    keeps = viewer.may(Permission.KEEP_ENGAGEMENT) and may_reach(viewer, reach_of(interaction))
    keeps = keeps and interaction.state != InteractionState.DISCARDED
    referrals = referrals_of(interaction)
    bodies = bodies_named({one.organisation_id for one in referrals if one.organisation_id}, viewer)
    return {
        "record": interaction,
        "one": interaction_line(interaction, taking_part([interaction.pk], viewer)[interaction.pk]),
        "mark": mark_shown(interaction, viewer, keeps=keeps),
        "promises": promise_lines(commitments_of(interaction), viewer),
        "questions": [(one, one.officer.name if one.officer else _name(bodies, one)) for one in referrals],
        "strangers": interaction.strangers,
        "invitation": invitation(interaction),
        "attachments": files.rows(interaction, viewer),
        "draft": interaction.state == InteractionState.DRAFT,
        "keeps": keeps,
    }


def invitation(interaction: Interaction) -> dict[str, Any] | None:
    """What a newer invitation says otherwise, field by field with what stands here; None where nothing is open."""
    said = interaction.origin_said
    if said.get("cancelled"):
        return {"cancelled": True, "differs": []}
    names = [name for name in said.get("open", []) if said["said"][name] != plain(interaction, name)]
    differs = [(LABELS[name], said["said"][name], plain(interaction, name)) for name in names]
    return {"cancelled": False, "differs": differs} if differs else None


def _name(bodies: dict[int, tuple[int, str]], one: Any) -> str:
    return bodies[one.organisation_id][1] if one.organisation_id in bodies else ""
