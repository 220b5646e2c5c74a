"""What an item of QTI 2.1 or 2.2 takes for right: the values, ranges and tolerances of one response.

They stand in the declaration, in its map of marks, or in rules; of several rules the one that gives the
most marks decides. A rule that cannot be carried over exactly is an objection, never a narrower key.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from tutor.exchange.markup import flat, plain_number
from tutor.retrieval.opening import Element

_NUMBERS = frozenset({"float", "integer"})
_WORDS = frozenset({"textEntryInteraction", "extendedTextInteraction"})
_EXACT = frozenset({"match", "stringMatch"})
_ENDS = {"gt": True, "gte": True, "lt": False, "lte": False}  # whether the other value is the least
_RULES = ("match", "stringMatch", "equal", "equalRounded", "patternMatch", "substring", *_ENDS)
_UNREAD = "It is marked by a rule that Meno does not read."
_PATTERN = "Its answer is a pattern, not a text."
SEVERAL = "Several numbers give full marks each; a number item has one."


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """What rules say of a response: its right values, the fields of a number, or why it cannot be carried over."""

    answers: tuple[str, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)
    objection: str = ""
    partial: bool = False  # whether other rules give a part of the marks
    open_ends: bool = False  # whether the ends of its range are not right themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An interaction with its declaration: the right values, and whether several make one response."""

    at: Element
    right: tuple[str, ...]
    several: bool
    number: bool
    partial: bool
    tied: bool  # whether several values give all marks
    marking: Marking


def asked_by(item: Element, at: Element) -> Asked:
    """The interaction `at` with what its item takes for right."""
    name = at.attributes.get("responseIdentifier", "RESPONSE")
    declared = next(
        (o for o in item.all("responseDeclaration") if o.attributes.get("identifier") == name), None
    )
    cardinality = declared.attributes.get("cardinality", "") if declared else ""
    base, values = _values(declared, ours=item.attributes.get("toolName") == "Meno")
    marks = _marks(item, declared) if cardinality != "ordered" else {}
    best = max(marks.values(), default=0.0)
    marking = _marking(item, name, values, whole=base == "integer")
    right = list(values)
    if best > 0 and (not right or at.name in _WORDS):
        enough = 0.0 if cardinality == "multiple" else best
        right += [key for key, mark in marks.items() if mark > 0 and mark >= enough]
    if not right or at.name in _WORDS:
        right += marking.answers
    full = {key for key, mark in marks.items() if mark == best > 0}
    half = any(0 < mark < best for mark in marks.values())
    return Asked(
        at=at,
        right=tuple(filter(None, dict.fromkeys(right))),
        several=cardinality in {"multiple", "ordered"},
        number=base in _NUMBERS,
        partial=cardinality == "single" and (half or marking.partial),
        tied=cardinality == "single" and len(full | set(right)) > 1,
        marking=marking,
    )


def _values(declared: Element | None, *, ours: bool) -> tuple[str, list[str]]:
    """The base type and the right values as they are declared; a record's is that of its one field."""
    correct = declared.child("correctResponse") if declared else None
    values = list(correct.all("value")) if correct else []
    base = declared.attributes.get("baseType", "") if declared else ""
    if declared and declared.attributes.get("cardinality") == "record":
        base = values[0].attributes.get("baseType", "") if len(values) == 1 else ""
        values = values[:1] if len(values) == 1 else []
    # Lines are pretty printing elsewhere.
    return base, [one.words().strip() if ours else flat(one.words()) for one in values]


def _marks(item: Element, declared: Element | None) -> dict[str, float]:
    """What each value gives by the declaration's map; nothing where the map is not what marks it."""
    processing = item.child("responseProcessing")
    template = processing.attributes.get("template", "") if processing else ""
    marks = dict[str, float]()
    for entry in declared.all("mapEntry") if declared else ():
        amount = _number(entry.attributes.get("mappedValue", ""))
        if amount is not None and not template.endswith("match_correct"):
            marks[flat(entry.attributes.get("mapKey", ""))] = float(amount)
    return marks


def _marking(item: Element, name: str, right: list[str], *, whole: bool) -> Marking:
    """What the rules say of one response."""
    found = list[tuple[float, Element]]()
    for branch in item.all("responseIf", "responseElseIf"):
        condition = branch.children[0] if branch.children else None
        if condition is not None and any(_about(rule, name) for rule in _rules(condition)):
            found.append((_given(branch), condition))
    most = max((given for given, _ in found), default=0.0)
    if most <= 0:
        return Marking()
    told = _joined([_told(one, name, right, whole=whole) for given, one in found if given == most])
    return replace(told, partial=any(0 < given < most for given, _ in found))


