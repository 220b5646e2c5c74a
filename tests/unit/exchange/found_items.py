"""What is found in files from elsewhere: their items, and what is said of the others."""

from tutor.exchange import format_of, read
from tutor.exchange.draft import Draft, Exchanged, usable
from tutor.items.grade import Context


def found(text: str, name: str) -> Exchanged:
    content = text.encode()
    return usable(read(content, name, format_of(name, content)), Context(language="en"))


def only(text: str, name: str) -> Draft:
    (draft,) = found(text, name).drafts
    return draft


def said(exchanged: Exchanged) -> str:
    return "\n".join(lost.why for lost in exchanged.lost)
