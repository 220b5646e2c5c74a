"""What is wrong with a prompt file: contradictions, variables, unfenced data, shouting."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from tutor.prompting import MESSAGE, Kind, PromptError, PromptFile, read_prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a prompt file, and what to do. `line` is from 1, 0 for the whole file."""

    file: str
    line: int = 0
    what: str
    do: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"error: {place} {self.what}" + (f" → {self.do}" if self.do else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A problem before its place is looked up: `sign` stands where it is."""

    what: str
    do: str
    sign: str = ""


ACRONYMS = frozenset({"JSON", "HTML", "LATEX", "YAML", "BCP"})
SHOUT = re.compile(r"\b[A-Z]{4,}\b|!{2,}")
LIMIT = re.compile(
    r"at most (?:(\d+|one|two|three)|\{\{[^}]*\}\}) (words?|sentences?|questions?)", re.IGNORECASE
)
NEVER = re.compile(r"\b(?:do not|don't|never|must not|may not|without)\s+", re.IGNORECASE)
ALWAYS = re.compile(r"\b(?:always|must|please|be sure to|you may)\s+", re.IGNORECASE)
CLAUSES = re.compile(r"[.;:!?]\s|\n")
ASKS = re.compile(
    r"\b(?:ask|put|pose|end with) (?:two|three|four|several|a few|many|some) (?:\w+ )?questions\b",
    re.IGNORECASE,
)
INCLUDE = re.compile(r"""\{%-?\s*include\s+["']([^"']+)["']\s*-?%\}""")
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "it",
        "its",
        "in",
        "on",
        "at",
        "or",
        "and",
        "any",
        "this",
        "that",
        "your",
        "you",
        "with",
        "for",
        "be",
    ]
)


def lint_folder(folder: Path, ours: Path) -> list[Problem]:
    """The problems of every prompt file of a folder, beside `ours`, the files that come with Meno.

    The program gives each file the inputs that ours declares. A school's own file that is missing
    or wants others is not used for a single reply, and nothing but this says so.
    """
    problems = []
    for path in sorted(ours.glob("*.md")):
        if not (folder / path.name).is_file():
            problems.append(
                Problem(file=path.name, what="This file is missing.", do=f"Copy {path}.")
            )
    for path in sorted(folder.glob("*.md")):
        problems += lint(path)
        if (ours / path.name).is_file():
            problems += _inputs(path, ours / path.name)
        else:
            problems.append(
                Problem(file=path.name, what="Nothing uses it.", do="Name it as one of Meno's.")
            )
    return problems


def _inputs(path: Path, our: Path) -> Iterator[Problem]:
    """Inputs that are not those of our file of the same name."""
    try:
        theirs, wanted = read_prompt(path).inputs, read_prompt(our).inputs
    except PromptError:
        return  # `lint` has said so
    for name in sorted(set(wanted) - set(theirs)):
        yield Problem(
            file=path.name,
            what=f"Its inputs lack {name}, which the program gives.",
            do=f"Declare and use {name}: {wanted[name]}.",
        )
    for name in sorted(set(theirs) - set(wanted)):
        yield Problem(
            file=path.name,
            what=f"Its input {name} is not given by the program.",
            do="Take it out of the front matter and of the text.",
        )
    for name in sorted(set(theirs) & set(wanted)):
        if theirs[name] is not wanted[name]:
            yield Problem(
                file=path.name,
                what=f"Its input {name} is declared as {theirs[name]}, and it is {wanted[name]}.",
                do=f"Declare it as {wanted[name]}: what people wrote must be fenced.",
            )


def lint(path: Path) -> list[Problem]:
    """Contradictions, variables that do not fit the front matter, unfenced data, shouting."""
    try:
        file = read_prompt(path)
        parts = _parts(file)
        whole, tree = _with_parts(file, parts)
    except (PromptError, jinja2.TemplateError) as error:
        line = error.lineno or 0 if isinstance(error, jinja2.TemplateSyntaxError) else 0
        return [Problem(file=path.name, line=line, what=str(error), do="Mend the template.")]
    texts = {path.name: path.read_text(encoding="utf-8"), **parts}
    problems = [_placed(said, texts, path.name) for said in _said(file, whole, tree)]
    return list(dict.fromkeys(problems))


def _said(file: PromptFile, whole: str, tree: nodes.Template) -> Iterator[_Said]:
    used = find_undeclared_variables(tree)
    for name in sorted(used - set(file.inputs)):
        yield _Said(
            what=f"It uses {name}, which is not among its inputs.",
            do="Add it to the front matter, if the move gives it, or correct its spelling.",
            sign=name,
        )
    for name in sorted(set(file.inputs) - used):
        yield _Said(
            what=f"Its input {name} is never used.", do="Use it, or take it out.", sign=f"{name}:"
        )
    data = {name for name, kind in file.inputs.items() if kind is Kind.DATA}
    for name in _unfenced(tree, data):
        yield _Said(
            what=f"Its input {name} is inserted without the data filter.",
            do=f'Write {{{{ {name} | data("what it is") }}}}.',
            sign=f"{{{{ {name}",
        )
    words = re.sub(r"\{[{%#].*?[}%#]\}", " ", whole, flags=re.DOTALL)
    for word in shouts(words):
        yield _Said(
            what=f"It shouts: {word}.", do="Say it once, in small letters: order is enough.",
            sign=word,
        )  # fmt: skip
    yield from _contradictions(whole)
    if MESSAGE not in "\n" + whole:
        yield _Said(
            what="It has no line “=== message ===” between the system's part and the message.",
            do="Put it before what the learner and the course say.",
        )


def _placed(said: _Said, texts: Mapping[str, str], default: str) -> Problem:
    """The problem at the first line where its sign stands, in the file or one of its parts."""
    for name, text in texts.items() if said.sign else ():
        at = text.find(said.sign)
        if at >= 0:
            line = text.count("\n", 0, at) + 1
            return Problem(file=name, line=line, what=said.what, do=said.do)
    return Problem(file=default, what=said.what, do=said.do)


def shouts(text: str) -> list[str]:
    """Whole words in capitals that are no known abbreviation, and doubled exclamation marks."""
    return [hit[0] for hit in SHOUT.finditer(text) if hit[0] not in ACRONYMS]


def _parts(file: PromptFile) -> dict[str, str]:
    """The included files by the name that includes them."""
    made = {}
    for hit in INCLUDE.finditer(file.source):
        found = file.path.parent / hit[1]
        if not found.is_file():
            raise PromptError(f"There is no part {hit[1]}.", where=file.path.name)
        made[hit[1]] = found.read_text(encoding="utf-8")
    return made


def _with_parts(file: PromptFile, parts: Mapping[str, str]) -> tuple[str, nodes.Template]:
    """The template with its includes in place, and its syntax tree."""
    whole = INCLUDE.sub(lambda hit: parts[hit[1]], file.source)
    environment = jinja2.Environment(autoescape=False)  # noqa: S701 — as above
    environment.filters["data"] = str
    return whole, environment.parse(whole)


def _unfenced(tree: nodes.Template, data: set[str]) -> list[str]:
    """Data inputs, or what a loop takes from them, that an output shows without the filter."""
    tainted = {name: name for name in data}
    for loop in tree.find_all(nodes.For):
        source = next((n.name for n in _names(loop.iter) if n.name in tainted), None)
        for target in _names(loop.target) if source else ():
            tainted[target.name] = tainted[source or ""]
    found = []
    for output in tree.find_all(nodes.Output):
        for shown in output.nodes:
            safe = {
                id(name)
                for use in [shown, *shown.find_all(nodes.Filter)]
                if isinstance(use, nodes.Filter) and use.name == "data" and use.node is not None
                for name in _names(use.node)
            }
            safe |= {id(n) for c in shown.find_all(nodes.CondExpr) for n in _names(c.test)}
            counts = [f.node for f in _filters(shown) if f.name == "length" and f.node is not None]
            safe |= {id(n) for node in counts for n in _names(node)}
            found += [
                tainted[n.name] for n in _names(shown) if n.name in tainted and id(n) not in safe
            ]
    return sorted(set(found))


def _filters(node: nodes.Node) -> list[nodes.Filter]:
    own = [node] if isinstance(node, nodes.Filter) else []
    return [*own, *node.find_all(nodes.Filter)]


def _names(node: nodes.Node) -> list[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))


def _contradictions(text: str) -> Iterator[_Said]:
    """Two limits for one thing, more asked than a limit lets, an order that another forbids."""
    limits: dict[str, set[str]] = {}
    signs: dict[str, str] = {}
    for hit in LIMIT.finditer(text):
        word = hit[2].lower().rstrip("s")
        limits.setdefault(word, set()).add((hit[1] or hit[0]).lower())
        signs[word] = hit[0]
    for word, found in limits.items():
        if len(found) > 1:
            yield _Said(
                what=f"It sets several limits for {word}s.", do="Keep one.", sign=signs[word]
            )
    for hit in ASKS.finditer(text):
        if limits.get("question", set()) & {"one", "1"} and not NEVER.search(_clause(text, hit)):
            yield _Said(
                what=f"It asks for more than one question (“{hit[0]}”) and allows one.",
                do="Ask for one.", sign=hit[0],
            )  # fmt: skip
    clauses = CLAUSES.split(text)
    never = [s for c in clauses if (s := _after(NEVER, c))]
    always = [(s, c) for c in clauses if not NEVER.search(c) and (s := _after(ALWAYS, c))]
    for order, clause in always:
        for ban in never:
            if len(order & ban) >= 2 and len(order & ban) >= 0.8 * min(len(order), len(ban)):
                yield _Said(
                    what=f"It both orders and forbids: {' '.join(sorted(order & ban))}.",
                    do="Decide for one, or say when each holds.", sign=clause.strip(),
                )  # fmt: skip


def _clause(text: str, hit: re.Match[str]) -> str:
    """What stands between a hit and the clause's beginning."""
    return CLAUSES.split(text[: hit.start()])[-1]


def _after(pattern: re.Pattern[str], clause: str) -> frozenset[str]:
    """The words of what a clause orders or forbids."""
    hit = pattern.search(clause)
    words = re.findall(r"[a-z']+", clause[hit.end() :].lower()) if hit else []
    return frozenset(w for w in words[:8] if w not in SMALL)
