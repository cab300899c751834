"""The index: which words a record is found by, and which words are a slip of the keys away."""

from django.db import models

from roadstead.common.fields import SearchKeyField

LONGEST_WORD = 80


class Word(models.Model):
    """A record, named by its kind and key, is found by a word. weight: how much the text counts in which it stands.

    Never shown by itself: what is found is asked of the record's own table, for the viewer, in the same statement.
    """

    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=40)
    word = SearchKeyField(max_length=LONGEST_WORD)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["kind", "word", "key", "weight"], name="search_word_found")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "word"], name="search_word_once", violation_error_message="It has this word."
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.word}"


class Slip(models.Model):
    """What is left of a word without one or two of its letters; words that share such a rest are near each other."""

    rest = SearchKeyField(max_length=LONGEST_WORD)
    word = SearchKeyField(max_length=LONGEST_WORD)

    class Meta:
        indexes = [models.Index(fields=["word"], name="search_slip_word")]
        constraints = [
            models.UniqueConstraint(
                fields=["rest", "word"], name="search_slip_once", violation_error_message="It is kept already."
            )
        ]

    def __str__(self) -> str:
        return f"{self.rest} of {self.word}"


class Built(models.Model):
    """That the whole index was made: by which way of making it, and when last."""

    version = models.CharField(primary_key=True, max_length=20)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.version)
