"""Records as the YAML of their files: what the loader reads back as the same record."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import msgspec
import yaml


def yaml_of(value: object) -> bytes:
    """Records, or a mapping of them, as YAML; a field that says no more than its default is left out."""
    return yaml.safe_dump(_plain(value), sort_keys=False, allow_unicode=True, width=110).encode()


def _plain(value: Any) -> Any:
    """Text, lists and mappings; a day is written as text, as every value is read."""
    if isinstance(value, msgspec.Struct):
        return _fields(value)
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else value


def _fields(record: msgspec.Struct) -> dict[str, Any]:
    config = record.__struct_config__
    found = {config.tag_field: config.tag} if config.tag_field else {}
    for field in msgspec.structs.fields(record):
        value = getattr(record, field.name)
        if value != field.default and value is not None:
            found[field.name] = _plain(value)
    return found
