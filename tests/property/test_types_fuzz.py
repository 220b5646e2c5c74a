"""Every item type on any text: a verdict, the same one twice, without raising and without long work."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.maths.effort import TooLong, bounded, spend
from tutor.items.types import item_type

_SPECS: tuple[tuple[str, dict[str, object]], ...] = (
    ("number", {"answer": "3/4", "form": "lowest_terms"}),
    ("number", {"answer": "sqrt(2)", "significant_figures": 3, "strict": True}),
    ("units", {"answer": "9.8 m/s^2", "tolerance": "1 %"}),
    ("expression", {"answer": "(x-1)(x+1)", "form": "factored"}),
    ("expression", {"answer": "sin(x)+ln(y)/z"}),
    ("equation", {"answer": "x^2-5x=6"}),
    ("inequality", {"answer": "x^3-2x>0"}),
    ("system", {"answer": ["x+y=5", "x-y=1"], "variables": ["x", "y"]}),
    ("interval", {"answer": "(-inf,2) U [3,5)"}),
    ("set", {"answer": "2, -3, 1/2"}),
    ("list", {"answer": "2,4,6"}),
    ("pair", {"answer": "(2,-3)"}),
    ("matrix", {"answer": [[1, 2], [3, 4]]}),
    ("derivative", {"answer": "3x^2", "of": "x^3"}),
    ("antiderivative", {"answer": "ln|x|+C", "of": "1/x"}),
    ("chemistry", {"answer": "2H2 + O2 -> 2H2O", "states": True}),
    ("remainder", {"answer": "3 r 2"}),
    ("clock", {"answer": "20:30"}),
    ("choice", {"choices": ["Mitosis", "Meiosis"], "answer": "Mitosis"}),
    ("choices", {"choices": ["two", "three", "four"], "answer": ["two", "three"]}),
    ("order", {"answer": ["first", "second", "third"]}),
    ("match", {"answer": {"H2O": "water", "NaCl": "salt"}}),
    ("blanks", {"prompt": "The ___ is ___.", "answer": ["sky", "blue"]}),
    ("short", {"answer": "mitosis"}),
    ("output", {"code": "print(1)", "answer": "1"}),
    ("line", {"code": "a = 1\nb = = 2", "answer": 2}),
)
_LISTED = (
    "x y 2 12 0.5 1,000 7/0 -3 ( ) [ ] { } ^ ** / * + - = < >= ≤ ! % ° √ ½ ² π ∞ ∪ | , ; : ' \" $ \\ & _ "
    "sin ln log_2 sqrt abs max f( e i inf and or not is cm m/s² kg H2O -> (aq) ^{2-} \\frac{1} \\sqrt[3] "
    "\\begin{bmatrix} \\\\ \\left( \\text{ \\overline{3} 1e999 9^9^9 A B, mitosis 🙂 \u200b \u202e \ufeff \x00 ٣ 𝑥"
)  # fmt: skip
_PIECES = st.sampled_from(_LISTED.split(" "))
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.lists(_PIECES, max_size=40).map("".join),
    st.tuples(_PIECES, st.integers(2, 3000)).map(lambda p: p[0] * p[1]),
)


def _made() -> list[tuple[str, ItemType]]:
    return [(name, item_type(name)({"prompt": "?", **spec}, Context())) if name in _WITH_PROMPT
            else (name, item_type(name)(spec, Context())) for name, spec in _SPECS]  # fmt: skip


_WITH_PROMPT = frozenset({"blanks"})
_ITEMS = _made()


@given(_TEXTS)
@settings(max_examples=120, deadline=None)
def test_any_text_gets_one_verdict_in_little_time(text: str) -> None:
    for name, item in _ITEMS:
        started = time.thread_time()
        grade = item.grade(text)
        took = time.thread_time() - started
        assert isinstance(grade.verdict, Verdict)
        assert 0 <= grade.share <= 1
        assert took < 0.25, f"{name}: {took:.3f} s"
        assert item.grade(text) == grade


def test_work_is_bounded_by_steps_and_not_by_the_clock() -> None:
    with bounded(10) as bound:
        spend(10)
        assert not bound.reached
        with pytest.raises(TooLong):
            spend()
    assert bound.reached
    spend(10**9)  # outside a bounded block nothing counts


def test_more_work_than_the_bound_allows_is_unreadable() -> None:
    roots = " or ".join(f"sin({k}x)cos({k}x)+x^{k}>ln(x+{k})" for k in range(2, 9))
    grade = item_type("inequality")({"answer": "x^3-2x>0"}, Context()).grade(roots)
    assert grade.verdict is Verdict.UNREADABLE
    assert "too much" in grade.note


_WATCHED = """
import sys, tracemalloc
sys.path.insert(0, {folder!r})
from test_types_fuzz import _ITEMS
from test_hostile import _HOSTILE
for _, item in _ITEMS:  # whatever is loaded at first use is loaded now
    for text in ("x = 1", "its 3/4 cm", "{{1, 2}}", "H2O", "meiosis", "\\\\frac12"):
        item.grade(text)
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event in {events!r} else None)
tracemalloc.start()
for text in _HOSTILE:
    for _, item in _ITEMS:
        item.grade(text)
print(sorted(set(seen)), tracemalloc.get_traced_memory()[1] < 30_000_000)
"""
_EVENTS = (
    "open", "import", "exec", "compile", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.listdir",
    "subprocess.Popen", "socket.connect", "socket.__new__", "ctypes.dlopen", "marshal.loads", "pickle.find_class",
)  # fmt: skip


def test_hostile_text_opens_imports_and_compiles_nothing_and_takes_little_memory() -> None:
    here = Path(__file__).parent
    hostile = here.parent / "unit" / "items" / "maths"
    script = _WATCHED.format(folder=str(here), events=_EVENTS)
    script = script.replace("import sys, tracemalloc", f"import sys, tracemalloc\nsys.path.insert(0, {str(hostile)!r})")  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.stdout.strip() == "[] True", done.stderr[-2000:]
