"""Precision, recall and F1 of labels, one or more to a row (pure)."""

from collections.abc import Collection, Sequence

Pair = tuple[Collection[str], Collection[str]]  # what a row is labelled, what it was taken to be


def scores(pairs: Sequence[Pair]) -> dict[str, object]:
    """Macro-F1 over the labels that some row has, the share of rows that agree in all labels, and
    each label's figures."""
    labels = sorted({label for wanted, _ in pairs for label in wanted})
    each = {label: _figures(label, pairs) for label in labels}
    agree = sum(set(wanted) == set(got) for wanted, got in pairs)
    return {
        "rows": len(pairs),
        "macro_f1": round(sum(f["f1"] for f in each.values()) / max(1, len(each)), 4),
        "accuracy": round(agree / max(1, len(pairs)), 4),
        "labels": {
            label: {"rows": int(f["rows"])}
            | {k: round(f[k], 4) for k in ("precision", "recall", "f1")}
            for label, f in each.items()
        },
    }


def _figures(label: str, pairs: Sequence[Pair]) -> dict[str, float]:
    right = sum(label in wanted and label in got for wanted, got in pairs)
    said = sum(label in got for _, got in pairs)
    true = sum(label in wanted for wanted, _ in pairs)
    return {
        "rows": true,
        "precision": right / said if said else 0.0,
        "recall": right / true if true else 0.0,
        "f1": 2 * right / (said + true) if said + true else 0.0,
    }
