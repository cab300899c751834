"""The agenda of a reciprocal visit: parts of its own, and a guest where other visits have a host."""

from roadstead.visits.agenda.templates import drafts
from roadstead.visits.agenda.words import both
from roadstead.visits.agenda_enums import Block
from roadstead.visits.enums import VisitKind


def test_each_kind_of_visit_has_a_template_in_its_own_parts() -> None:
    for kind in VisitKind:
        blocks = {one.block for one in drafts(kind.value, first=None, last=None, stays=[], language="fr")}
        assert blocks
        assert blocks <= {one.value for one in Block.of(kind.value)}


def test_a_reciprocal_visit_has_headquarters_field_unit_ports_and_culture() -> None:
    assert [one for one, _label in Block.choices_of("reciprocal")] == ["hq", "field", "ports", "culture", "embassy"]
    assert [one for one, _label in Block.choices_of("liaison")] == ["government", "ports", "embassy"]


def test_the_state_of_a_reciprocal_visit_is_the_guest() -> None:
    assert both("fr", "reciprocal")["host"].english == "the guest"
    assert both("fr", "reciprocal")["host"].local == "l’invité"
    assert both("fr", "liaison")["host"].english == "the host"
