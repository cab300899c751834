"""Secrets that are handed out once and kept as digests alone."""

import hashlib
import secrets

TOKEN_PREFIX = "rst_"  # noqa: S105 - how tokens begin, so that scanners of repositories know one
SHOWN = 12  # characters of a token by which its owner knows it again


def new() -> str:
    """A secret that nobody guesses: 43 characters that may stand in an address."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a secret. It has 256 bits of chance, so that a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
