"""A text with its disguises taken off, before anything reads it: marks of HTML, boxes, code words (pure).

What is only another writing of the same signs is replaced; what has to be decoded first (read backwards, base64,
binary, Roman numerals) is added at the end, so that the text as written is still read.
"""

import base64
import binascii
import html
import re
from collections.abc import Iterator
from functools import lru_cache

from tutor.items.reveal.roundabout import of_roman

MOST_DECODED = 4  # pieces of one text
_LISTED = re.compile(r"^[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+(\S.*?)[ \t]*$", re.M)
_PARAGRAPH = re.compile(r"(?<=[^\s.!?:;,=…])[ \t]*\n\s*\n\s*(?=[A-Z])")
_BLOCK = re.compile(
    r"<!--|-->|</?(?:p|div|br|li|[ou]l|details|summary|h\d|t[dhr]|table|pre|blockquote)\b[^<>]{0,60}>",
    re.I,
)
_RAISED = re.compile(r"(?<=[\w)])<sup>(-?\w{1,4})</sup>(?!⁄|&frasl;|/)", re.I)
_BOXED = re.compile(r"\\f?boxed\s*\{")  # what is boxed is meant as the answer
_PLUS = re.compile(
    r"(^|[=:(] ?|\b(?:is|are|be|get|gives?|as|at|with|equals?|us|down|write|es|ist|est) )\+(?=\d)",
    re.I,
)
_SPACED_POINT = re.compile(r"(?<![\d.])\d(?: \d)* \. \d(?: \d)*(?!\.?\d)")
_CYRILLIC = re.compile(r"\w*[асеорхуіѕјк]\w*")
_LATIN = re.compile(r"[a-zA-Z]")
_LOOKALIKES = str.maketrans("асеорхуіѕјк", "aceopxyisjk")
_ENCODED = re.compile(r"\bbase ?-?64\b|\bdecod", re.I)
_ENCODED_PIECE = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{2,}={0,2}(?![\w+/=])")
_BACKWARDS = re.compile(
    r"\b(?:read|reads?|spell(?:s|ed|t)?|write|written|say|said|it(?:'s| is))\b[^.!?\n]{0,24}\b(?:backwards?|"
    r"in reverse|from right to left)\b|\bbackwards?,? it (?:reads|is|spells|says)\b|\bal rev[eé]s\b",
    re.I,
)
_ROTATED = re.compile(r"\brot ?-?13\b", re.I)
_ROT13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
_BINARY = re.compile(r"\b(?:in|as) binary\b", re.I)
_ROMAN = re.compile(
    r"\b(?:answer|result|solution)(?: is|:)|\b(?:gives(?: us)?|get|comes? out as|end up with|write)(?: down)?",
    re.I,
)
_NUMERAL = re.compile(r"(?<![\w.'’])(?:[IVXLCDM]{2,}|[VXLCDM])(?![\w'’])")
_ROMAN_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@lru_cache(maxsize=4096)
def unmasked(text: str) -> str:
    """The text in plainer signs, with what it holds in code told behind it."""
    if "\n" in text:
        text = _PARAGRAPH.sub(". ", _LISTED.sub(_as_sentence, text))
    if "<" in text:
        text = _RAISED.sub(r"^\1", _BLOCK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    if "boxed" in text:
        text = _BOXED.sub("the answer is {", text)
    if not text.isascii():
        text = _CYRILLIC.sub(_in_latin, text)
    if "+" in text:
        text = _PLUS.sub(r"\1", text)
    if "." in text:
        text = _SPACED_POINT.sub(lambda hit: hit[0].replace(" ", ""), text)
    return "\n".join([text, *(f"the answer is {one}" for one in _decoded(text))])


def _as_sentence(hit: re.Match[str]) -> str:
    """A line of a list without its mark, closed like a sentence: “- 12 ÷ 6 = …” subtracts nothing."""
    return hit[1] if hit[1][-1] in ".!?:;,=…" else f"{hit[1]}."


def _in_latin(hit: re.Match[str]) -> str:
    """A word that mixes Cyrillic letters among Latin ones, in Latin ones."""
    return hit[0].translate(_LOOKALIKES) if _LATIN.search(hit[0]) else hit[0]


def _decoded(text: str) -> Iterator[str]:
    """What a text tells in a code that it names."""
    if _ENCODED.search(text):
        yield from _plainly(_ENCODED_PIECE.findall(text))
    if _BACKWARDS.search(text):
        yield from (one[::-1] for one in re.findall(r"\w{2,}", text)[:40])
    if _ROTATED.search(text):
        yield from (one.translate(_ROT13) for one in re.findall(r"[a-z]{2,}", text.lower())[:40])
    if _BINARY.search(text):
        yield from (str(int(one, 2)) for one in re.findall(r"\b[01]{2,20}\b", text)[:MOST_DECODED])
    yield from _in_roman(text)


def _plainly(pieces: list[str]) -> Iterator[str]:
    for piece in pieces[-MOST_DECODED:]:
        try:
            found = base64.b64decode(piece, validate=True).decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if found.isprintable():
            yield found


def _in_roman(text: str) -> Iterator[str]:
    """Roman numerals where the text speaks of them or gives one as its result."""
    spoken = "roman" in text.casefold()
    for hit in _NUMERAL.finditer(text):
        told = spoken or (len(hit[0]) > 1 and _ROMAN.search(text[: hit.start()][-24:]))
        if told and _ROMAN_FORM.fullmatch(hit[0]):
            yield str(of_roman(hit[0]))
