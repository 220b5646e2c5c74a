"""Prompt files: a front matter and a template each, rendered strictly, with foreign text fenced.

A file is `name.md`: YAML front matter (name, version, inputs), then Jinja2. `inputs` says of
each variable whether it is `code` (written by us or computed) or `data` (written by a learner,
a teacher or in a document). Data can enter only through the `data` filter, which fences it; both
the linter (`tutor.prompt_lint`) and the rendering refuse any other way. Nothing is escaped for
HTML.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
import jinja2.meta
import yaml

from tutor.errors import BadSettings

LONGEST_DATA = 4_000  # characters of one fenced text
MESSAGE = "\n=== message ===\n"  # what stands before it is the system's part
FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
FENCE = re.compile(r"<\s*/?\s*data\b[^>\n]*>?", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200d\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
BLANKS = re.compile(r"\n{3,}")


class PromptError(BadSettings):
    """A prompt file, or what was given to it, is wrong."""


class Kind(StrEnum):
    """Who wrote an input."""

    CODE = "code"
    DATA = "data"


class Data:
    """A text that somebody outside wrote: it can be fenced and tested, never inserted as it is."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def __str__(self) -> str:
        raise PromptError("Text from outside was inserted into a prompt without the data filter.")

    def __add__(self, _: object) -> str:
        return str(self)

    __radd__ = __format__ = __add__


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptFile:
    """A prompt file as written. `source` is the template without its front matter."""

    name: str
    version: str
    inputs: Mapping[str, Kind]
    source: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A rendered prompt file: the system's part and the message."""

    name: str
    version: str
    system: str
    message: str


class PromptBook:
    """The prompt files of a folder, read once and rendered strictly. `parts/` holds includes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, PromptFile] = {}
        self._templates = lru_cache(maxsize=64)(self._compiled)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.md")))

    def file(self, name: str) -> PromptFile:
        """A prompt file; raises PromptError when it is absent or its front matter is wrong."""
        if name not in self._files:
            self._files[name] = read_prompt(self._folder / f"{name}.md")
        return self._files[name]

    def warm(self) -> None:
        """Compile every file and what it includes (tenths of a second), so that no learner waits."""
        for name in self.names:
            environment = self._templates(name).environment
            tree = environment.parse(self.file(name).source)
            for part in jinja2.meta.find_referenced_templates(tree):
                if part is not None:
                    environment.get_template(part)

    def render(self, name: str, inputs: Mapping[str, object]) -> Rendered:
        """The prompt with its inputs; raises PromptError when one is missing or unknown.

        An input declared as data must be a `Data`, a sequence or a mapping of them.
        """
        file = self.file(name)
        missing = sorted(set(file.inputs) - set(inputs))
        unknown = sorted(set(inputs) - set(file.inputs))
        if missing or unknown:
            said = [f"missing: {', '.join(missing)}"] if missing else []
            said += [f"unknown: {', '.join(unknown)}"] if unknown else []
            raise PromptError(f"Its inputs do not fit ({'; '.join(said)}).", where=file.path.name)
        for key, kind in file.inputs.items():
            if kind is Kind.DATA and _bare(inputs[key]):
                raise PromptError(f"The input {key} is data and was given as text.", where=name)
        try:
            text = self._templates(name).render(**inputs)
        except jinja2.TemplateError as error:
            raise PromptError(str(error), where=file.path.name) from error
        system, _, message = text.partition(MESSAGE)
        return Rendered(
            name=file.name,
            version=file.version,
            system=BLANKS.sub("\n\n", system).strip(),
            message=BLANKS.sub("\n\n", message).strip(),
        )

    def _compiled(self, name: str) -> jinja2.Template:
        file = self.file(name)
        environment = jinja2.Environment(
            undefined=jinja2.StrictUndefined,
            loader=jinja2.FileSystemLoader(self._folder),
            autoescape=False,  # noqa: S701 — a prompt is not HTML: a < b stays a < b
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,  # a book is read once
        )
        mark = marker(file)
        environment.filters["data"] = lambda value, kind: fenced(value, kind, mark)
        return environment.from_string(file.source)


def read_prompt(path: Path) -> PromptFile:
    """A prompt file; raises PromptError."""
    try:
        found = FRONT.match(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PromptError("There is no such prompt file.", where=path.name) from error
    if found is None:
        raise PromptError("It does not begin with front matter between two ---.", where=path.name)
    try:
        front: Any = yaml.safe_load(found[1])
        if set(front) != {"name", "version", "inputs"}:
            raise ValueError("its fields must be name, version and inputs")
        inputs = {str(key): Kind(kind) for key, kind in (front["inputs"] or {}).items()}
    except (yaml.YAMLError, ValueError, TypeError, AttributeError) as error:
        raise PromptError(f"Its front matter is wrong: {error}.", where=path.name) from error
    if front["name"] != path.stem:
        raise PromptError("Its name is not that of the file.", where=path.name)
    return PromptFile(
        name=path.stem, version=str(front["version"]), inputs=inputs, source=found[2], path=path
    )


def marker(file: PromptFile) -> str:
    """The mark of a prompt's fences: fixed for a version, so that renderings can be compared."""
    return f"{zlib.crc32(f'{file.name}/{file.version}'.encode()):08x}"


def fenced(value: Data, kind: str, mark: str) -> str:
    """The text between fences, without anything in it that looks like a fence or cannot be seen."""
    if not isinstance(value, Data):
        raise PromptError(f"The data filter got something that is not data ({kind}).")
    text = UNSEEN.sub("", value.text.replace("\r\n", "\n"))
    while True:  # what is left after removing a fence may be a fence again
        bare = FENCE.sub("", text).replace(mark, "")
        if bare == text:
            break
        text = bare
    if len(text) > LONGEST_DATA:
        text = text[:LONGEST_DATA] + " …"
    return f'<data kind="{kind}" mark="{mark}">\n{text.strip()}\n</data mark="{mark}">'


def _bare(value: object) -> bool:
    match value:
        case str():
            return True
        case Mapping():
            return any(_bare(entry) for entry in value.values())
        case list() | tuple():
            return any(_bare(entry) for entry in value)
        case _:
            return False
