"""What the actions of arrivals share."""


class ArrivalError(ValueError):
    """What was asked cannot be done; the message is for the person who asked. field: of the form, "" for the whole."""

    def __init__(self, message: object, field: str = "") -> None:
        super().__init__(message)
        self.field = field
