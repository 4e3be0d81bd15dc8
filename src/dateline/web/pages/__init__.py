"""The pages, one file each."""

from dateline.web.pages.actors import actor, actors, pair_page
from dateline.web.pages.article import article
from dateline.web.pages.checks import check, check_page, checks_file, checks_page, gold_file
from dateline.web.pages.downloads import download
from dateline.web.pages.front import front, read_page, sample
from dateline.web.pages.happenings import happening, happenings
from dateline.web.pages.map import map_page
from dateline.web.pages.names import names
from dateline.web.pages.promises import promises
from dateline.web.pages.signing import sign_in, sign_in_page, sign_out
from dateline.web.pages.statements import statements

HANDLERS = [
    *(front, read_page, sample, sign_in_page, sign_in, sign_out),
    *(article, actors, actor, pair_page, happenings, happening, statements, promises, map_page, names, download),
    *(check, check_page, checks_page, checks_file, gold_file),
]

__all__ = ["HANDLERS"]
