"""What comes in from a channel and what goes out to it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tutor.ids import CourseId, LearnerId, MessageId, TurnId


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """One message of one learner. `message` is the channel's own key: sent twice, answered once.

    `text` is what was typed, or the command of a pressed button ("/hint", "B"). `at` is aware.
    """

    learner: LearnerId
    course: CourseId
    message: MessageId
    text: str
    at: datetime
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a sentence stands: the reading, its heading, and the anchor to open it at."""

    number: int
    document: str
    title: str
    heading: str
    anchor: str
    passage: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """One option on a card: the label that a learner may reply with, and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The open item as shown: made by code from the item, never by a model.

    `kind` as in `items.grade.Shown.kind`; `level` is the hint level seen, of `levels`;
    `purpose` and `reason` answer “why this?”.
    """

    item: str
    seed: int
    prompt: str
    code: str = ""
    kind: str = "text"
    options: tuple[Choosable, ...] = ()
    pairs: tuple[Choosable, ...] = ()
    how: str = ""
    skill: str = ""
    purpose: str = ""
    reason: str = ""
    level: int = 0
    levels: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A quick reply: what it says, and the text that pressing it sends.

    With `url`, a link of the course that opens instead (a video); nothing is sent then.
    """

    label: str
    send: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbound:
    """One checked reply. `text` is Markdown with `$…$` maths and `[n]` after cited sentences.

    `worded_by` is "plain" or the model's name; `language` a BCP 47 tag; `why` is the reason for
    the move, in words for the learner.
    """

    turn: TurnId
    message: MessageId
    at: datetime
    move: str
    text: str
    card: Card | None = None
    buttons: tuple[Button, ...] = ()
    citations: tuple[Citation, ...] = ()
    why: str = ""
    language: str = "en"
    worded_by: str = "plain"
    alert: str = ""

    def to_json(self) -> dict[str, Any]:
        """JSON-ready, for the log."""
        return {
            **_plain(self),
            "at": self.at.isoformat(),
            "card": self.card
            and {
                **_plain(self.card),
                "options": tuple(_plain(one) for one in self.card.options),
                "pairs": tuple(_plain(one) for one in self.card.pairs),
            },
            "buttons": tuple(_plain(one) for one in self.buttons),
            "citations": tuple(_plain(one) for one in self.citations),
        }

    @staticmethod
    def from_json(body: dict[str, Any]) -> "Outbound":
        """The reply that `to_json` wrote."""
        card = body.get("card")
        return Outbound(
            **{
                **body,
                "at": datetime.fromisoformat(body["at"]),
                "card": _card(card) if card else None,
                "buttons": tuple(Button(**b) for b in body.get("buttons", ())),
                "citations": tuple(Citation(**c) for c in body.get("citations", ())),
            }
        )


def _plain(one: "Outbound | Card | Choosable | Button | Citation") -> dict[str, Any]:
    """Its fields by name; ten times as quick as `asdict`, which copies every text in them."""
    return {name: getattr(one, name) for name in one.__slots__}


def _card(body: dict[str, Any]) -> Card:
    return Card(
        **{
            **body,
            "options": tuple(Choosable(**o) for o in body.get("options", ())),
            "pairs": tuple(Choosable(**o) for o in body.get("pairs", ())),
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A released piece of a reply while it is being made: one sentence of text."""

    index: int
    text: str = field(default="")
