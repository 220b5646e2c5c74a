"""YAML read with the line of every value, so that an error can point at it."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from tutor.errors import BadCourse

Path = tuple[str | int, ...]
MAX_DEPTH = 40
MAX_NODES = 200_000


@dataclass(slots=True)
class Lined:
    """A YAML document: its value, and the line (from 1) of each path in it."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    nodes: set[int] = field(default_factory=set)

    def line(self, path: Path) -> int:
        """The line of a path, or of its nearest parent that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str, *, where: str) -> Lined:
    """Parse one YAML document. Raises BadCourse with file and line in `where`."""
    loader = yaml.constructor.SafeConstructor()
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        lined = Lined()
        if node is not None:
            lined.value = _read(loader, node, (), lined, where)
        return lined
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadCourse(
            f"This is not valid YAML: {error.problem or error.context}.",
            where=f"{where}:{line}",
            do="Quote texts that hold a colon, a # or a backslash, and indent with spaces.",
        ) from error
    except yaml.YAMLError as error:
        raise BadCourse(f"This is not valid YAML: {error}.", where=where) from error


def _read(
    loader: yaml.constructor.SafeConstructor, node: Any, path: Path, lined: Lined, where: str
) -> Any:
    line = node.start_mark.line + 1
    lined.lines[path] = line
    # A node met twice was an alias: a few lines of them can fill the memory.
    if id(node) in lined.nodes:
        raise BadCourse(
            "Aliases (*name) are not used in courses.",
            where=f"{where}:{line}",
            do="Write the text out.",
        )
    lined.nodes.add(id(node))
    if len(path) > MAX_DEPTH or len(lined.lines) > MAX_NODES:
        raise BadCourse("This file is too large or nested too deeply.", where=f"{where}:{line}")
    if isinstance(node, yaml.MappingNode):
        made: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node)
            if isinstance(key, list | dict) or key in made:
                raise BadCourse(
                    f"The field “{key}” stands here twice."
                    if not isinstance(key, list | dict)
                    else "A field's name must be a plain text.",
                    where=f"{where}:{key_node.start_mark.line + 1}",
                    do="Keep one of them.",
                )
            made[key] = _read(loader, value_node, (*path, key), lined, where)
            lined.lines[(*path, key)] = key_node.start_mark.line + 1
        return made
    if isinstance(node, yaml.SequenceNode):
        return [
            _read(loader, part, (*path, index), lined, where)
            for index, part in enumerate(node.value)
        ]
    return loader.construct_object(node)
