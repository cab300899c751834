"""What sources suggest: unknown is no no, what expired supports nothing, and only a person states."""

from datetime import date

from roadstead.assessments.country_enums import Confidence, Judgement, SourceKind
from roadstead.assessments.weighing import Suggestion, Weighed, weigh

TODAY = date(2026, 11, 23)
K, C = SourceKind, Confidence


def source(
    says: str, kind: SourceKind = K.VISIT, confidence: Confidence = C.HIGH, until: date = date(2027, 1, 1), n: int = 1
) -> Weighed:
    return Weighed(n, kind, "Source (invented)", says, date(2026, 1, 1), until, confidence)


def suggested(*sources: Weighed) -> Suggestion:
    return weigh(sources, TODAY)


def test_a_source_in_force_suggests_what_it_says() -> None:
    assert suggested(source("yes")).judgement is Judgement.EFFECTIVE
    found = suggested(source("no", K.OBSERVATION))
    assert found.judgement is Judgement.NOT_EFFECTIVE
    assert "Source 1" in found.reasons[0]
    assert found.missing == ()


def test_what_is_unknown_never_reads_as_no() -> None:
    found = suggested(source("unknown"))
    assert found.judgement is Judgement.NOT_KNOWN
    assert found.missing
    assert suggested(source("unknown"), source("yes", n=2)).judgement is Judgement.EFFECTIVE


def test_nothing_at_all_is_not_known_and_says_what_is_missing() -> None:
    found = suggested()
    assert found.judgement is Judgement.NOT_KNOWN
    assert "No source speaks of it." in found.reasons
    assert "A visit that looks at it" in found.missing[0]


def test_an_expired_source_supports_nothing_and_is_still_told() -> None:
    found = suggested(source("no", until=date(2026, 11, 22)))
    assert found.judgement is Judgement.NOT_KNOWN
    assert "has expired" in found.reasons[0]
    assert "A newer source" in found.missing[0]
    assert suggested(source("no", until=TODAY)).judgement is Judgement.NOT_EFFECTIVE, "its last day counts"


def test_a_states_own_word_in_its_favour_is_not_enough() -> None:
    assert suggested(source("yes", K.SELF_ASSESSMENT)).judgement is Judgement.NOT_KNOWN
    assert suggested(source("no", K.SELF_ASSESSMENT)).judgement is Judgement.NOT_EFFECTIVE
    assert suggested(source("yes", K.SELF_ASSESSMENT), source("yes", n=2)).judgement is Judgement.EFFECTIVE


def test_low_confidence_suggests_nothing_by_itself() -> None:
    found = suggested(source("no", K.OPEN, C.LOW))
    assert found.judgement is Judgement.NOT_KNOWN
    assert "more than low confidence" in found.missing[0]
    assert suggested(source("no", K.OPEN, C.LOW), source("yes", n=2)).judgement is Judgement.EFFECTIVE


def test_sources_that_contradict_each_other_leave_it_unknown() -> None:
    found = suggested(source("yes"), source("no", K.OBSERVATION, n=2))
    assert found.judgement is Judgement.NOT_KNOWN
    assert "contradict" in found.missing[0]
