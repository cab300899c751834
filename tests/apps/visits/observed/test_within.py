"""Notes stay within the programme."""

import pytest
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.visits.models import Visit, VisitNote
from tests.apps.visits.observed import acting


def test_the_database_refuses_a_note_that_is_shared(liaison: User, trip: Visit) -> None:
    kept = acting.note(liaison, trip, text="The gate.")
    rows = VisitNote.objects.for_the_system("a test breaks the rule").filter(pk=kept.note.pk)
    with pytest.raises(IntegrityError, match="visits_note_within"), transaction.atomic():
        rows.update(mark="partner")
