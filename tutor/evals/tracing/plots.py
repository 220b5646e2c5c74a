"""The plot of a measurement of tracers: AUC by model, and how often what was predicted came true."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

OURS = "#b00020"
FONT = 'font-family="system-ui, sans-serif"'
SIDE = 300  # of the square in which calibration is drawn
WIDE, HIGH = 800, SIDE + 80
LEAST = 0.5  # AUC of a guess, where the bars begin
FEW = 0.002  # share of the responses below which a bin says nothing


def as_svg(result: Mapping[str, Any]) -> str:
    """A measurement with `calibration` (`evaluate_tracing` with `bins`) as an SVG file of its own."""
    models = result["models"]
    protocol = "live from zero" if result["protocol"] == "live" else "folds over students"
    title = f"{result['name']}: {result['rows']} responses, {protocol}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" {FONT} '
            f'role="img" aria-label="{escape(title)}">',
            '<rect width="100%" height="100%" fill="#fff"/>',
            f'<text x="20" y="24" font-size="14">{escape(title)}</text>',
            f'<g transform="translate(20 56)">{_areas(models)}</g>',
            f'<g transform="translate(450 40)">{_curves(models)}</g>',
            "</svg>\n",
        ]
    )


def _color(model: str, number: int) -> str:
    return OURS if model == "ours" else f"hsl({number * 67 % 360} 35% 45%)"


def _areas(models: Mapping[str, Mapping[str, Any]]) -> str:
    """AUC as bars from 0.5, with ECE beside it; the names stand for the curves too."""
    best = max(LEAST + 0.05, *(figures["auc"] for figures in models.values()))
    out = ['<text x="90" y="-6" font-size="12">AUC, from 0.5 on; calibration error</text>']
    for number, (model, figures) in enumerate(models.items()):
        y, color = 6 + 28 * number, _color(model, number)
        wide = 190 * max(0.0, figures["auc"] - LEAST) / (best - LEAST)
        out.append(f'<text x="0" y="{y + 14}" font-size="12">{escape(model)}</text>')
        out.append(f'<rect x="90" y="{y}" width="{wide:.1f}" height="18" fill="{color}"/>')
        said = f"{figures['auc']:.3f}; {figures['ece']:.3f}"
        out.append(f'<text x="{96 + wide:.0f}" y="{y + 14}" font-size="12">{said}</text>')
    return "".join(out)


def _curves(models: Mapping[str, Mapping[str, Any]]) -> str:
    """What came over what was predicted, a line per model; on the diagonal both are the same."""
    out = [
        f'<path d="M0 {SIDE}L{SIDE} 0" stroke="#bbb" stroke-dasharray="4 4"/>',
        f'<path d="M0 0V{SIDE}H{SIDE}" fill="none" stroke="#000"/>',
        f'<text x="0" y="{SIDE + 28}" font-size="12">P(right) as predicted; upwards: share right</text>',
    ]
    for tick in (0.0, 0.5, 1.0):
        out.append(f'<text x="{SIDE * tick - 8:.0f}" y="{SIDE + 14}" font-size="11">{tick}</text>')
        out.append(f'<text x="-22" y="{SIDE * (1 - tick) + 4:.0f}" font-size="11">{tick}</text>')
    # ours last, so that it lies on top
    for number, (model, figures) in sorted(
        enumerate(models.items()), key=lambda m: m[1][0] == "ours"
    ):
        out.append(_curve(figures["calibration"], _color(model, number), bold=model == "ours"))
    return "".join(out)


def _curve(bins: Sequence[tuple[float, float, int]], color: str, *, bold: bool) -> str:
    """A line through the bins that hold enough responses, with a dot for each of ours."""
    least = FEW * sum(many for _, _, many in bins)
    points = [(SIDE * said, SIDE * (1 - came)) for said, came, many in bins if many >= least]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    out = f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="{2.5 if bold else 1.2}"/>'
    if bold:
        out += "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in points
        )
    return out
