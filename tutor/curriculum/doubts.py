"""What is doubtful in an item and its variants: nothing breaks, but a teacher would mend it. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from tutor.curriculum.source import Source
from tutor.items.grade import Verdict
from tutor.items.item import Item
from tutor.items.reveal import reveals

Doubt: TypeAlias = tuple[int, str, str, str]  # seed of the variant, field, what, what to do

_COUNTED = re.compile(r"(?:(\w+)[^\w.,/]+)?(?<![\w.,/])(\d+) ([a-zñáéíóú]{2,}s)\b")
# A number behind one of these is a name: “index 1 holds the letter l”.
_NAMED = re.compile(
    r"class|column|day|group|index|item|level|line|número|number|page|place|position|question|"
    r"room|round|row|step|year|índice|línea|página|paso|posición"
)
_NO_PLURAL = re.compile(
    r"always|as|asks|belongs|comes|divides|does|entonces|equals|es|fits|follows|gives|goes|has|"
    r"holds|is|its|leaves|less|makes|means|menos|minus|más|plus|prints|shows|stands|takes|this|"
    r"times|was"
)
_ASKS_FORM = re.compile(
    r"form|terms|simpl|reduc|written|write|equal|same|value|forma|igual|escri|valor", re.IGNORECASE
)
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_VALUE = re.compile(r"(?:(\d+) )?(\d+(?:[.,]\d+)?)(?:/(\d+))?\s*(%?)")


def doubts(source: Source, items: Sequence[Item]) -> Iterator[Doubt]:
    """What is doubtful in a source, given its item or the variants that were made of it.

    Each is told of the first variant that shows it.
    """
    for look in (_repeated_hints, _one_wrong_answer_twice, _equal_choices, _solves_itself):
        found = next((doubt for item in items for doubt in look(item)), None)
        if found:
            yield found
    yield from _one_of_many(items)
    yield from _lost_choices(source, items)
    yield from _never_wrong(source, items)


def _repeated_hints(item: Item) -> Iterator[Doubt]:
    for level, hint in enumerate(item.hints):
        if hint in item.hints[:level]:
            yield (
                item.seed,
                f"hints.{level}",
                "This hint says the same as one before it.",
                "Each hint is to help further than the last: change it, or leave it out.",
            )


def _one_wrong_answer_twice(item: Item) -> Iterator[Doubt]:
    for index, wrong in enumerate(item.wrong):
        for before in item.wrong[:index]:
            if (
                before.misconception != wrong.misconception
                and before.type.grade(wrong.text).verdict is Verdict.CORRECT
            ):
                yield (
                    item.seed,
                    "wrong",
                    f"The wrong answers “{before.text}” and “{wrong.text}” are the same, "
                    "but betray two misconceptions; only the first is told.",
                    "Keep one of them, or choose numbers that keep them apart (`where`).",
                )


def _equal_choices(item: Item) -> Iterator[Doubt]:
    """A distractor with the value of the right choice, where the form is not what is asked for."""
    if item.type_name != "choice" or _ASKS_FORM.search(item.prompt):
        return
    options = [option.text for option in item.type.shown().options]
    right = next((o for o in options if item.type.grade(o).verdict is Verdict.CORRECT), "")
    value = _value(right)
    for other in options:
        if other != right and value is not None and _value(other) == value:
            yield (
                item.seed,
                "choices",
                f"The choices “{right}” and “{other}” have the same value, but only one is right.",
                "Change the distractor, or say in the prompt which form is asked for.",
            )


def _value(text: str) -> Fraction | None:
    found = _VALUE.fullmatch(text.strip())
    if not found or found[3] == "0":
        return None
    number = Fraction(found[2].replace(",", ".")) / Fraction(found[3] or 1)
    return (Fraction(found[1] or 0) + number) / (100 if found[4] else 1)


def _solves_itself(item: Item) -> Iterator[Doubt]:
    """A worked example that has all the numbers of this variant, and its answer."""
    asked = Counter(_NUMBER.findall(f"{item.prompt} {item.code}"))
    shown = Counter(_NUMBER.findall(item.worked_example))
    if not item.templated or not asked or not asked <= shown or item.type_name == "choice":
        return
    if reveals(item.worked_example, item):
        yield (
            item.seed,
            "worked_example",
            "The worked example solves this very problem.",
            "Take other numbers for it, or keep this variant out (`where`).",
        )


def _one_of_many(items: Sequence[Item]) -> Iterator[Doubt]:
    """“1 slices”: a word that stays plural where another variant counts more than one."""
    if not items or items[0].language[:2] not in ("en", "es"):
        return
    first: dict[tuple[str, str], tuple[int, str]] = {}
    many: set[tuple[str, str]] = set()
    for item in items:
        for field, text in _texts(item):
            for before, number, word in _COUNTED.findall(text):
                if _NO_PLURAL.fullmatch(word) or _NAMED.fullmatch(before.casefold()):
                    continue
                if number == "1":
                    first.setdefault((field, word), (item.seed, f"1 {word}"))
                else:
                    many.add((field, word))
    for key, (seed, found) in first.items():
        if key in many:
            word = key[1]
            yield (
                seed,
                key[0],
                f"This says “{found}”.",
                f'Write {{{{plural(n, "{word.removesuffix("s")}", "{word}")}}}} with the number for n.',
            )


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    yield "prompt", item.prompt
    yield "solution", item.solution
    for level, hint in enumerate(item.hints):
        yield f"hints.{level}", hint


def _lost_choices(source: Source, items: Sequence[Item]) -> Iterator[Doubt]:
    written = source.spec.get("choices")
    if not source.templated or not isinstance(written, list):
        return
    for item in items:
        left = len(item.type.shown().options)
        if left < len(written):
            yield (
                item.seed,
                "choices",
                f"Only {left} of the {len(written)} choices are left, since others are the same.",
                "Add a condition under `where` that keeps the choices apart.",
            )
            return


def _never_wrong(source: Source, items: Sequence[Item]) -> Iterator[Doubt]:
    if source.templated and source.wrong and not any(item.wrong for item in items):
        yield (
            items[0].seed,
            "wrong",
            "What is listed as wrong is the right answer in every variant, so it is left out.",
            "Mend its expression, or remove it.",
        )
