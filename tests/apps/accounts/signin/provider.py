"""A small OpenID Connect provider on 127.0.0.1: discovery, keys, authorization, tokens signed with RSA, userinfo."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT_ID, CLIENT_SECRET = "roadstead", "a secret of the provider"


class Provider:
    """The provider. `claims` is what it says of whoever signs in; the rest makes it lie or fail."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {}
        self.broken = self.wrong_audience = False
        self.asked: list[dict[str, str]] = []
        self._challenges: dict[str, str] = {}
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.answer(self, {})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                provider.answer(self, {name: one[0] for name, one in parse_qs(body).items()})

            def log_message(self, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def settings(self) -> dict[str, Any]:
        """SOCIALACCOUNT_PROVIDERS as `environment.read` makes it."""
        app = {
            "provider_id": "openid",
            "name": "Harbour login",
            "client_id": CLIENT_ID,
            "secret": CLIENT_SECRET,
            "settings": {"server_url": self.issuer, "oauth_pkce_enabled": True},
        }
        return {"openid_connect": {"APPS": [app]}}

    def authorize(self, address: str) -> str:
        """What a browser is sent back with after signing in at the provider."""
        asked = {name: one[0] for name, one in parse_qs(urlsplit(address).query).items()}
        self.asked.append(asked)
        assert asked["client_id"] == CLIENT_ID
        code = f"code-{len(self._challenges)}"
        self._challenges[code] = asked["code_challenge"]
        return urlencode({"code": code, "state": asked["state"]})

    def answer(self, handler: BaseHTTPRequestHandler, form: dict[str, str]) -> None:
        path = urlsplit(handler.path).path
        found = {
            "/.well-known/openid-configuration": self._configuration,
            "/keys": self._keys,
            "/token": lambda: self._token(form),
            "/userinfo": lambda: self._userinfo(handler),
        }[path]
        body = (
            b"<broken>" if self.broken and path != "/.well-known/openid-configuration" else json.dumps(found()).encode()
        )
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def _configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _keys(self) -> dict[str, Any]:
        key = json.loads(RSAAlgorithm.to_jwk(self._key.public_key()))
        return {"keys": [{**key, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def _token(self, form: dict[str, str]) -> dict[str, Any]:
        assert (form["client_id"], form["client_secret"]) == (CLIENT_ID, CLIENT_SECRET)
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == self._challenges.pop(form["code"])
        now = int(time.time())  # noqa: TID251 - a provider lives outside of the product
        audience = "somebody else" if self.wrong_audience else CLIENT_ID
        said = {**self.claims, "iss": self.issuer, "aud": audience, "iat": now, "exp": now + 300}
        signed = jwt.encode(said, self._key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": "access", "token_type": "Bearer", "expires_in": 300, "id_token": signed}

    def _userinfo(self, handler: BaseHTTPRequestHandler) -> dict[str, Any]:
        assert handler.headers["Authorization"] == "Bearer access"
        return self.claims
