"""LaTeX to MathML that is safe to put on a page."""

import html
from functools import lru_cache

import nh3
from latex2mathml import exceptions as latex
from latex2mathml.converter import convert

LONGEST = 600  # characters of LaTeX; longer formulas are shown as they were written
DEEPEST = 40  # opened braces

TAGS = frozenset(
    [
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "ms",
        "mtext",
        "mspace",
        "mfrac",
        "msqrt",
        "mroot",
        "mstyle",
        "mpadded",
        "mphantom",
        "menclose",
        "msub",
        "msup",
        "msubsup",
        "munder",
        "mover",
        "munderover",
        "mtable",
        "mtr",
        "mtd",
        "mmultiscripts",
        "mprescripts",
    ]
)
ATTRIBUTES = {
    "math": {"display", "xmlns"},
    "mo": {"stretchy", "fence", "form", "separator", "accent"},
    "mi": {"mathvariant"},
    "mspace": {"width"},
    "menclose": {"notation"},
    "mfrac": {"linethickness"},
    "mtd": {"columnalign"},
}
# The converter's own errors, and those that malformed input makes it stumble into.
MALFORMED = (
    latex.DenominatorNotFoundError,
    latex.DoubleSubscriptsError,
    latex.DoubleSuperscriptsError,
    latex.ExtraLeftOrMissingRightError,
    latex.InvalidAlignmentError,
    latex.InvalidStyleForGenfracError,
    latex.InvalidWidthError,
    latex.LimitsMustFollowMathOperatorError,
    latex.MissingEndError,
    latex.MissingSuperScriptOrSubscriptError,
    latex.NoAvailableTokensError,
    latex.NumeratorNotFoundError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    StopIteration,
    TypeError,
    ValueError,
)


@lru_cache(maxsize=4096)
def mathml(source: str, *, display: bool = False) -> str:
    """The formula as MathML, or as `<code>` when it is too long or not well formed.

    The converter does not escape what stands in `\\text` and the like, so the result goes through
    an allow-list of elements and attributes.
    """
    text = source.strip()
    if len(text) > LONGEST or text.count("{") > DEEPEST or text.count("\\left") > DEEPEST:
        return _as_written(text)
    try:
        made = convert(text, display="block" if display else "inline")
    except MALFORMED:
        return _as_written(text)
    return nh3.clean(made, tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None)


def _as_written(text: str) -> str:
    return f"<code>{html.escape(text[:LONGEST])}</code>"
