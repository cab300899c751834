"""What a decision on the port calls tells a targeting matrix. All other facts come from records of the ship."""

from roadstead.core.decision import Decision
from roadstead.core.matrix import Known, Matrix
from roadstead.core.truth import disjunction
from roadstead.core.weighing import Given

LISTED_CALL = "listed_call"


def with_decision(matrix: Matrix, given: Given, decision: Decision) -> dict[str, Known | None]:
    """The facts with what the decision says, where the matrix asks for it: was a listed port among the last calls?

    An excepted terminal is no listed port; a call in doubt leaves it unknown, never no.
    """
    facts = dict(given)
    if any(fact.code == LISTED_CALL for fact in matrix.facts):
        facts[LISTED_CALL] = disjunction([verdict.caught for verdict in decision.calls])
    return facts
