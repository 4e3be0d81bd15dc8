"""The API, one file a subject; its types are the record's own."""

from dateline.web.api.articles import api_article
from dateline.web.api.checks import api_agreement, api_check, api_checks
from dateline.web.api.lists import (
    api_actors,
    api_happenings,
    api_months,
    api_names,
    api_places,
    api_promises,
    api_statements,
)
from dateline.web.api.read import read

LISTS = [api_actors, api_happenings, api_months, api_names, api_places, api_promises, api_statements]
HANDLERS = [read, api_article, *LISTS, api_checks, api_check, api_agreement]

__all__ = ["HANDLERS"]
