"""Checks for programs."""

from __future__ import annotations

from litestar import get, post
from litestar.params import JSONBody

from dateline.store.checks import Agreement, Check, agreement
from dateline.web.checking import WantedCheck, put_check
from dateline.web.pages.checks import checks_of
from dateline.web.room import Asked


@get("/api/checks", tags=["checking"], operation_id="checks", sync_to_thread=True)
def api_checks(request: Asked) -> list[Check]:
    """All checks, the oldest first."""
    return checks_of(request).all()


@get("/api/agreement", tags=["checking"], operation_id="agreement", sync_to_thread=True)
def api_agreement(request: Asked) -> list[Agreement]:
    """How the machine's facts fared with those who checked them, by type."""
    return agreement(checks_of(request).all())


@post("/api/checks", tags=["checking"], operation_id="check", sync_to_thread=True)
def api_check(request: Asked, data: JSONBody[WantedCheck]) -> Check:
    """Puts a check in place.  Send the value of the cookie `dateline_csrf` as `X-CSRFToken` too."""
    checks_of(request)
    return put_check(request, data)
