"""How often one client may ask."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.middleware import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig

from dateline.web.settings import Settings

_SAFE = ("GET", "HEAD", "OPTIONS")


def limits(settings: Settings) -> list[DefineMiddleware]:
    """For readings and changes always; for pages where others than this machine can ask."""
    found = [
        RateLimitConfig(("minute", settings.changes_a_minute), store="rates_of_changes", check_throttle_handler=_changes)
    ]
    if settings.exposed:
        found.append(
            RateLimitConfig(("minute", settings.pages_a_minute), store="rates_of_pages", check_throttle_handler=_pages)
        )
    return [one.middleware for one in found]


async def _changes(request: Request[Any, Any, Any]) -> bool:
    return request.method not in _SAFE


async def _pages(request: Request[Any, Any, Any]) -> bool:
    return request.method in _SAFE
