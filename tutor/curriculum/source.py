"""Where items come from: a fixed item, or a template that makes a variant for each seed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.errors import BadCourse
from tutor.ids import ItemId, MisconceptionId, SkillId
from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.item import Difficulty, Item, WrongAnswer
from tutor.items.template import Variables, filled
from tutor.items.template_words import Value
from tutor.items.types import item_type

WITH_CODE = frozenset({"output", "line"})
SHUFFLED = frozenset({"choice", "choices", "match", "order"})  # in an order that the seed gives
WITH_PROMPT = frozenset({"blanks", "choice", "choices", "open", "short"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An item as its author wrote it; `variables` is None for a fixed item.

    `spec` holds the fields of the item's type. `texts` holds prompt, code, worked_example and
    solution; all may hold expressions when there are variables. A `draft` is checked, never asked.
    """

    id: ItemId
    skills: tuple[SkillId, ...]
    type_name: str
    difficulty: Difficulty
    spec: Mapping[str, Any]
    texts: Mapping[str, str]
    hints: tuple[str, ...] = ()
    wrong: tuple[Mapping[str, Any], ...] = ()
    variables: Variables | None = None
    draft: bool = False
    context: Context = field(default_factory=Context)

    @property
    def templated(self) -> bool:
        """Whether each seed makes another variant."""
        return self.variables is not None

    def drawn(self, seed: int) -> tuple[Value, ...]:
        """The values that a seed draws for the variables, in their order."""
        return tuple(self.variables.draw(seed).values()) if self.variables else ()

    def make(self, seed: int, drawn: Sequence[Value] | None = None) -> Item:
        """The item for a seed; `drawn` is what the seed draws, for whoever has drawn it.

        Raises BadCourse when the author's text cannot be computed.
        """
        values = self._values(self.drawn(seed) if drawn is None else drawn)
        context = Context(
            language=self.context.language,
            decimal_comma=self.context.decimal_comma,
            terms=self.context.terms,
            seed=seed,
        )
        texts = self.texts if values is None else filled(self.texts, values)
        spec = dict(self.spec if values is None else filled(self.spec, values))
        if self.type_name in WITH_CODE and texts.get("code"):
            spec["code"] = texts["code"]
        if self.type_name in WITH_PROMPT:
            spec["prompt"] = texts["prompt"]
        if values is not None and isinstance(spec.get("choices"), list):
            spec["choices"] = _distinct(spec["choices"], spec.get("answer"))
        kind = item_type(self.type_name)(spec, context)
        hints = self.hints if values is None else tuple(filled(self.hints, values))
        wrong = self.wrong if values is None else filled(self.wrong, values)
        return Item(
            id=self.id,
            seed=seed,
            templated=self.templated,
            skills=self.skills,
            type_name=self.type_name,
            type=kind,
            prompt=texts.get("prompt", "").strip(),
            code=texts.get("code", "").rstrip(),
            difficulty=self.difficulty,
            hints=tuple(str(hint).strip() for hint in hints),
            worked_example=texts.get("worked_example", "").strip(),
            solution=texts.get("solution", "").strip(),
            wrong=self._wrong(wrong, spec, context, kind),
            language=context.language,
            decimal_comma=context.decimal_comma,
        )

    def _values(self, drawn: Sequence[Value]) -> dict[str, Value] | None:
        """The values by the names of their variables; None for a fixed item."""
        if self.variables is None:
            return None
        return dict(zip((*self.variables.choices, *self.variables.let), drawn, strict=True))

    def _wrong(
        self,
        given: Sequence[Mapping[str, Any]],
        spec: dict[str, Any],
        context: Context,
        kind: ItemType,
    ) -> tuple[WrongAnswer, ...]:
        made = []
        for entry in given:
            answer = entry["answer"]
            as_right = item_type(self.type_name)(_as_right(spec, answer), context)
            text = as_right.answer_text() if isinstance(answer, list | Mapping) else str(answer)
            if self.templated and kind.grade(text).verdict is Verdict.CORRECT:
                continue  # in this variant the foreseen slip happens to give the right answer
            misconception = entry.get("misconception")
            made.append(
                WrongAnswer(
                    text=text,
                    type=as_right,
                    misconception=MisconceptionId(str(misconception)) if misconception else None,
                    feedback=str(entry.get("feedback") or "").strip(),
                )
            )
        return tuple(made)


def _as_right(spec: dict[str, Any], answer: Any) -> dict[str, Any]:
    """The spec with a wrong answer in the right one's place, without demands on its form."""
    kept = {k: v for k, v in spec.items() if k not in {"form", "accept", "key_ideas"}}
    return {**kept, "answer": answer}


def _distinct(choices: Sequence[Any], answer: Any) -> list[Any]:
    """Choices without those that repeat in this variant; the right one always stays."""
    seen: set[str] = set()
    made = []
    for choice in choices:
        text = str(choice.get("text") if isinstance(choice, Mapping) else choice).strip()
        if text in seen:
            continue
        seen.add(text)
        made.append(choice)
    if len(made) < 2:
        raise BadCourse(
            "Fewer than two different choices are left in a variant.",
            where="choices",
            do="Add a condition under `where` that keeps the choices apart.",
        )
    return made
