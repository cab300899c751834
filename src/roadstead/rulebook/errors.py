"""What the rule book says when a record cannot be used."""


class RuleBookError(ValueError):
    """A record that cannot be used: in which file, which record, which field, and what to do."""

    def __init__(self, *, file: str, record: str, field: str, problem: str, remedy: str) -> None:
        self.file = file
        self.record = record
        self.field = field
        self.problem = problem
        self.remedy = remedy
        super().__init__(
            f"{file}, record {record or '(whole file)'}, field {field or '(whole record)'}: {problem}. {remedy}"
        )
