"""The plots of a simulation, as small SVG: recall after practice, bars, calibration."""

from collections.abc import Mapping, Sequence
from html import escape

from tutor.evals.simulate.figures import Bin, Figure, Results
from tutor.evals.simulate.school import LATER

OURS = "#b00020"
FONT = 'font-family="system-ui, sans-serif"'
WIDE, HIGH = 760, 320


def as_svg(results: Results) -> str:
    """Recall after practice of every family, one plot under the other, as a file of its own."""
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {(HIGH + 30) * len(results)}" '
        f'{FONT} role="img" aria-label="Share of skills still known after practice">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for number, (forgetting, policies) in enumerate(results.items()):
        top = (HIGH + 30) * number
        out.append(f'<text x="10" y="{top + 18}" font-size="14">Share of skills still known, ')
        out.append(f"days after practice; forgetting: {escape(forgetting)}</text>")
        out.append(f'<g transform="translate(0 {top + 24})">{_lines(policies)}</g>')
    return "\n".join(out) + "</svg>\n"


def curves(policies: Mapping[str, Mapping[str, Figure]]) -> str:
    """Recall by day after practice, a line per policy, named at its end."""
    label = "Recall after practice"
    return (
        f'<svg viewBox="0 0 {WIDE} {HIGH}" role="img" aria-label="{label}">{_lines(policies)}</svg>'
    )


def _lines(policies: Mapping[str, Mapping[str, Figure]]) -> str:
    days = (0, *LATER)
    top = max(0.01, *(f["known"].value for f in policies.values())) * 1.1
    out: list[str] = []

    def place(day: int, value: float) -> tuple[float, float]:
        return 50 + 520 * (day / days[-1]) ** 0.5, HIGH - 30 - (HIGH - 50) * value / top

    for step in range(1, int(top * 10) + 1):
        y = place(0, step / 10)[1]
        out.append(f'<path d="M50 {y:.0f}H570" stroke="#ddd"/>')
        out.append(f'<text x="20" y="{y + 4:.0f}" font-size="12">{step / 10:.1f}</text>')

    for day in days:
        x, y = place(day, 0.0)
        out.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" font-size="12">{day} d</text>')
    ends: list[tuple[float, str, str]] = []
    for number, (policy, figures) in enumerate(policies.items()):
        values = [figures["known"], *(figures[f"recall{d}"] for d in LATER)]
        points = [place(d, f.value) for d, f in zip(days, values, strict=True)]
        color = OURS if policy == "ours" else f"hsl({number * 47 % 360} 25% 45%)"
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
    return "".join(out)


def bars(policies: Mapping[str, Mapping[str, Figure]], key: str, title: str) -> str:
    """One measure of every policy with its interval."""
    high = 24 * len(policies) + 30
    out = [f'<svg viewBox="0 0 760 {high}" role="img" aria-label="{escape(title)}">']
    out.append(f'<text x="0" y="14" font-size="13">{escape(title)}</text>')
    for number, (policy, figures) in enumerate(policies.items()):
        y, f = 24 + 24 * number, figures[key]
        color = OURS if policy == "ours" else "#789"
        out.append(f'<text x="0" y="{y + 14}" font-size="12">{escape(policy)}</text>')
        out.append(
            f'<rect x="170" y="{y}" width="{500 * f.value:.1f}" height="16" fill="{color}"/>'
        )
        left, right = 170 + 500 * (f.value - f.half), 170 + 500 * (f.value + f.half)
        out.append(f'<path d="M{left:.1f} {y + 8}H{right:.1f}" stroke="#000"/>')
        out.append(f'<text x="{right + 6:.0f}" y="{y + 13}" font-size="12">{f.value:.3f}</text>')
    return "".join(out) + "</svg>"


def reliability(bins: Sequence[Bin], title: str) -> str:
    """Predicted against real success; a circle's area is the number of responses."""
    size, most = 280, max(one.count for one in bins)
    out = [f'<svg viewBox="0 0 760 {size + 50}" role="img" aria-label="{escape(title)}">']
    out.append(f'<text x="0" y="14" font-size="13">{escape(title)}</text>')
    out.append(f'<g transform="translate(50 24)"><path d="M0 {size}L{size} 0" stroke="#ccc"/>')
    out.append(f'<path d="M0 0V{size}H{size}" fill="none" stroke="#000"/>')
    for one in bins:
        x, y = size * one.said, size * (1 - one.came)
        radius = 2 + 8 * (one.count / most) ** 0.5
        out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{OURS}"/>')
    out.append(f'<text x="0" y="{size + 18}" font-size="12">predicted success, 0 to 1</text>')
    return "".join(out) + "</g></svg>"
