"""The simulation's report: Markdown, and HTML with plots as inline SVG."""

from collections.abc import Mapping
from dataclasses import asdict
from html import escape
from typing import Any

from tutor.evals.simulate.figures import MEASURES, Figure, Results
from tutor.evals.simulate.school import LATER, Plan

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;font-size:.85rem}td,th{padding:.2rem .5rem;text-align:right;"
    "border-bottom:1px solid #ccc}td:first-child,th:first-child{text-align:left}"
    "tr.ours{font-weight:600}small{color:#555}svg{max-width:100%;height:auto}"
)


def as_markdown(results: Results, plan: Plan, notes: Mapping[str, Any], command: str) -> str:
    """The report as Markdown: a table per family of forgetting, and what was expected."""
    lines = ["# Simulated learners", "", *_setting(plan, notes, command), ""]
    for forgetting, policies in results.items():
        lines += [f"## Forgetting: {forgetting}", ""]
        lines.append("| policy | " + " | ".join(m.title for m in MEASURES) + " |")
        lines.append("|---" * (len(MEASURES) + 1) + "|")
        for policy, figures in policies.items():
            cells = [_cell(figures.get(m.key)) for m in MEASURES]
            lines.append(f"| {policy} | " + " | ".join(cells) + " |")
        lines += ["", *(f"* {line}" for line in notes["checks"][forgetting]), ""]
    lines += [f"* **{m.title}**: {m.says}" for m in MEASURES]
    return "\n".join(lines) + "\n"


def as_html(results: Results, plan: Plan, notes: Mapping[str, Any], command: str) -> str:
    """The report as one page without scripts."""
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8><title>Simulated learners</title>",
        f"<style>{STYLE}</style><h1>Simulated learners</h1>",
        *(f"<p>{escape(line)}</p>" for line in _setting(plan, notes, command)),
    ]
    for forgetting, policies in results.items():
        parts.append(f"<h2>Forgetting: {escape(forgetting)}</h2>")
        parts.append(_curves(policies))
        parts.append(_bars(policies, "hard", "Items with less than 0.4 chance of success"))
        parts.append(_table(policies))
        parts.append(
            "<ul>" + "".join(f"<li>{escape(c)}" for c in notes["checks"][forgetting]) + "</ul>"
        )
    parts.append(
        "<dl>" + "".join(f"<dt>{escape(m.title)}<dd>{escape(m.says)}" for m in MEASURES) + "</dl>"
    )
    return "\n".join(parts) + "</html>\n"


def _setting(plan: Plan, notes: Mapping[str, Any], command: str) -> list[str]:
    p = asdict(plan)
    return [
        f"{notes['seeds']} seeds × {p['learners']} learners per policy (the first {p['warm_up']} of "
        f"a seed teach the policy the course and are not measured); {p['skills']} skills with "
        f"{p['items']} items, {p['sessions']} daily sessions of {p['session_items']} items. "
        "Means ± half the 95 % confidence interval. Invented learners: nothing here is evidence "
        "about children.",
        f"Command: {command} ({notes['seconds']:.0f} s).",
    ]


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


def _curves(policies: Mapping[str, Mapping[str, Figure]]) -> str:
    """Recall by day after practice, a line per policy, named at its end."""
    days = (0, *LATER)
    wide, high = 760, 320
    top = max(f["known"].value for f in policies.values()) * 1.1
    out = [f'<svg viewBox="0 0 {wide} {high}" role="img" aria-label="Recall after practice">']

    def place(day: int, value: float) -> tuple[float, float]:
        return 50 + 520 * (day / days[-1]) ** 0.5, high - 30 - (high - 50) * value / top

    for day in days:
        x, y = place(day, 0.0)
        out.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" font-size="12">{day} d</text>')
    ends: list[tuple[float, str, str]] = []
    for number, (policy, figures) in enumerate(policies.items()):
        values = [figures["known"], *(figures[f"recall{d}"] for d in LATER)]
        points = [place(d, f.value) for d, f in zip(days, values, strict=True)]
        color = "#b00020" if policy == "ours" else f"hsl({number * 47 % 360} 25% 45%)"
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        width = 3 if policy == "ours" else 1.4
        out.append(
            f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="{width}"/>'
        )
        for (x, _), d, f in zip(points, days, values, strict=True):
            low, up = place(d, f.value - f.half)[1], place(d, f.value + f.half)[1]
            out.append(f'<path d="M{x:.1f} {low:.1f}V{up:.1f}" stroke="{color}"/>')
        ends.append((points[-1][1], policy, color))
    last = 0.0
    for y, policy, color in sorted(ends):
        last = max(y, last + 14)
        out.append(
            f'<text x="580" y="{last + 4:.0f}" font-size="12" fill="{color}">{escape(policy)}</text>'
        )
    return "".join(out) + "</svg>"


def _bars(policies: Mapping[str, Mapping[str, Figure]], key: str, title: str) -> str:
    high = 24 * len(policies) + 30
    out = [f'<svg viewBox="0 0 760 {high}" role="img" aria-label="{escape(title)}">']
    out.append(f'<text x="0" y="14" font-size="13">{escape(title)}</text>')
    for number, (policy, figures) in enumerate(policies.items()):
        y, f = 24 + 24 * number, figures[key]
        color = "#b00020" if policy == "ours" else "#789"
        out.append(f'<text x="0" y="{y + 14}" font-size="12">{escape(policy)}</text>')
        out.append(
            f'<rect x="170" y="{y}" width="{500 * f.value:.1f}" height="16" fill="{color}"/>'
        )
        left, right = 170 + 500 * (f.value - f.half), 170 + 500 * (f.value + f.half)
        out.append(f'<path d="M{left:.1f} {y + 8}H{right:.1f}" stroke="#000"/>')
        out.append(f'<text x="{right + 6:.0f}" y="{y + 13}" font-size="12">{f.value:.3f}</text>')
    return "".join(out) + "</svg>"
