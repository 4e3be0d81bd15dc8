"""The API, one file a subject; its types are the record's own."""

from dateline.web.api.read import read

HANDLERS = [read]

__all__ = ["HANDLERS"]