def _joined(told: list[Marking]) -> Marking:
    """What several rules say that give the same marks: values that are right beside each other."""
    if all(one == told[0] for one in told):
        return told[0]
    if any(one.objection or one.fields for one in told):
        return Marking(objection=next((one.objection for one in told if one.objection), SEVERAL))
    return Marking(answers=tuple(dict.fromkeys(value for one in told for value in one.answers)))


def _rules(condition: Element) -> Iterator[Element]:
    if condition.name in _RULES:
        yield condition
    yield from condition.all(*_RULES)


def _about(rule: Element, name: str) -> bool:
    return any(one.attributes.get("identifier") == name for one in rule.all("variable"))


def _given(branch: Element) -> float:
    """The marks that a branch gives: the greatest number that it sets an outcome to."""
    numbers = [
        _number(value.words())
        for one in branch.children
        if one.name == "setOutcomeValue"
        for value in one.all("baseValue")
    ]
    return max((float(one) for one in numbers if one is not None), default=0.0)


def _told(condition: Element, name: str, right: list[str], *, whole: bool) -> Marking:
    """What one condition says of the response."""
    rules = [rule for rule in _rules(condition) if _about(rule, name)]
    kinds = {rule.name for rule in rules}
    if condition.name == "not" or next(condition.all("not"), None) is not None:
        return Marking(objection=_UNREAD)
    if kinds & {"patternMatch", "substring"} or any(
        rule.attributes.get("substring") == "true" for rule in rules
    ):
        return Marking(objection=_PATTERN)
    if kinds <= _ENDS.keys():
        return _range(rules, right, whole=whole)
    if kinds & _ENDS.keys():
        return Marking(objection=_UNREAD)
    return _joined([_near(rule, right) for rule in rules])


def _near(rule: Element, right: list[str]) -> Marking:
    """A value with how far off a response may be."""
    value = _other(rule, right)
    if value is None:
        return Marking(objection=_UNREAD)
    if rule.name in _EXACT or rule.attributes.get("toleranceMode", "exact") == "exact":
        if rule.name == "equalRounded":
            return _rounded(rule, value)
        return Marking(answers=(plain_number(value),))
    sizes = [_number(one) for one in rule.attributes.get("tolerance", "").split()]
    number = _number(value)
    if not sizes or number is None or None in sizes:
        return Marking(objection=_UNREAD)
    below, above = [one for one in (sizes[0], sizes[-1]) if one is not None]
    percent = rule.attributes["toleranceMode"] == "relative"
    if below == above:
        allowed = plain_number(str(below)) + ("%" if percent else "")
        return Marking(
            answers=(plain_number(value),), fields={"tolerance": allowed} if below else {}
        )
    share = abs(number) / 100 if percent else Decimal(1)
    ends = [format((number + by * share).normalize(), "f") for by in (-below, above)]
    return Marking(answers=(plain_number(value),), fields={"between": ends})


def _rounded(rule: Element, value: str) -> Marking:
    """A value that is right when it rounds to the same: half of the last place that counts."""
    number, figures = _number(value), _number(rule.attributes.get("figures", ""))
    if number is None or figures is None or not 0 <= figures <= 15:
        return Marking(objection=_UNREAD)
    places = int(figures)
    if rule.attributes.get("roundingMode", "significantFigures") == "significantFigures":
        places -= number.adjusted() + 1
    half = Decimal(5).scaleb(-places - 1)
    return Marking(answers=(plain_number(value),), fields={"tolerance": format(half, "f")})


def _range(rules: list[Element], right: list[str], *, whole: bool) -> Marking:
    """From the least to the greatest number, where one rule says each."""
    ends, open_ends = dict[bool, Decimal](), False
    for rule in rules:
        number = _number(_other(rule, right) or "")
        least = _ENDS[rule.name] == (rule.children[0].name == "variable")
        if number is None or least in ends:
            return Marking(objection=_UNREAD)
        without = rule.name in {"gt", "lt"}
        if without and whole:
            number += 1 if least else -1
        open_ends |= without and not whole
        ends[least] = number
    if ends.keys() != {True, False} or ends[True] > ends[False]:
        return Marking(objection="Its range of right numbers has one end only.")
    between = [format(ends[least], "f") for least in (True, False)]
    middle = right[0] if right else format(((ends[True] + ends[False]) / 2).normalize(), "f")
    return Marking(
        answers=(plain_number(middle),), fields={"between": between}, open_ends=open_ends
    )


def _other(rule: Element, right: list[str]) -> str | None:
    """What a rule compares the response with; None where that is neither a value nor the right one."""
    for one in rule.children:
        if one.name == "baseValue":
            return flat(one.words())
        if one.name == "correct" and len(right) == 1:
            return right[0]
    return None


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < 20 else None
