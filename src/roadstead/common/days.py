"""A day in the address of the API: as it is written, and nothing else that might be taken for one."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_written(value: Any) -> Any:
    """A text such as 2023-06-01; pydantic alone takes numbers for seconds since 1970. Raises ValueError."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("is not a day; write it as in 2019-06-01")
    return value


Day = Annotated[date, BeforeValidator(as_written)]
