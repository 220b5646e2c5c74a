"""Questions in headings with their answers below, as lists of questions and answers have them, made into items."""

from collections.abc import Iterator

from tutor.exchange.markdown import HEADING, outside, plainly

_MOST_SHORT, _MOST_ANSWER = 4, 40  # words of an answer that is typed as it stands, and of any
_LEAST_WORD = 5  # letters of a word that a rubric names


def questions_of(text: str) -> Iterator[tuple[str, str]]:
    """Each question with its answer, where that is one short paragraph."""
    question, below = "", list[str]()
    for line in [*(line for _, line in outside(text.splitlines())), "# "]:
        if not line.startswith("#"):
            below.append(line)
            continue
        answer = "\n".join(below).strip()
        if question and answer and "\n\n" not in answer and len(answer.split()) <= _MOST_ANSWER:
            yield question, " ".join(plainly(answer).split())
        found = HEADING.match(line)
        title = plainly(found[2]) if found else ""
        question, below = (title if title.endswith("?") else ""), []


def answered(answer: str) -> tuple[str, dict[str, object]]:
    """The type of item that such an answer wants, and its fields."""
    bare = answer.rstrip(".")
    if bare.replace(",", "").replace(".", "", 1).removeprefix("-").isdecimal():
        return "number", {"answer": bare.replace(",", "")}
    if len(bare.split()) <= _MOST_SHORT:
        article, _, rest = bare.partition(" ")
        more = {"accept": [rest]} if rest and article.lower() in {"the", "a", "an"} else {}
        return "short", {"answer": bare, **more}
    words = dict.fromkeys(word.strip(".,;:()").lower() for word in answer.split())
    named = [word for word in words if word.isalpha() and len(word) >= _LEAST_WORD][:3]
    rubric = [{"idea": answer, "words": [[one] for one in named or [bare.split()[-1].lower()]]}]
    return "open", {"answer": answer, "rubric": rubric}
