"""What an action says where it does not do what was asked."""

from typing import Any


class RefusedError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class OvertakenError(RefusedError):
    """Somebody changed the record first; `current` is how it stands now, with the number of its revision."""

    def __init__(self, message: str, current: Any) -> None:
        super().__init__(message)
        self.current = current
