"""The proof of a packet: its digest, that of each source, and that of what was signed. Standard library only."""

from typing import Any

from roadstead.determinations.source import digest_of

SCHEMA = "roadstead/packet/1"
LONGEST = 20_000_000  # bytes of a packet's file


def filed(content: dict[str, Any], digest: str) -> dict[str, Any]:
    """A packet as its file has it."""
    return {"packet": content, "digest": digest}


def problems(file: object) -> list[str]:
    """What is wrong with a packet's file, in plain words; nothing where it holds."""
    content = file.get("packet") if isinstance(file, dict) else None
    if not isinstance(file, dict) or not isinstance(content, dict) or content.get("schema") != SCHEMA:
        return [f"This is no packet: it does not say “{SCHEMA}”."]
    found = []
    if digest_of(content) != file.get("digest"):
        found.append("The packet is not what its digest says: something in it was changed.")
    return [*found, *_of_sources(content), *_of_case(content)]


def _of_sources(content: dict[str, Any]) -> list[str]:
    """Each source against the index, both ways."""
    index, sources = _by_number(content.get("index")), _by_number(content.get("sources"))
    found = [f"Source {one} stands in the index and not in the packet." for one in sorted(set(index) - set(sources))]
    found += [f"Source {one} does not stand in the index." for one in sorted(set(sources) - set(index))]
    for number in sorted(set(index) & set(sources)):
        row = index[number] | {"text": sources[number].get("text")}
        said = [row.get(name) for name in ("title", "text", "source", "dated")]
        if digest_of(said) != row.get("digest"):
            found.append(f"Source {number} is not what its digest says.")
    return found


def _of_case(content: dict[str, Any]) -> list[str]:
    """What was signed, where the packet has it."""
    if "case" not in content or digest_of(content["case"]) == content.get("signed"):
        return []
    return ["What was signed is not what its digest says."]


def _by_number(rows: object) -> dict[int, dict[str, Any]]:
    held = rows if isinstance(rows, list) else []
    return {row["number"]: row for row in held if isinstance(row, dict) and isinstance(row.get("number"), int)}
