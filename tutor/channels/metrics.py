"""What runs, in numbers, as Prometheus reads them. Nothing here names a person."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from tutor.dialogue.ports import TurnTimes
from tutor.dialogue.wording.worded import Record
from tutor.llm.budget import MODEL, Spent
from tutor.prices import PriceList
from tutor.retrieval.status import Status

OWN_TIME = (0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)
WORDING = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
STATES = ("closed", "half-open", "open")


class Metrics:
    """Counts what happens. One for the process; the application's parts report to it."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._turns = Counter(
            "meno_turns", "Turns answered.", ("move", "worded"), registry=self.registry
        )
        self._own = Histogram(
            "meno_turn_own_seconds", "Seconds of a turn without the wait for a provider.",
            registry=self.registry, buckets=OWN_TIME,
        )  # fmt: skip
        self._wordings = Counter(
            "meno_wordings", "Wordings by a model.", ("move", "outcome"), registry=self.registry
        )
        self._objections = Counter(
            "meno_objections",
            "Sentences that a check held back.",
            ("rule",),
            registry=self.registry,
        )
        self._worded = Histogram(
            "meno_wording_seconds", "Seconds until a worded reply was whole.",
            registry=self.registry, buckets=WORDING,
        )  # fmt: skip
        self._failed = Counter(
            "meno_background_failures", "Works beside the answers that failed, and are tried again.",
            ("work",), registry=self.registry,
        )  # fmt: skip
        self._tokens = Gauge(
            "meno_model_tokens_today", "Tokens sent and received today.", ("model", "way"),
            registry=self.registry,
        )  # fmt: skip
        self._calls = Gauge(
            "meno_model_calls_today", "Replies and forms by a model today.", ("model",),
            registry=self.registry,
        )  # fmt: skip
        self._cost = Gauge(
            "meno_model_cost_today", "What they cost, where prices are set.", ("model", "currency"),
            registry=self.registry,
        )  # fmt: skip
        self._passages = Gauge(
            "meno_passages", "Passages by how far they have come.", ("state",),
            registry=self.registry,
        )  # fmt: skip
        self._breakers = Gauge(
            "meno_model_state", "1 for the state that a model is in.", ("model", "state"),
            registry=self.registry,
        )  # fmt: skip

    def background_failed(self, work: str) -> None:
        """A work beside the answers failed; it is done again at its time."""
        self._failed.labels(work).inc()

    def turn(self, times: TurnTimes) -> None:
        """A turn was answered."""
        worded = "plain" if times.by == "plain" else "mended" if "+" in times.by else "model"
        self._turns.labels(times.move, worded).inc()
        self._own.observe(times.own)

    def wording(self, record: Record) -> None:
        """A model worded a move, or was refused."""
        self._wordings.labels(record.move, str(record.outcome)).inc()
        self._worded.observe(record.seconds)
        for rule in record.rules:
            self._objections.labels(rule).inc()

    def library(self, status: Status) -> None:
        """How far search by meaning has come."""
        self._passages.labels("known").set(status.passages)
        self._passages.labels("to_embed").set(status.wanted)
        self._passages.labels("embedded").set(status.embedded)

    def models(
        self, spent: Mapping[str, Spent], states: Mapping[str, str], prices: PriceList
    ) -> None:
        """What the chain's models were used for today, and how they are."""
        for model in states:
            used = spent.get(MODEL + model, Spent())
            cost = prices.of(model).of(used.tokens_in, used.tokens_out)
            self._calls.labels(model).set(used.calls)
            self._tokens.labels(model, "in").set(used.tokens_in)
            self._tokens.labels(model, "out").set(used.tokens_out)
            self._cost.labels(model, prices.first.currency).set(cost)
        for model, state in states.items():
            for one in STATES:
                self._breakers.labels(model, one).set(float(one == state))
