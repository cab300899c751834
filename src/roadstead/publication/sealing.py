"""From the files of a publication to the same with keys, checksums and signatures."""

from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from roadstead.publication import history, signature, sums
from roadstead.publication.history import Keys


def sealed(files: Mapping[str, bytes], keys: Keys, private: Ed25519PrivateKey, at: str) -> dict[str, bytes]:
    """All that is published, by name. The same files and keys give the same bytes but for the signatures."""
    whole = {**files, history.FILE: history.written(keys.history)}
    checksums = sums.written(whole)
    apart = {name: body for name, body in whole.items() if sums.signed_apart(name)} | {sums.FILE: checksums}
    signed = {f"{name}{signature.SUFFIX}": signature.sign(private, name, body, at) for name, body in apart.items()}
    return {**whole, sums.FILE: checksums, **signed}
