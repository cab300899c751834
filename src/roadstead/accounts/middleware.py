"""Who asks: a viewer on every request, made when it is first looked at; and no way in without one."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject

from roadstead.accounts import queries, secrets
from roadstead.accounts.actions.tokens import was_used
from roadstead.accounts.models import User
from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.common.problems import problem
from roadstead.common.throttle import Throttle, client, refused

ELEVATION_KEY = "roadstead_elevation"  # in the session: the secret of elevated power
BROWSER_KEY = "roadstead_elevated_in"  # in the session: the browser that took it up
API = "/api/"
BEARER = "bearer "
SAFE = ("GET", "HEAD", "OPTIONS")
CHALLENGE = {"WWW-Authenticate": "Bearer"}
BAD_TOKENS_A_MINUTE = 30  # of one client
bad_tokens = Throttle("tokens", lambda: BAD_TOKENS_A_MINUTE)
Answer = Callable[[HttpRequest], HttpResponseBase]


def viewer(get_response: Answer) -> Answer:
    """Put `viewer` on the request. Nothing is asked of the database before a page looks at it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        secret = _bearer(request)
        if secret is None:
            request.viewer = SimpleLazyObject(lambda: _viewer(request))  # type: ignore[attr-defined]
        elif refusal := _enter_by_token(request, secret):
            return refusal
        response = get_response(request)
        if secret is not None or (hasattr(request, "_cached_user") and request.user.is_authenticated):
            _keep_private(response)
        return response

    return middleware


class ClosedByDefault(LoginRequiredMiddleware):
    """Django's own; programs are told in their language, and a token is a way in."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[object, ...],
        view_kwargs: dict[str, object],
    ) -> HttpResponseBase | None:
        if getattr(view_func, "login_required", True) and request.path.startswith(API):
            asking: Viewer = request.viewer  # type: ignore[attr-defined]
            if asking.user_id is None:
                return problem("no-token", "Sign in, or send a token: Authorization: Bearer rst_….", headers=CHALLENGE)
            if asking.token_id is None and request.method not in SAFE:
                # A cookie is sent along by any page that a browser shows; a token is not.
                told = "A signed-in browser only reads here: writing through the API needs a token."
                return problem("wrong-method", told, headers={"Allow": "GET, HEAD, OPTIONS"})
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


def _bearer(request: HttpRequest) -> str | None:
    """The token of a program; tokens open the API and nothing else."""
    header = str(request.META.get("HTTP_AUTHORIZATION", ""))
    if not request.path_info.startswith(API) or not header.lower().startswith(BEARER):
        return None
    return header[len(BEARER) :].strip()


def _enter_by_token(request: HttpRequest, secret: str) -> HttpResponseBase | None:
    """Let a program in as its token says, and not as any cookie beside it says; or the answer that refuses it."""
    # Counted are bad tokens alone; who sent too many is not looked up any more.
    if not bad_tokens.hit(request, cost=0).allowed:
        return refused()
    found = queries.viewer_of_token(secret)
    if found is None:
        if not bad_tokens.hit(request).allowed:
            return refused()
        told = "The token is unknown, expired or revoked. Make a new one at /me/tokens/."
        return problem("bad-token", told, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
    request.viewer, token = found  # type: ignore[attr-defined]
    request.user = token.person
    request.csrf_processing_done = True  # type: ignore[attr-defined]  # no cookie speaks for anybody here
    was_used(token)
    return None


def _viewer(request: HttpRequest) -> Viewer:
    user = request.user
    if not isinstance(user, User) or not user.is_authenticated:
        return PUBLIC
    same = request.session.get(BROWSER_KEY) == browser(request)
    return queries.viewer_of(user, request.session.get(ELEVATION_KEY, "") if same else "")


def browser(request: HttpRequest) -> str:
    """What tells one browser from another: elevated power does not follow a cookie that was carried elsewhere."""
    return secrets.digest(f"{client(request)} {request.headers.get('user-agent', '')}")


def _keep_private(response: HttpResponseBase) -> None:
    """What was answered to one person is kept by no one else."""
    if "Cache-Control" in response.headers:
        del response.headers["Cache-Control"]
    patch_cache_control(response, private=True, no_store=True)
