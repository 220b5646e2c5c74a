"""How much of what is predicted comes true: one gain and one shift for all predictions of a course.

Each of many weights learns slowly; that all of them together say too much (or too little) shows
soon. So the logit z of a prediction is passed on as
    m + c + a·(z − m),
with c from 0 and a from 1, learned by an extended Kalman filter of a logistic response (Platt's
scaling, 1999, online): with x = (1, z − m), h = p(1 − p), D = 1 + h·xᵀCx:
    C += q·1,  (c, a) += Cx·(y − p)/D,  C −= h·Cx(Cx)ᵀ/D.
m is the logit of a usual response. What the weights say too much early on they say no more once they
have learned: by the little that C grows with every response (q) it is forgotten.
"""

from dataclasses import dataclass

from tutor.learner_state.trace import sigmoid

MIDDLE = 0.7
START_VARIANCE = 0.003
DRIFT = 1e-7  # by which both variances grow with every response


@dataclass(slots=True)
class Scale:
    """Shift and gain with their covariance; as it starts, predictions are passed on as they are."""

    shift: float = 0.0
    gain: float = 1.0
    of_shift: float = START_VARIANCE
    of_both: float = 0.0
    of_gain: float = START_VARIANCE

    def of(self, z: float) -> float:
        """The logit that a logit stands for."""
        return MIDDLE + self.shift + self.gain * (z - MIDDLE)

    def learn(self, z: float, y: float) -> None:
        """Take in how a response came out (y from 0 to 1) whose logit was z."""
        z -= MIDDLE
        p = sigmoid(MIDDLE + self.shift + self.gain * z)
        self.of_shift += DRIFT
        self.of_gain += DRIFT
        one = self.of_shift + self.of_both * z
        two = self.of_both + self.of_gain * z
        h = p * (1.0 - p)
        spread = 1.0 + h * (one + two * z)
        step = (y - p) / spread
        self.shift += one * step
        self.gain += two * step
        h /= spread
        self.of_shift -= h * one * one
        self.of_both -= h * one * two
        self.of_gain -= h * two * two

    def numbers(self) -> list[float]:
        """JSON-ready; `Scale(*numbers)` is the inverse."""
        return [self.shift, self.gain, self.of_shift, self.of_both, self.of_gain]
