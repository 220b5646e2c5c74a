"""The simulation's report: Markdown, and HTML with plots as inline SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from tutor.evals.simulate.expected import Check
from tutor.evals.simulate.figures import MEASURES, Bin, Figure, Results
from tutor.evals.simulate.plots import bars, curves, reliability

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;font-size:.85rem}td,th{padding:.2rem .5rem;text-align:right;"
    "border-bottom:1px solid #ccc}td:first-child,th:first-child{text-align:left}"
    "tr.ours{font-weight:600}small{color:#555}svg{max-width:100%;height:auto}"
    "div.wide{overflow-x:auto}"
)
BARS = (
    ("known", "Skills truly known at the end of equal practice"),
    ("hard", "Items with less than 0.4 chance of success"),
    ("false_confirmed", "False among confirmed mastery"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a report shows; every mapping is keyed by the form of forgetting, then the policy."""

    results: Results
    calibrations: Mapping[str, Mapping[str, Sequence[Bin]]]
    checks: Mapping[str, Sequence[Check]]
    setting: Sequence[str]


def as_markdown(found: Found) -> str:
    """The report as Markdown: a table per family of forgetting, and what was expected."""
    lines = ["# Simulated learners", ""]
    for line in found.setting:
        lines += [line, ""]
    for forgetting, policies in found.results.items():
        lines += [f"## Forgetting: {forgetting}", ""]
        lines.append("| policy | " + " | ".join(m.title for m in MEASURES) + " |")
        lines.append("|---" * (len(MEASURES) + 1) + "|")
        for policy, figures in policies.items():
            cells = [_cell(figures.get(m.key)) for m in MEASURES]
            lines.append(f"| {policy} | " + " | ".join(cells) + " |")
        lines += ["", *(f"* {_said(check)}" for check in found.checks[forgetting]), ""]
    lines += [f"* **{m.title}**: {m.says}" for m in MEASURES]
    return "\n".join(lines) + "\n"


def as_html(found: Found) -> str:
    """The report as one page without scripts."""
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8><title>Simulated learners</title>",
        f"<style>{STYLE}</style><h1>Simulated learners</h1>",
        *(f"<p>{escape(line)}</p>" for line in found.setting),
    ]
    for forgetting, policies in found.results.items():
        parts.append(f"<h2>Forgetting: {escape(forgetting)}</h2>")
        parts.append(curves(policies))
        parts += [bars(policies, key, title) for key, title in BARS]
        for policy, bins in found.calibrations[forgetting].items():
            if bins:
                parts.append(reliability(bins, f"Calibration of “{policy}”"))
        parts.append(f"<div class=wide>{_table(policies)}</div>")
        listed = "".join(f"<li>{escape(_said(check))}" for check in found.checks[forgetting])
        parts.append(f"<ul>{listed}</ul>")
    parts.append(
        "<dl>" + "".join(f"<dt>{escape(m.title)}<dd>{escape(m.says)}" for m in MEASURES) + "</dl>"
    )
    return "\n".join(parts) + "</html>\n"


def _said(check: Check) -> str:
    return f"{'reached' if check.reached else 'NOT REACHED'}: {check.says}"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return "–"
    return f"{figure.value:.3f} ± {figure.half:.3f}" if figure.half else f"{figure.value:.3f}"


def _table(policies: Mapping[str, Mapping[str, Figure]]) -> str:
    head = "".join(f"<th>{escape(m.title)}" for m in MEASURES)
    rows = []
    for policy, figures in policies.items():
        cells = []
        for m in MEASURES:
            figure = figures.get(m.key)
            text = "–" if figure is None else f"{figure.value:.3f}"
            half = f" <small>±{figure.half:.3f}</small>" if figure and figure.half else ""
            cells.append(f"<td>{text}{half}")
        mark = " class=ours" if policy == "ours" else ""
        rows.append(f"<tr{mark}><td>{escape(policy)}{''.join(cells)}")
    return f"<table><tr><th>policy{head}{''.join(rows)}</table>"
