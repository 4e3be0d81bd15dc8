"""What goes wrong, told plainly: a page for people, JSON for programs."""

from __future__ import annotations

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Template

from dateline.store import RecordError
from dateline.store.pages import TooSlowError
from dateline.web.checking import NotWrittenError
from dateline.web.reading import BusyError, DiedError, SlowError, WantedError

_LOG = logging.getLogger("dateline.web")
_STATUS: dict[type[Exception], int] = {
    WantedError: 400,
    BusyError: 503,
    SlowError: 503,
    DiedError: 500,
    TooSlowError: 503,
    NotWrittenError: 507,
}
_TITLES = {
    400: "That can't be done as asked",
    401: "Please sign in",
    403: "Not from there",
    404: "Nothing stands here",
    405: "Not in this way",
    413: "Too large",
    429: "Too often",
    503: "Not now",
    507: "Not kept",
}


def tell(request: Request[Any, Any, Any], error: Exception) -> Response[Any] | Template:
    """The answer to a request that failed."""
    status, message = _plain(error)
    headers = getattr(error, "headers", None) or {}
    if request.url.path.startswith("/api"):
        return Response({"status": status, "error": message}, status_code=status, headers=headers)
    title = _TITLES.get(status, "Something went wrong")
    name = "parts/error.html" if request.headers.get("hx-request") else "error.html"
    context = {"title": title, "message": message, "status": status, "path": "", "asked": request}
    return Template(template_name=name, context=context, status_code=status, headers=headers)


def _plain(error: Exception) -> tuple[int, str]:
    """Status and words; of a fault of ours the words stay in the log."""
    if isinstance(error, HTTPException):
        return error.status_code, str(error.detail) or "no more is known"
    if isinstance(error, RecordError):
        _LOG.error("the archive did not answer", exc_info=error)
        return 503, "the archive did not answer; a build may just have taken files away: ask again"
    for kind, status in _STATUS.items():
        if isinstance(error, kind):
            return status, str(error)
    _LOG.error("a page failed", exc_info=error)
    return 500, "a fault of this server, which its log describes; the request was not met"
