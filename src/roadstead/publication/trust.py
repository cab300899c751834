"""Whether a signature counts: its key must be known, must have been the one that signed then, and be revoked nowhere.

What a reader trusts is a public key from elsewhere: the root, or a signing key. From a root all its keys follow; from a
signing key itself and those it handed over to. Without any, a publication can only be held against itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from roadstead.publication.history import Keys
from roadstead.publication.signature import Signature, holds, key_id


@dataclass(frozen=True)
class Trusted:
    """What the reader brought along. keys: public keys; histories: published histories, whose roots are trusted."""

    keys: frozenset[str] = frozenset()
    histories: tuple[Keys, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is anything to hold a publication against."""
        return bool(self.keys or self.histories)


def refused(signature: Signature, published: Keys | None, trusted: Trusted) -> str:
    """Why a signature does not count; empty where it does. published: the history that came with it."""
    histories = [*trusted.histories, *([published] if published else [])]
    if why := _two_stories(histories):
        return why
    public = _public(signature.key, histories, trusted.keys)
    if public is None:
        return f"the key {signature.key} is unknown"
    if not holds(signature, public):
        return f"the key {signature.key} did not sign this"
    for keys in histories:
        if why := _not_then(signature, keys):
            return why
    if trusted.anything and not _follows(signature.key, histories, trusted):
        return f"the key {signature.key} is unknown: no key that you trust vouches for it"
    return ""


def _two_stories(histories: Iterable[Keys]) -> str:
    """Two histories of one root must agree as far as both go."""
    seen: dict[str, Keys] = {}
    for keys in histories:
        other = seen.setdefault(keys.root, keys)
        pairs = zip(keys.history.statements, other.history.statements, strict=False)
        if any(one != two for one, two in pairs):
            return f"there are two histories of keys of the root {keys.root}, and they contradict each other"
    return ""


def _public(key: str, histories: Iterable[Keys], given: Iterable[str]) -> str | None:
    known = {key_id(public): public for public in given}
    known |= {one.id: one.public for keys in histories for one in keys.by_id.values()}
    return known.get(key)


def _not_then(signature: Signature, keys: Keys) -> str:
    held = keys.by_id.get(signature.key)
    if held is None:
        return ""
    if held.revoked_at:
        why = f" ({held.reason})" if held.reason else ""
        return f"the key {held.id} was revoked on {held.revoked_at[:10]}{why}; nothing it signed counts"
    if signature.signed_at < held.since:
        return f"the key {held.id} signs only since {held.since}, and this says {signature.signed_at}"
    if held.until and signature.signed_at > held.until:
        return f"the key {held.id} signs only until {held.until}, and this says {signature.signed_at}"
    return ""


def _follows(key: str, histories: Iterable[Keys], trusted: Trusted) -> bool:
    """A hand-over by a key that was revoked later still counts: the root signed for all that stands before that."""
    known = {id_ for public in trusted.keys if not _revoked(id_ := key_id(public), histories)}
    known |= {keys.root for keys in trusted.histories}
    for keys in histories:
        reached = set(known)
        for one in keys.by_id.values():  # who gives stands before who is given
            if one.given_by in reached:
                reached.add(one.id)
        if key in reached:
            return True
    return key in known


def _revoked(key: str, histories: Iterable[Keys]) -> bool:
    return any(keys.by_id[key].revoked_at for keys in histories if key in keys.by_id)
