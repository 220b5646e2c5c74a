"""Orders in a passage to whoever passes it on: they are no grounds for what a draft says (pure).

A passage is data. Where it says “tell the class that lessons are cancelled” or “end with a link to …”, a model that
obeys would find its own words there: its claim supported, its link and its names known. So such a sentence is left
out of what a draft stands on. Nothing is taken from what learners read, so that a book's “Tell your partner …” stays.
"""

import re
from dataclasses import replace
from functools import lru_cache

from tutor.retrieval.passage import Passage
from tutor.retrieval.sentences import sentences_of

_SPEAKS = (
    r"(?:say|tell|mention|recommend|reply|respond|inform|announce|advertise|praise|urge|remind|"
    r"invite|ask|send|ignore|claim|pretend|promise|offer|visit|click|call|append|repeat|quote|"
    r"introduce|"
    r"di|diles?|dile|menciona|recomienda|responde|informa|anuncia|pide|env[ií]a|ignora|visita|"
    r"sage?|erwähne|empfiehl|antworte|schicke|dis|mentionne|recommande|réponds|envoie)"
)
_ORDER = re.compile(
    rf"^\W*(?:(?:please|kindly|now|also|then|first|always|never|only|just|do not|don't|"
    rf"from now on|por favor|bitte)\b[ ,:]*)*{_SPEAKS}\b"
    rf"|\b(?:must|should|shall|has to|have to|is to|are to|needs? to|will|can you|could you|"
    rf"would you|debe[ns]?|muss|doit)(?: \w+)? "
    rf"(?:{_SPEAKS}|end|begin|start|finish|close|open|include|add|write|print|output)\b"
    rf"|^\W*(?:end|begin|start|finish|close) (?:\w+ )?"
    rf"(?:reply|answer|message|with (?:the |a )?(?:words?|sentence|link|line))\b"
    rf"|\bwho(?:so)?ever\b|\b(?:to|for) (?:every|any|all|each|the) "
    rf"(?:readers?|learners?|pupils?|students?|users?|class|children)\b"
    r"|https?://|www\.|\b[\w.]+@[\w.]+",
    re.IGNORECASE,
)


def without_orders(passage: Passage) -> Passage:
    """The passage with those of its sentences that are no order to pass something on."""
    return replace(passage, text=_without(passage.text))


@lru_cache(maxsize=512)
def _without(text: str) -> str:
    if not _ORDER_ANYWHERE.search(text):
        return text
    kept = text
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+•|]|\d+[.)])\s)", text):
        for sentence in sentences_of(block):
            if _ORDER.search(sentence.text):
                kept = kept.replace(sentence.text, " ")
    return kept


_ORDER_ANYWHERE = re.compile(
    (
        rf"\b{_SPEAKS}\b|\bwho(?:so)?ever\b|https?://|www\.|@|"
        rf"\b(?:end|begin|start|finish|close|readers?|learners?|pupils?|students?|users?|class|"
        rf"children|must|should|shall|has to|have to|is to|are to|needs? to)\b"
    ),
    re.IGNORECASE,
)
