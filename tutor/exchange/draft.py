"""An item on its way between programs, whether it would work here, and its YAML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tutor.curriculum.course import Course
from tutor.curriculum.source import WITH_CODE, WITH_PROMPT, Source
from tutor.curriculum.starter import slug
from tutor.errors import BadCourse
from tutor.ids import ItemId
from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.item import Difficulty, Item
from tutor.items.reveal import reveals
from tutor.items.template import filled
from tutor.items.types import item_type

NO_HINT = "Read the question once more and say in your own words what is asked."


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An item as plain data: `fields` are those of its type, as docs/items.md has them."""

    id: str
    type: str
    prompt: str
    fields: Mapping[str, object] = field(default_factory=dict)
    code: str = ""
    hints: tuple[str, ...] = ()
    solution: str = ""
    about: tuple[str, ...] = ()  # its categories and tags elsewhere, the nearest first
    skill: str = ""  # one of the course that is not the file's

    @property
    def answer(self) -> object:
        """The item's own answer, as its type wants it."""
        return self.fields.get("answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Something that was not carried over: `whole` when the item itself was left out."""

    item: str
    why: str
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """Items that were read, and what was lost on the way."""

    drafts: tuple[Draft, ...] = ()
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file's content, and what was lost on the way."""

    content: bytes
    lost: tuple[Lost, ...] = ()


def unheld(draft: Draft, *held: str) -> str:
    """Which of the item's options a format does not hold, beside its answer and `held`; or nothing."""
    more = sorted(set(draft.fields) - {"answer", *held})
    return f"Options were left out: {', '.join(more)}." if more else ""


def unnamed(draft: Draft) -> str:
    """That no other program holds which misconceptions its options and mistakes name; or nothing."""
    options = draft.fields.get("choices")
    listed = options if isinstance(options, list | tuple) else ()
    if any(isinstance(one, Mapping) and one.get("misconception") for one in listed):
        return "The misconceptions that its options name were left out."
    return ""


def drafts_of(course: Course) -> Exchanged:
    """The course's items; of a template its first variant, which is said."""
    made, lost = [], []
    for source in course.sources.values():
        assert isinstance(source, Source)
        made.append(_of(source))
        if source.templated:
            why = "It is a template; its first variant is taken."
            lost.append(Lost(item=source.id, why=why, whole=False))
    return Exchanged(drafts=tuple(made), lost=tuple(lost))


def _of(source: Source) -> Draft:
    values = source.variables.draw(0) if source.variables else None
    texts = source.texts if values is None else filled(source.texts, values)
    spec = source.spec if values is None else filled(source.spec, values)
    hints = source.hints if values is None else filled(source.hints, values)
    return Draft(
        id=source.id,
        type=source.type_name,
        prompt=str(texts["prompt"]).strip(),
        fields=dict(spec),
        code=str(texts.get("code", "")).rstrip(),
        hints=tuple(str(hint).strip() for hint in hints),
        solution=str(texts.get("solution", "")).strip(),
    )


def objection(draft: Draft, context: Context) -> str:
    """Why the item would not work here, or nothing."""
    if not draft.prompt.strip():
        return "It has no prompt."
    try:
        made = _type(draft, context)
    except BadCourse as error:
        return str(error)
    if draft.type != "open" and made.grade(made.answer_text()).verdict is not Verdict.CORRECT:
        return f"Its own answer “{made.answer_text()}” would not be graded as correct."
    return ""


def _type(draft: Draft, context: Context) -> ItemType:
    spec = dict(draft.fields)
    if draft.type in WITH_CODE:
        spec["code"] = draft.code
    if draft.type in WITH_PROMPT:
        spec["prompt"] = draft.prompt
    return item_type(draft.type)(spec, context)


def _ladder(draft: Draft, context: Context) -> tuple[str, ...]:
    """The hints up to the first that gives the answer away: what tells it is the last level."""
    item = Item(
        id=ItemId(draft.id), seed=0, templated=False, skills=(), type_name=draft.type,
        type=_type(draft, context), prompt=draft.prompt, code=draft.code,
        difficulty=Difficulty.MEDIUM, hints=draft.hints,
    )  # fmt: skip
    told = next((at for at, hint in enumerate(draft.hints) if reveals(hint, item)), None)
    return draft.hints if told is None else draft.hints[: told + 1]


def usable(
    found: Exchanged, context: Context, *, prefix: str = "", taken: frozenset[str] = frozenset()
) -> Exchanged:
    """Only what works here; the rest joins what was lost.

    Each item gets an id that is not among `taken`, with `prefix` where its own is no name.
    """
    kept: list[Draft] = []
    lost, used = list(found.lost), set(taken)
    for draft in found.drafts:
        why = objection(draft, context)
        if why:
            lost.append(Lost(item=draft.id, why=why))
            continue
        hints = _ladder(draft, context)
        if len(hints) < len(draft.hints):
            why = "Hints after the one that gives the answer away were left out."
            lost.append(Lost(item=draft.id, why=why, whole=False))
        one = replace(
            draft,
            id=_free(slug(draft.id, otherwise=prefix or "item"), used),
            prompt=_apart(draft.prompt),
            hints=hints,
            solution=_apart(draft.solution),
        )
        if not one.hints:
            why = "It has no hints; a general one stands in their place."
            lost.append(Lost(item=draft.id, why=why, whole=False))
        kept.append(one)
    return Exchanged(drafts=tuple(kept), lost=tuple(lost))


def as_yaml(drafts: Iterable[Draft], skill: str) -> dict[str, object]:
    """An items file as plain data; every item is marked as a draft, which nobody is asked."""
    return {"skill": skill, "items": [_entry(one) for one in drafts]}


def _entry(draft: Draft) -> dict[str, object]:
    made: dict[str, object] = {
        "id": draft.id, "type": draft.type, "draft": True, "prompt": draft.prompt,
    }  # fmt: skip
    if draft.code:
        made["code"] = draft.code
    if draft.skill:
        made["skills"] = [draft.skill]
    made |= draft.fields
    made["hints"] = list(draft.hints) or [NO_HINT]
    if draft.solution:
        made["solution"] = draft.solution
    return made


def _apart(text: str) -> str:
    """LaTeX's `{{` written so that it is no expression of a template."""
    return text.replace("{{", "{ {")


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free)
    return free
