"""YAML read as plain text values: mappings, lists and strings, nothing else.

The base loader resolves no types, so `NO` stays the code of Norway and `2-05` the number of an
advisory; the schema gives each value its type. It is also the faster loader by far.
"""

from pathlib import Path

import yaml

from roadstead.rulebook.errors import RuleBookError

Plain = str | list["Plain"] | dict[str, "Plain"]


def read(path: Path, name: str) -> dict[str, Plain]:
    """The mapping a file holds. `name` is how errors call the file.

    Raises RuleBookError where the file is not UTF-8, not YAML, not a mapping, or says a key twice.
    """
    try:
        loader = yaml.CBaseLoader(path.read_text(encoding="utf-8"))
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
        value = _plain(node, name) if node is not None else {}
    except yaml.YAMLError as error:
        problem = " ".join(str(error).split())
        raise _refuse(name, "", f"this is not readable YAML: {problem}", "Correct the line it names.") from error
    except OSError as error:
        raise _refuse(name, "", f"the file cannot be read: {error.strerror}", "Check its permissions.") from error
    except UnicodeDecodeError as error:
        raise _refuse(name, "", "the file is not UTF-8 text", "Save it as UTF-8.") from error
    except RecursionError as error:
        raise _refuse(name, "", "an alias refers to itself", "Write the value out.") from error
    if not isinstance(value, dict):
        raise _refuse(name, "", "the file must hold a mapping", "Start it with a field name and a colon.")
    return value


def _plain(node: yaml.Node, name: str) -> Plain:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name) for item in node.value]
    found: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        line = key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise _refuse(name, f"line {line}", "a key must be plain text", "Write one word before the colon.")
        if key in found:
            raise _refuse(name, key, f"the key stands twice (again in line {line})", "Keep one of the two.")
        found[key] = _plain(value_node, name)
    return found


def _refuse(name: str, field: str, problem: str, remedy: str) -> RuleBookError:
    return RuleBookError(file=name, record="", field=field, problem=problem, remedy=remedy)
