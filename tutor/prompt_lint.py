"""What is wrong with a prompt file: contradictions, variables, unfenced data, shouting."""

import re
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from tutor.prompting import MESSAGE, Kind, PromptError, PromptFile, read_prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a prompt file."""

    file: str
    what: str


ACRONYMS = frozenset({"JSON", "HTML", "LATEX", "YAML", "BCP"})
SHOUT = re.compile(r"\b[A-Z]{4,}\b|!{2,}")
LIMIT = re.compile(r"at most (?:(\d+|one|two|three)|\{\{[^}]*\}\}) (words?|sentences?|questions?)")
NEVER = re.compile(r"\b(?:do not|don't|never|must not|may not|without)\s+", re.IGNORECASE)
ALWAYS = re.compile(r"\b(?:always|must|please|be sure to|you may)\s+", re.IGNORECASE)
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


def lint(path: Path) -> list[Problem]:
    """Contradictions, variables that do not fit the front matter, unfenced data, shouting."""
    try:
        file = read_prompt(path)
        whole, tree = _with_parts(file)
    except (PromptError, jinja2.TemplateError) as error:
        return [Problem(file=path.name, what=str(error))]
    used = find_undeclared_variables(tree)
    said = [f"It uses {n}, which is not among its inputs." for n in sorted(used - set(file.inputs))]
    said += [f"Its input {n} is never used." for n in sorted(set(file.inputs) - used)]
    data = {name for name, kind in file.inputs.items() if kind is Kind.DATA}
    said += [f"Its input {n} is inserted without the data filter." for n in _unfenced(tree, data)]
    words = re.sub(r"\{[{%#].*?[}%#]\}", " ", whole, flags=re.DOTALL)
    said += [f"It shouts: {word}." for word in shouts(words)]
    said += _contradictions(whole)
    if MESSAGE not in "\n" + whole:
        said.append("It has no line “=== message ===” between the system's part and the message.")
    return [Problem(file=path.name, what=what) for what in said]


def shouts(text: str) -> list[str]:
    """Whole words in capitals that are no known abbreviation, and doubled exclamation marks."""
    return [hit[0] for hit in SHOUT.finditer(text) if hit[0] not in ACRONYMS]


def _with_parts(file: PromptFile) -> tuple[str, nodes.Template]:
    """The template with its includes in place, and its syntax tree."""
    folder = file.path.parent

    def part(hit: re.Match[str]) -> str:
        found = folder / hit[1]
        if not found.is_file():
            raise PromptError(f"There is no part {hit[1]}.", where=file.path.name)
        return found.read_text(encoding="utf-8")

    whole = re.sub(r"""\{%-?\s*include\s+["']([^"']+)["']\s*-?%\}""", part, file.source)
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


def _contradictions(text: str) -> list[str]:
    """Two limits for one thing, and an order that another one forbids."""
    said = []
    limits: dict[str, set[str]] = {}
    for hit in LIMIT.finditer(text):
        limits.setdefault(hit[2].rstrip("s"), set()).add(hit[1] or hit[0])
    said += [f"It sets several limits for {w}s." for w, found in limits.items() if len(found) > 1]
    clauses = re.split(r"[.;:!?]\s|\n", text)
    never = [s for c in clauses if (s := _after(NEVER, c))]
    always = [s for c in clauses if not NEVER.search(c) and (s := _after(ALWAYS, c))]
    for order in always:
        for ban in never:
            if len(order & ban) >= 2 and len(order & ban) >= 0.8 * min(len(order), len(ban)):
                said.append(f"It both orders and forbids: {' '.join(sorted(order & ban))}.")
    return said


def _after(pattern: re.Pattern[str], clause: str) -> frozenset[str]:
    """The words of what a clause orders or forbids."""
    hit = pattern.search(clause)
    words = re.findall(r"[a-z']+", clause[hit.end() :].lower()) if hit else []
    return frozenset(w for w in words[:8] if w not in SMALL)
