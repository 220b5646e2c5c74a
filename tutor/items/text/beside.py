"""The words beside a named thing: those that leave it what it is, and those that make another of it."""

from collections.abc import Sequence

from tutor.items.text.speech import Speech

# Words that make another thing of what they are the … of: "the reverse of osmosis", "lack of oxygen".
ANOTHER = frozenset(
    ["reverse", "opposite", "inverse", "contrary", "lack", "absence", "loss", "end", "start", "beginning", "cause",
     "effect", "result", "product", "products", "half", "part", "parts", "rate", "opponent"]
)  # fmt: skip


def is_of_another(found: tuple[str, ...], start: int, speech: Speech) -> bool:
    """Whether such a word and "of" stand before the phrase."""
    at = start - 1
    while at > 0 and found[at] in speech.articles:
        at -= 1
    return at > 0 and found[at] in ("of", "to") and found[at - 1] in ANOTHER


TITLES = frozenset(
    (
        "king",
        "queen",
        "president",
        "sir",
        "saint",
        "mr",
        "mrs",
        "dr",
        "pope",
        "emperor",
        "rey",
        "reina",
    )
)
HELPING = frozenset(("are", "do", "does", "did", "can"))
SUBJECTS = frozenset(("they", "these", "those", "it", "this", "that", "there", "i", "we"))
# Words that may follow a name and only say what kind of thing it is.
KINDS = frozenset(
    ["process", "phase", "stage", "organelle", "part", "step", "method", "rock", "rocks", "gas", "biome", "angle", "angles",
     "triangle", "side", "shape", "mineral", "metal", "organ", "era"]
)  # fmt: skip
# Words that may follow or precede a named thing without changing what is named.
LINKS = frozenset(
    (
        *("which", "who", "where", "when", "makes", "make", "made", "gives", "give", "does"),
        *("produces", "helps", "contains", "controls", "happens", "happened", "works", "uses"),
        *("by", "from", "on", "at", "into", "inside", "per", "during", "if", "about", "ain't"),
        *("que", "donde", "qui", "où", "wo", "che", "onde", "hace", "produce", "dans", "en"),
    )
)


def beside_the_answer(asked: Sequence[str], speech: Speech) -> frozenset[str]:
    """The words of a question that may follow its answer; not those that it offers ("osmosis or diffusion")."""
    offered = {
        word
        for i, token in enumerate(asked)
        if token in speech.ors
        for word in asked[max(0, i - 1) : i + 2]
    }
    return frozenset(word for word in asked if len(word) > 2) - offered - speech.negators
