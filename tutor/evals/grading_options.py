"""Options of outside suites, whatever they call them: tolerances, digits, flags, lists of words."""

import re
from collections.abc import Mapping
from fractions import Fraction

_RELATIVE = ("rtol", "relative", "reltol", "relative_tolerance", "relerror")
_ABSOLUTE = (
    "atol", "absolute", "abstol", "absolute_tolerance", "maxerror", "max_error", "checkingaccuracy", "accuracy",
    "tolerance", "tol", "threshold", "error", "option", "opt", "delta", "epsilon",
)  # fmt: skip


class Options:
    """A mapping of options, asked for by meaning; unknown shapes count as absent."""

    def __init__(self, found: object, *, note: str = "") -> None:
        self.note = note
        self.all: dict[str, object] = dict(found) if isinstance(found, Mapping) else {}
        if found is not None and not isinstance(found, Mapping):
            self.all["option"] = found
        self._folded = {str(k).lower().replace("-", "_"): v for k, v in self.all.items()}

    def __contains__(self, name: str) -> bool:
        return name in self.all

    def text(self, name: str) -> str:
        """An option as text; "" when absent."""
        value = self._folded.get(name.lower())
        return "" if value is None else str(value).strip()

    def flag(self, name: str) -> bool:
        """An option that is true or false."""
        return self.text(name).lower() in ("true", "1", "yes")

    def words(self, name: str) -> list[str]:
        """An option that lists words."""
        value = self._folded.get(name.lower())
        if isinstance(value, list | tuple):
            return [str(v) for v in value]
        return [str(value)] if value else []

    def mapping(self, name: str) -> dict[str, object]:
        """An option that is itself a mapping."""
        value = self.all.get(name)
        return dict(value) if isinstance(value, Mapping) else {}

    def names_a(self, word: str) -> bool:
        """Whether any option, value or the row's note holds a word ("UnitsStrict")."""
        if word.lower() in self.note.lower():
            return True
        return any(
            word.lower() in f"{k} {v}".lower()
            for k, v in self.all.items()
            if v not in (False, None)
        )

    def letter(self) -> str:
        """The first option that is one letter, as a variable is; "" for none."""
        for value in self.all.values():
            match = re.fullmatch(r"\s*\[?\s*([a-zA-Z])\b(?:\s*,.*)?\]?\s*", str(value))
            if match:
                return match[1]
        return ""

    def numbers(self, *names: str) -> list[int]:
        """The whole numbers of the first of several options that has any, else of any option."""
        for name in names:
            value = self._folded.get(name.lower())
            if isinstance(value, bool) or value is None:
                continue
            found = re.findall(r"-?\d+", str(value))
            if found:
                return [int(v) for v in found]
        for value in self.all.values():
            if isinstance(value, bool) or not isinstance(value, int | str | list):
                continue
            if re.fullmatch(r"[\[\s]*-?\d+(?:\s*,\s*-?\d+)?[\]\s]*", str(value)):
                return [int(v) for v in re.findall(r"-?\d+", str(value))]
        return []

    def answers(self) -> list["Options"]:
        """Perseus' list of answers."""
        value = self.all.get("answers")
        return [Options(v) for v in value] if isinstance(value, list) else []

    def range(self) -> tuple[str, str]:
        """The ends of a range; "" for none."""
        low = self.text("minvalue") or self.text("min") or self.text("low")
        high = self.text("maxvalue") or self.text("max") or self.text("high")
        return low, high

    def tolerance(self, mode: str = "") -> tuple[Fraction, Fraction]:
        """The allowed error, (absolute, relative); both 0 when none is named."""
        if not self._folded:
            return Fraction(0), Fraction(0)
        relative = next((v for n in _RELATIVE if (v := self._fraction(n)) is not None), None)
        absolute: Fraction | None = None
        for name in _ABSOLUTE:
            value = self._fraction(name)
            if value is None:
                continue
            if "%" in self.text(name) or "relative" in mode or self._is_relative():
                relative = relative if relative is not None else value
            else:
                absolute = value
            break
        if relative is None and absolute is None and re.search(r"absolute|relative|tol", mode):
            found = next((v for k in self._folded if (v := self._fraction(k)) is not None), None)
            absolute, relative = (None, found) if "relative" in mode else (found, None)
        return absolute or Fraction(0), relative or Fraction(0)

    def _is_relative(self) -> bool:
        kind = f"{self.text('checkingtype')} {self.text('toltype')} {self.text('tolerance_type')}"
        return "reldiff" in kind or "relative" in kind

    def _fraction(self, name: str) -> Fraction | None:
        if name not in self._folded:
            return None
        text = self.text(name)
        percent = text.endswith("%")
        try:
            value = Fraction(text.rstrip("% "))
        except (ValueError, ZeroDivisionError):
            return None
        return value / 100 if percent else value
