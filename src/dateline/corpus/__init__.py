"""Many articles, one world: near-copies, who is who, one event in many reports, promises followed.

>>> from dateline.corpus import link
>>> link("record")                                               # doctest: +SKIP
"""

from dateline.corpus.link import Linked, link

__all__ = ["Linked", "link"]
