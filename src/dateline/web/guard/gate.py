"""The gate: every request passes it before any page sees it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from litestar import Request
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.middleware import ASGIMiddleware
from litestar.response import Redirect
from litestar.types import ASGIApp, Receive, Scope, Send

from dateline.web.guard.sessions import COOKIE, Sessions
from dateline.web.settings import Settings, is_loopback

_SAFE = ("GET", "HEAD", "OPTIONS")
_OPEN = ("/sign-in", "/static/")


class Gate(ASGIMiddleware):
    """Lets in whom it may: the right host, from our own pages, signed in where that is asked for."""

    def __init__(self, settings: Settings, sessions: Sessions) -> None:
        self._settings = settings
        self._sessions = sessions

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Passes the request on, sends it to sign in, or refuses it."""
        request: Request[Any, Any, Any] = Request(scope)
        host = request.headers.get("host", "")
        if not self._settings.exposed and not is_loopback(urlsplit(f"//{host}").hostname or ""):
            # A name of somebody else that was made to lead here (DNS rebinding) would read the room through a browser.
            raise HTTPException(f"'{host[:100]}' is not this server's name", status_code=421)
        if request.method not in _SAFE and _from_elsewhere(request, host):
            raise PermissionDeniedException("the request comes from another site's page")
        if self._may(request):
            await next_app(scope, receive, send)
        elif request.url.path.startswith("/api") or request.method not in _SAFE:
            raise NotAuthorizedException("sign in, or send the password as `Authorization: Bearer PASSWORD`")
        else:
            back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            answer = Redirect(f"/sign-in?back={quote(back, safe='')}", status_code=303)
            await answer.to_asgi_response(app=None, request=request)(scope, receive, send)

    def _may(self, request: Request[Any, Any, Any]) -> bool:
        if request.url.path.startswith(_OPEN) or self._sessions.holds(request.cookies.get(COOKIE)):
            return True
        kind, _, password = request.headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and self._sessions.knows(password.strip())


def _from_elsewhere(request: Request[Any, Any, Any], host: str) -> bool:
    """Whether a browser says that the request was made by a page of another site."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != host
