"""Where a webhook may lead: a public address by https. What a name resolves to is asked when it is called, and kept.

A name that led somewhere harmless when it was typed can lead into our own network a day later; so the addresses that it
resolves to are looked at each time, and the call goes to the one that was looked at, not to the name again.
"""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from roadstead.advisories.models import LONGEST_ADDRESS

PORTS = {"https": 443, "http": 80}
NAT64 = IPv6Network("64:ff9b::/96")


class DestinationError(ValueError):
    """An address that is not called; the message says why."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to call: the name for the certificate and the `Host` header, and the address that it was found to be."""

    scheme: str
    host: str
    port: int
    path: str
    address: str

    @property
    def named(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def checked(text: str) -> SplitResult:
    """An address as it was typed, as far as it can be judged without asking anybody. Raises DestinationError."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise DestinationError(_("Write a web address, as in https://example.org/advisory.")) from error
    if not parts.hostname or len(text) > LONGEST_ADDRESS or not text.strip().isprintable() or " " in text.strip():
        raise DestinationError(_("Write a web address, as in https://example.org/advisory."))
    if parts.scheme != "https" and not (_trying_out() and parts.scheme == "http"):
        raise DestinationError(_("Write an address that begins with https://."))
    if parts.username is not None or parts.password is not None:
        raise DestinationError(_("Leave name and password out of the address: what is sent is signed."))
    if port == 0:
        raise DestinationError(_("Write a web address, as in https://example.org/advisory."))
    if _is_address(parts.hostname) and not _allowed(parts.hostname):
        raise DestinationError(_("Write a public address: this one lies in a private network."))
    return parts


def resolve(text: str) -> Destination:
    """The place to call, by what its name resolves to now. Raises DestinationError."""
    parts = checked(text)
    host = parts.hostname or ""
    port = parts.port or PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DestinationError(_("The name %(host)s leads nowhere.") % {"host": host}) from error
    addresses = [str(entry[4][0]) for entry in found]
    if wrong := next((one for one in addresses if not _allowed(one)), None):
        raise DestinationError(_("%(host)s leads to %(where)s, a private network.") % {"host": host, "where": wrong})
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(parts.scheme, host, port, path, addresses[0])


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _allowed(text: str) -> bool:
    """Whether an address is called: public ones, and while the product is tried out, those of this machine, too."""
    address = ip_address(text.partition("%")[0])
    inner = _within(address)
    public = address.is_global and inner.is_global and not address.is_multicast
    return public or (_trying_out() and inner.is_loopback)


def _within(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that one of IPv6 stands for, if it does: mapped, 6to4, or behind NAT64 (RFC 6052)."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _trying_out() -> bool:
    return not settings.ENVIRONMENT.production
