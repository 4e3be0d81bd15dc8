"""The pages, one file each."""

from dateline.web.pages.front import front, read_page, sample
from dateline.web.pages.signing import sign_in, sign_in_page, sign_out

HANDLERS = [front, read_page, sample, sign_in_page, sign_in, sign_out]

__all__ = ["HANDLERS"]
