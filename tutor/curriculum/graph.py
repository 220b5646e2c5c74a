"""The graph of a course's skills as SVG: a layer for each depth of prerequisites, arrows between.

Layers as in Sugiyama's method: a skill stands one layer below the deepest it requires; within a
layer, skills are ordered by the mean place of their prerequisites, swept down and up a few times.
"""

import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from tutor.curriculum.course import Course, Skill
from tutor.ids import SkillId

WIDE, GAP_X, GAP_Y, MARGIN = 190, 28, 64, 24  # px
FONT, LEADING = 14, 18  # px
PADDING = 12  # px
CHARACTERS = 24  # of a line in a box
SWEEPS = 4

_STYLE = """
text{font:14px system-ui,sans-serif;fill:#1b1b1b}
.box{fill:#f3f6fb;stroke:#35507a;stroke-width:1.5}
.edge{fill:none;stroke:#5a6b85;stroke-width:1.5}
.tip{fill:#5a6b85}
@media (prefers-color-scheme:dark){
.back{fill:#16191f}text{fill:#f1f3f6}.box{fill:#242b36;stroke:#9db7e0}.edge{stroke:#a9b6c9}.tip{fill:#a9b6c9}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """Where a skill stands."""

    x: int
    y: int
    tall: int
    lines: tuple[str, ...]


def graph_svg(course: Course) -> str:
    """The SVG's text. Its description lists every skill with what it requires, for who cannot see it."""
    layers = layered(course.skills)
    boxes, wide, tall = _placed(course, layers)
    edges = [
        _edge(boxes[before], boxes[skill.id])
        for skill in course.skills.values()
        for before in skill.requires
    ]
    drawn = [_box(course.skills[skill], box) for skill, box in boxes.items()]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}"'
            f' height="{tall}" role="img" aria-labelledby="title desc"'
            f' lang="{escape(course.language)}">',
            f'<title id="title">Skills of {escape(course.title)}</title>',
            f'<desc id="desc">{escape(_described(course))}</desc>',
            f"<style>{_STYLE}</style>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8"'
            ' markerHeight="8" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>',
            f'<rect class="back" width="{wide}" height="{tall}" fill="#ffffff"/>',
            *edges,
            *drawn,
            "</svg>",
            "",
        ]
    )


def layered(skills: Mapping[SkillId, Skill]) -> list[list[SkillId]]:
    """Skills by depth of prerequisites, each layer in an order that crosses few arrows."""
    depth: dict[SkillId, int] = {}

    def deep(skill: SkillId) -> int:
        if skill not in depth:
            depth[skill] = 1 + max((deep(one) for one in skills[skill].requires), default=-1)
        return depth[skill]

    layers: dict[int, list[SkillId]] = defaultdict(list)
    for skill in skills:
        layers[deep(skill)].append(skill)
    made = [layers[level] for level in sorted(layers)]
    above = {skill: tuple(facts.requires) for skill, facts in skills.items()}
    below: dict[SkillId, tuple[SkillId, ...]] = {
        skill: tuple(one for one, facts in skills.items() if skill in facts.requires)
        for skill in skills
    }
    for sweep in range(SWEEPS):
        near = below if sweep % 2 else above
        for layer in reversed(made) if sweep % 2 else made:
            place = {s: (at + 0.5) / len(row) for row in made for at, s in enumerate(row)}
            layer.sort(key=lambda s: _middle(near[s], place, place[s]))
    return made


def _middle(near: Sequence[SkillId], place: Mapping[SkillId, float], own: float) -> float:
    return sum(place[one] for one in near) / len(near) if near else own


def _placed(
    course: Course, layers: Sequence[Sequence[SkillId]]
) -> tuple[dict[SkillId, _Box], int, int]:
    """Where each box stands, and the width and height of the whole."""
    most = max(len(layer) for layer in layers)
    wide = 2 * MARGIN + most * WIDE + (most - 1) * GAP_X
    boxes: dict[SkillId, _Box] = {}
    y = MARGIN
    for layer in layers:
        lines = {s: tuple(textwrap.wrap(course.skills[s].title, CHARACTERS)) for s in layer}
        tall = 2 * PADDING + LEADING * max(len(one) for one in lines.values())
        x = (wide - len(layer) * WIDE - (len(layer) - 1) * GAP_X) // 2
        for skill in layer:
            boxes[skill] = _Box(x=x, y=y, tall=tall, lines=lines[skill])
            x += WIDE + GAP_X
        y += tall + GAP_Y
    return boxes, wide, y - GAP_Y + MARGIN


def _edge(before: _Box, after: _Box) -> str:
    x1, y1 = before.x + WIDE // 2, before.y + before.tall
    x2, y2 = after.x + WIDE // 2, after.y - 2
    bend = (y2 - y1) // 2
    path = f"M{x1} {y1}C{x1} {y1 + bend} {x2} {y2 - bend} {x2} {y2}"
    return f'<path class="edge" marker-end="url(#tip)" d="{path}"/>'


def _box(skill: Skill, box: _Box) -> str:
    first = box.y + (box.tall - LEADING * len(box.lines)) // 2 + FONT
    words = "".join(
        f'<text x="{box.x + WIDE // 2}" y="{first + LEADING * at}" text-anchor="middle">'
        f"{escape(line)}</text>"
        for at, line in enumerate(box.lines)
    )
    return (
        f'<g id="skill-{escape(skill.id)}"><rect class="box" x="{box.x}" y="{box.y}" width="{WIDE}"'
        f' height="{box.tall}" rx="8"/>{words}</g>'
    )


def _described(course: Course) -> str:
    said = []
    for skill in course.skills.values():
        before = ", ".join(course.skills[one].title for one in skill.requires)
        said.append(f"{skill.title} requires {before}." if before else f"{skill.title}: a start.")
    return " ".join(said)
