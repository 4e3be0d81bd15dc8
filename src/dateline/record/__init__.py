"""The words of the project: what a record holds, and the sheet that travels while one is made.

This room imports no other room.  Every other room imports its types from here.
"""

from dateline.record.article import Article, Block, Dateline, Published, Section
from dateline.record.codec import decode_record, encode_record, record_schema
from dateline.record.commitment import Commitment
from dateline.record.dispute import ContestedName, Dispute
from dateline.record.document import Document, Problem
from dateline.record.entity import Cast, Entity, Mention
from dateline.record.event import Act, Considered, Event, EventFindings, Size
from dateline.record.grammar import Sentence, Token
from dateline.record.place import Place
from dateline.record.reading import Reading
from dateline.record.record import MadeBy, Record
from dateline.record.span import Span
from dateline.record.statement import Statement
from dateline.record.time import Time

__all__ = [
    "Act",
    "Article",
    "Block",
    "Cast",
    "Commitment",
    "Considered",
    "ContestedName",
    "Dateline",
    "Dispute",
    "Document",
    "Entity",
    "Event",
    "EventFindings",
    "MadeBy",
    "Mention",
    "Place",
    "Problem",
    "Published",
    "Reading",
    "Record",
    "Section",
    "Sentence",
    "Size",
    "Span",
    "Statement",
    "Time",
    "Token",
    "decode_record",
    "encode_record",
    "record_schema",
]
