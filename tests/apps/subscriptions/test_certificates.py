"""A webhook by https: called at the address that was looked at, under the name that its certificate must have."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from roadstead.advisories.models import Webhook
from roadstead.advisories.subscriptions import calling
from roadstead.common import clock
from tests.apps.subscriptions.servers import Receiver, running

NAME = "hooks.example"


def certificate(folder: Path, name: str) -> Path:
    """A certificate for a name that vouches for itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    built = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(clock.now() - timedelta(days=3_650))
        .not_valid_after(clock.now() + timedelta(days=3_650))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    forms = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / f"{name}.pem"
    path.write_bytes(key.private_bytes(*forms) + built.public_bytes(serialization.Encoding.PEM))
    return path


@contextmanager
def secure(path: Path) -> Iterator[Receiver]:
    """A receiver with a certificate."""
    server = Receiver()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with running(server):
        yield server


@pytest.mark.parametrize(
    ("name", "trusted", "taken"), [(NAME, True, True), ("other.example", True, False), (NAME, False, False)]
)
def test_the_certificate_must_be_of_its_name_and_trusted(
    name: str, trusted: bool, taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(_host: str, port: int, *_more: Any, **_named: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    path = certificate(tmp_path, name)
    monkeypatch.setenv("SSL_CERT_FILE", str(path if trusted else certificate(tmp_path, "nobody.example")))
    monkeypatch.setattr(socket, "getaddrinfo", found)
    with secure(path) as receiver:
        address = f"https://{NAME}:{receiver.server_address[1]}/psa"
        answer = calling.call(Webhook(address=address), "1", b"{}")
        assert answer.taken is taken
        assert (len(receiver.got), answer.code) == ((1, 204) if taken else (0, None))
    if taken:
        assert receiver.got[0][0]["Host"] == f"{NAME}:{receiver.server_address[1]}"
    else:
        assert answer.why.startswith("It could not be called")
