"""The tracer computes what its page says: the formulas written out plainly give the same numbers."""

from collections import defaultdict
from math import exp, log, log1p, sqrt
from random import Random

import numpy as np
import pytest

from tutor.learner_state.inputs import FEATURES, SLOPES
from tutor.learner_state.online import B0, PRIOR
from tutor.learner_state.trace import DAY, LearnerTrace, Step, follow
from tutor.learner_state.tracer import CourseModel


def sig(z: float) -> float:
    return 1 / (1 + exp(-z))


def logit(p: float) -> float:
    p = min(0.99, max(0.01, p))
    return log(p / (1 - p))


class Skill:
    def __init__(self):
        self.theta, self.v, self.w, self.f = 0.0, 1.0, 0.0, 0.0
        self.hw = self.hf = self.ema = self.streak = self.step = self.at = 0.0


class Plain:
    """One learner and one course, by the formulas of docs/learner-model.md, first tries alone."""

    def __init__(self):
        self.counts = defaultdict(lambda: [0.0, 0.0])
        self.skills: dict[str, Skill] = {}
        self.items = defaultdict(lambda: [0, 0.0, 0, 0.0])
        self.theta, self.v, self.w, self.f, self.n = 0.0, 1.0, 0.0, 0.0, 0.0
        self.fast = self.slow = self.last = 0.0
        self.before, self.seen = "", 0
        self.weights = [PRIOR.get(name, 0.0) for name in FEATURES]
        self.squares = [50.0] * len(FEATURES)
        self.b, self.b_squares = B0, 20.0
        self.effects = defaultdict(lambda: [0.0, 4.0])
        self.scale, self.spread = np.array([0.0, 1.0]), 0.003 * np.eye(2)  # c and a, covariance

    def difficulty(self, item, skills):
        n, w = self.counts["all"]
        mean = (w + 50 * 0.7) / (n + 50)
        n, w = self.counts["s", *skills]
        p_skill = (w + 10 * mean) / (n + 10)
        n, w = self.counts["i", item]
        return logit((w + 5 * p_skill) / (n + 5)), logit(p_skill)

    def inputs(self, item, skills, t):
        d_item, d_skill = self.difficulty(item, skills)
        wins, last, fails, at = self.items[item]
        own = defaultdict(float)
        slopes = {}
        same = float(self.before == "|".join(skills))
        for name in skills:
            k = self.skills.get(name)
            found = {"new_skill": 1.0} if k is None else self.of_skill(k, t)
            found |= {"item_last": last, "same_skill": same}
            for one, value in found.items():
                own[one] += value / len(skills)
            slopes[name] = [found.get(one, 0.0) / len(skills) for one in SLOPES]
        own |= {"d_item": d_item, "d_skill": d_skill, "theta": self.theta, "item_last": last}
        own |= {
            "wins": log1p(self.w),
            "fails": log1p(self.f),
            "fast": self.fast,
            "same_skill": same,
        }
        own |= {"new_item": float(not last), "item_wins": log1p(wins), "item_fails": log1p(fails)}
        own |= {"slow": self.slow, "last": self.last}
        own["item_hours"] = log1p((t - at) / 3600) if at else 0.0
        return [own[name] for name in FEATURES], slopes

    def of_skill(self, k, t):
        fade = 0.5 ** ((t - k.at) / (7 * DAY))
        return {
            "theta_k": k.theta,
            "recent_wins": log1p(k.hw * fade),
            "recent_fails": log1p(k.hf * fade),
            "streak": k.streak,
            "gap_steps": log1p(self.n - k.step),
            "gap_hours": log1p((t - k.at) / 3600),
            "skill_wins": log1p(k.w),
            "skill_fails": log1p(k.f),
            "ema": k.ema,
        }

    def keys(self, item, skills):
        names = [(("item", item), 0.5), (("set", *skills), 0.5)]
        names += [(("skill", name), 0.5) for name in skills]
        if self.before:
            names.append((("after", self.before, self.last, *skills), 0.4))
        return names

    def step(self, item, skills, t, y):
        x, slopes = self.inputs(item, skills, t)
        cells = [(key, scale, 1.0) for key, scale in self.keys(item, skills)]
        for name, values in slopes.items():
            cells += [(("slope", name, i), 0.2, v) for i, v in enumerate(values) if v]
        z = self.b + sum(a * b for a, b in zip(x, self.weights, strict=True))
        z += sum(self.effects[key][0] * v for key, _, v in cells)
        self.learn(x, cells, y - sig(z))
        self.follow(item, skills, t, y, x[0])
        return self.scaled(z, y)

    def scaled(self, z, y):
        x = np.array([1.0, z - 0.7])
        p = sig(0.7 + self.scale @ x)
        self.spread = self.spread + 1e-7 * np.eye(2)
        h, along = p * (1 - p), self.spread @ x
        big = 1 + h * (x @ along)
        self.scale = self.scale + along * (y - p) / big
        self.spread = self.spread - h * np.outer(along, along) / big
        return p

    def learn(self, x, cells, e):
        self.seen += 1
        for i, v in enumerate(x):
            self.squares[i] += (e * v) ** 2
            self.weights[i] += 0.05 * e * v / sqrt(self.squares[i])
            if self.seen % 10 == 0:
                self.weights[i] += 1e-4 * (PRIOR.get(FEATURES[i], 0.0) - self.weights[i])
        self.b_squares += e * e
        self.b += 0.1 * e / sqrt(self.b_squares)
        for key, scale, v in cells:
            effect = self.effects[key]
            effect[1] += (e * v) ** 2
            effect[0] += 0.15 * scale * e * v / sqrt(effect[1]) - 1e-4 * effect[0]

    def follow(self, item, skills, t, y, d):
        for name in skills:
            if name in self.skills:
                self.skills[name].v = min(1.0, self.skills[name].v + 0.02)
        ks = [self.skills.setdefault(name, Skill()) for name in skills]
        m = len(ks)
        p = sig(d + self.theta + sum(k.theta for k in ks) / m)
        h, e = p * (1 - p), y - p
        big = 1 + h * (self.v + sum(k.v for k in ks) / m**2)
        self.theta += self.v * e / big
        self.v += 0.002 - self.v**2 * h / big
        surprise = y - sig(d)
        for k in ks:
            gain = k.v / m
            k.theta += gain * e / big
            k.v -= gain**2 * h / big
            fade = 0.5 ** ((t - k.at) / (7 * DAY)) if k.at else 1.0
            k.hw, k.hf = k.hw * fade + y, k.hf * fade + 1 - y
            k.w, k.f = k.w + y, k.f + 1 - y
            k.ema = 0.6 * k.ema + surprise
            k.streak = min(6, max(0, k.streak) + 1) if y else max(-6, min(0, k.streak) - 1)
            k.step, k.at = self.n, t
        self.w, self.f, self.n = self.w + y, self.f + 1 - y, self.n + 1
        self.fast, self.slow = 0.8 * self.fast + surprise, 0.99 * self.slow + surprise
        self.last = 1.0 if y else -1.0
        self.before = "|".join(skills)
        wins, _, fails, _ = self.items[item]
        self.items[item] = [wins + int(y), self.last, fails + int(1 - y), t]
        for key in ("all", ("s", *skills), ("i", item)):
            self.counts[key][0] += 1
            self.counts[key][1] += y


def test_predictions_are_those_of_the_formulas():
    dice = Random(5)
    plain, model, trace = Plain(), CourseModel(), LearnerTrace()
    t = 1e9
    asked = ""
    for _ in range(400):
        item = dice.choice([one for one in (f"i{n}" for n in range(25)) if one != asked])
        asked, skills = (
            item,
            tuple(dict.fromkeys((f"k{int(item[1:]) % 4}", f"k{int(item[1:]) % 3}"))),
        )
        t += dice.choice((30.0, 5000.0, 3 * DAY))
        y = float(dice.random() < 0.4 + 0.02 * int(item[1:]))
        step = Step(item, skills, t)
        scored = model.score(trace, step)
        model.weights.prior_loss = 1e9  # never fall back
        assert scored.p == pytest.approx(plain.step(item, skills, t, y), abs=1e-9)
        model.take(scored, y)
        follow(trace, step, y, scored.d_item)
    assert trace.theta == pytest.approx(plain.theta, abs=1e-9)
    assert trace.var == pytest.approx(plain.v, abs=1e-9)
