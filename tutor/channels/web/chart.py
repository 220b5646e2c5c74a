"""The skill map as a drawing: skills in columns by stage, joined to what they build on. Pure."""

from dataclasses import dataclass

from tutor.ids import SkillId
from tutor.learner_state.belief import Mastery
from tutor.reports.progress import Progress, SkillView

WIDTH, HEIGHT = 184, 56  # of a box
ACROSS, DOWN = 40, 16  # between boxes
EDGE = 4
LINE = 20  # characters in a line of a box


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A skill's place; `lines` is its title in one or two lines."""

    skill: SkillView
    x: int
    y: int
    lines: tuple[str, ...]
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Boxes and the curves between them, in px."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    curves: tuple[str, ...]


def chart(progress: Progress) -> Chart:
    """The drawing of a learner's skills."""
    tallest = max((len(stage) for stage in progress.stages), default=0)
    height = tallest * (HEIGHT + DOWN) - DOWN + 2 * EDGE
    places: dict[SkillId, tuple[int, int]] = {}
    boxes = []
    for column, stage in enumerate(progress.stages):
        own = len(stage) * (HEIGHT + DOWN) - DOWN
        x, top = EDGE + column * (WIDTH + ACROSS), (height - own) // 2
        ordered = sorted(stage, key=lambda one: _middle(one, places))
        for row, skill in enumerate(ordered):
            y = top + row * (HEIGHT + DOWN)
            places[skill.id] = (x, y)
            boxes.append(
                Box(
                    skill=skill,
                    x=x,
                    y=y,
                    lines=_lines(skill.title),
                    full=skill.band in (Mastery.CONFIRMED, Mastery.PROVISIONAL),
                )
            )
    curves = tuple(
        _curve(places[required], places[box.skill.id])
        for box in boxes
        for required in box.skill.requires
        if required in places
    )
    width = len(progress.stages) * (WIDTH + ACROSS) - ACROSS + 2 * EDGE
    return Chart(width=max(width, 1), height=max(height, 1), boxes=tuple(boxes), curves=curves)


def _middle(skill: SkillView, places: dict[SkillId, tuple[int, int]]) -> float:
    above = [places[one][1] for one in skill.requires if one in places]
    return sum(above) / len(above) if above else 0.0


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    x1, y1 = start[0] + WIDTH, start[1] + HEIGHT // 2
    x2, y2 = end[0], end[1] + HEIGHT // 2
    bend = min(ACROSS, (x2 - x1) // 2)
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"


def _lines(title: str) -> tuple[str, ...]:
    """The title in at most two lines, cut with an ellipsis if it must be."""
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1]} …"]
    return tuple(line if len(line) <= LINE + 4 else f"{line[: LINE + 3]}…" for line in lines)
