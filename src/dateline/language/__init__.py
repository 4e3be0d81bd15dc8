"""Sentences, tokens, grammar; the only room that knows the language engine."""

from dateline.language.parser import DEFAULT_MODEL, Grammar, ModelMissingError, Parser

__all__ = ["DEFAULT_MODEL", "Grammar", "ModelMissingError", "Parser"]
