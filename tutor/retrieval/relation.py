"""What is asked of a thing: its name, its purpose, what follows if …, how it is done (pure).

Two questions about the same thing may ask different things of it (“What is diffusion?”, “Does diffusion stop?”), and an
answer to the one is none to the other. `relation_of` names what is asked; `fits` says whether a heading that
asks one thing may answer another.
"""

import re

from tutor.retrieval.childs_words import written_out

# The first that matches; the more particular stand before the more general.
_RELATIONS = (
    ("name", r"\bcall(?:ed)?\b|\bthe word\b|\bstands? for\b|\bshort for\b|\bse llama\b"),
    ("who", r"\bwho(?:se|m)?\b|\bqui[eé]n(?:es)?\b"),
    ("contrast", r"\bdiff\w*|\bvs\b|\bversus\b|\bsame\b|\binstead\b|\bbetter\b|\bdiferencia|\bmism[oa]\b"),
    ("quantity", r"\bhow (?:many|much|old|long|tall|heavy|far|fast|big|small)\b|\bcu[aá]nt[oa]s?\b"),
    ("reason", r"\bwhy\b|\bhow come\b|\breason\b|\bpor ?qu[eé]\b"),
    ("if", r"\bwhat happens\b|\bwhat if\b|\b(?:and|but|what|happens?) (?:if|when)\b|\bforg[eo]t\b|\bwhat about\b"
           r"|\bleave\b.*\bout\b|\bqu[eé] pasa\b"),
    ("purpose", r"\bwhat(?: is|'s|s| are)? .{0,30}\bfor\b|\bwhat (?:do|does|did) (?!.*\bmean)(?:\S+ ){1,4}do\b"
                r"|\bpoint of\b|\bused? for\b|\bpurpose\b|\bpara qu[eé]\b|\bqu[eé] hace\b"),
    ("where", r"\bwhere\b|\bd[oó]nde\b"),
    ("when", r"\bwhen\b|\bcu[aá]ndo\b"),
    ("which", r"\bwhich\b|\bwhat one\b|\bbigg(?:er|est)\b|\blargest\b|\bcu[aá]l\b"),
    ("how", r"\bhow\b|\bc[oó]mo\b"),
    ("need", r"\bmust\b|\bshould\b|\bhave to\b|\bneed\b|\bwrong\b|\bbad\b|\bmatter|\btengo que\b"),
    ("may", r"\b(?:can|could|may)\b|\bpossible\b|\ballowed\b|\bis there\b|\bpuedo?\b|\bse puede\b"),
    ("what", r"\bwhat\b|\bmean|\bqu[eé]\b"),
    ("whether", r"^(?:(?:so|and|but|wait) )*(?:is|are|do|does|did|has|have|was|will|es|son)\b"),
)  # fmt: skip
_RELATION = tuple((name, re.compile(pattern)) for name, pattern in _RELATIONS)
# An answer to the one is often one to the other.
_NEAR = frozenset(
    map(
        frozenset,
        (
            ("what", "purpose"), ("what", "name"), ("reason", "purpose"), ("if", "may"), ("may", "whether"),
            ("need", "whether"), ("need", "may"), ("if", "need"), ("contrast", "whether"), ("contrast", "which"),
            ("quantity", "how"), ("how", "which"), ("reason", "if"), ("how", "what"), ("contrast", "what"),
        ),
    )
)  # fmt: skip
_LINKING = r"(?!(?:of|for|in|inside|on|with|between|to|that|this|it|they|there|left|going|wrong|different)\b)"
_THING = rf"{_LINKING}[^\W\d]\S*"
_DEFINED = re.compile(
    rf"^(?:(?:so|and|but|wait|ok) )*what(?: is| are)(?: an?| the)? (?P<x>{_THING}(?: {_THING})?)"  # of three words it is a description
    r"(?: in \S+)?(?: again| exactly| even| please)*[?!. ]*$"
)


def relation_of(question: str) -> str:
    """What a question asks of its subject; "" where it does not say."""
    asked = written_out(question).replace("’", "'")
    return next((name for name, pattern in _RELATION if pattern.search(asked)), "")


def fits(asked: str, answers: str) -> bool:
    """Whether a text that answers the one relation may answer the other."""
    return not asked or asked == answers or frozenset((asked, answers)) in _NEAR


def defined_in(question: str) -> str:
    """What a question asks the meaning of, where it asks nothing else (“what is a black hole”); else ""."""
    found = _DEFINED.match(" ".join(written_out(question).split()))
    return found["x"].strip(" ?!.,") if found else ""
