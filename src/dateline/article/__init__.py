"""Clean text and what the page says of it."""

from dateline.article.clean import Clean
from dateline.article.furniture import check_rules as check
from dateline.article.room import Cleaner, build

__all__ = ["Clean", "Cleaner", "build", "check"]
