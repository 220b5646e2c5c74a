"""Logistic regression on sparse named inputs, with numpy: Newton's method, each step by CG."""

from array import array
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

Design = list[tuple[str, float]]
Vector = NDArray[np.float64]
NEWTON_STEPS = 8
CG_STEPS = 25
RIDGE = 4.0  # a normal prior on every weight, s.d. 0.5


class Table:
    """Inputs of many responses, kept flat."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.places = array("i")
        self.values = array("f")
        self.ends = array("i")
        self.rights = array("b")

    def add(self, design: Iterable[tuple[str, float]], right: int) -> None:
        """One response."""
        for name, value in design:
            if value:
                self.places.append(self.names.setdefault(name, len(self.names)))
                self.values.append(value)
        self.ends.append(len(self.places))
        self.rights.append(right)

    def fit(self) -> dict[str, float]:
        """The weights with the greatest posterior; deterministic."""
        places = np.array(self.places, dtype=np.int64)
        values = np.array(self.values, dtype=np.float64)
        ends = np.array(self.ends, dtype=np.int64)
        rows, size = len(ends), len(self.names)
        owner = np.repeat(np.arange(rows), np.diff(ends, prepend=0))
        truth = np.array(self.rights, dtype=np.float64)

        def forward(w: Vector) -> Vector:
            z = np.bincount(owner, weights=w[places] * values, minlength=rows)
            return np.asarray(z, dtype=np.float64)

        def back(z: Vector) -> Vector:
            g = np.bincount(places, weights=z[owner] * values, minlength=size)
            return np.asarray(g, dtype=np.float64)

        w = np.zeros(size)
        best = _loss(w, forward(w), truth)
        for _ in range(NEWTON_STEPS):
            p = 1.0 / (1.0 + np.exp(-np.clip(forward(w), -30, 30)))
            h = p * (1.0 - p)
            step = _solve(_curve(forward, back, h), back(truth - p) - RIDGE * w)
            scale = 1.0
            while scale > 1e-3 and _loss(w + scale * step, forward(w + scale * step), truth) > best:
                scale /= 2.0
            w = w + scale * step
            now = _loss(w, forward(w), truth)
            if best - now < 1e-6 * rows:
                break
            best = now
        return {name: float(w[place]) for name, place in self.names.items()}


def _curve(
    forward: Callable[[Vector], Vector], back: Callable[[Vector], Vector], h: Vector
) -> Callable[[Vector], Vector]:
    """The product of the Hessian with a vector."""
    return lambda v: back(h * forward(v)) + RIDGE * v


def _loss(w: Vector, z: Vector, truth: Vector) -> float:
    return float(np.logaddexp(0.0, z).sum() - truth @ z + 0.5 * RIDGE * (w @ w))


def _solve(product: Callable[[Vector], Vector], right: Vector) -> Vector:
    """The solution of product(v) = right by conjugate gradients, to a rough tolerance."""
    v = np.zeros_like(right)
    rest, way = right.copy(), right.copy()
    size = float(rest @ rest)
    goal = 1e-4 * size
    for _ in range(CG_STEPS):
        if size <= goal or size == 0.0:
            break
        image = product(way)
        length = size / float(way @ image)
        v += length * way
        rest -= length * image
        fresh = float(rest @ rest)
        way = rest + (fresh / size) * way
        size = fresh
    return v
