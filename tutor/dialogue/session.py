"""The session: what is open between tutor and learner now. A pure fold over the log's events.

The learner state says what is known and which item is open; the session adds what the
conversation waits for, how the last rounds went, and what was already said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from tutor.ids import ItemId, MessageId, MisconceptionId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.effort import hasty
from tutor.learner_state.events import (
    Attempted,
    ConcernRaised,
    Event,
    GoalSet,
    HintGiven,
    ItemClosed,
    ItemOpened,
    MessageReceived,
    MoveMade,
    Outcome,
    Purpose,
    Replied,
    SessionClosed,
    SessionRated,
)
from tutor.retrieval.followup import place_of
from tutor.safety.concern import CRISES

IDLE = frozenset({"dont_know", "answer_request"})  # intents without effort
PIECES = 1_000  # characters of part answers that are kept
GAP = timedelta(hours=2)  # silence after which a new session begins


class Waiting(StrEnum):
    """What the tutor's last question was about."""

    NOTHING = ""
    RESPONSE = "response"
    PROBE = "probe"
    EXPLAIN_BACK = "explain_back"
    WHY = "why"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Where the conversation stands.

    `rounds` counts unsuccessful responses to the open item, `idle` runs of “I don't know” or
    guesses without effort on the open item, `slack` the same over items without a response between,
    `hasty` wrong responses in a row that came within seconds, `off` messages beside the task in a row. `results` are the responses
    of a quiz. `probed` are misconceptions already probed on the open item.
    """

    started: datetime | None = None
    last_at: datetime | None = None
    turns: int = 0
    waiting: Waiting = Waiting.NOTHING
    rounds: int = 0
    idle: int = 0
    slack: int = 0
    hasty: int = 0
    off: int = 0
    stuck: int = 0
    focus: SkillId | None = None
    example: SkillId | None = None  # the skill of the worked example that was shown last
    moves: tuple[str, ...] = ()
    said: Mapping[str, int] = field(default_factory=dict)  # how often each move was made
    tried: int = 0  # items responded to, counted once however often they were tried
    counted: str = ""  # the opening that was counted last
    solved: int = 0
    unaided: int = 0
    streak: int = 0
    whys: int = 0
    since_whys: int = 0
    skills: tuple[SkillId, ...] = ()
    results: tuple[tuple[ItemId, int, bool], ...] = ()
    probed: tuple[MisconceptionId, ...] = ()
    quest: SkillId | None = None  # the skill that the learner asked to practise
    quest_items: int = 0  # how many items of it were put since
    told: ItemId | None = None  # an item whose answer was told and whose twin is still to come
    twins: int = 0  # twins put one after the other
    closed: bool = False
    reviews: int = 0
    placing: int = 0  # items of placement put since it began; 0 when it is not under way
    hinted: datetime | None = None  # when the last hint came, while no try has followed it
    last_wrong: str = ""  # the last wrong response to the open item, as it was read
    pieces: str = ""  # what was partly right of the open item so far, one response after the other
    share: float = 0.0  # of the answer that these had
    stalled: bool = (
        False  # whether the last response had no more of the answer than those before it
    )
    again: bool = False  # whether the last response only repeated it
    last_attempt: str = ""
    last_item: tuple[ItemId, int] | None = None  # the item opened last, with its seed
    settled: tuple[ItemId, int] | None = None  # the one closed last
    unanswered: tuple[MessageId, ...] = ()  # messages whose reply is not stored yet
    last_text: str = ""
    felt: str = ""  # how the last rated session felt (`events.Felt`)
    wondered: str = ""  # the kind of concern that the learner was just asked about
    shown: str = ""  # title and heading of the passage that was cited last
    offered: str = (
        ""  # what a press on the only thing offered would say, right after it was offered
    )

    @property
    def explained(self) -> bool:
        """Whether the last move explained something that a message may go on from."""
        return self.moves[-1:] in (("explain",), ("topic_card",))

    @property
    def just_settled(self) -> bool:
        """Whether the last move was about an item that it closed, so that a “why” may be about that one."""
        ended = self.moves[-1:] in (("feedback",), ("acknowledge",), ("tell",))
        return self.settled is not None and ended and self.rounds == 0

    def fresh(self, now: datetime) -> bool:
        """Whether a message at `now` begins a new session."""
        return self.last_at is None or self.closed or now - self.last_at > GAP


def follow(session: Session, events: Iterable[Event]) -> Session:
    """The session after further events."""
    for event in events:
        session = _after(session, event)
    return session


def _after(session: Session, event: Event) -> Session:
    match event:
        case MessageReceived():
            return _received(session, event)
        case ItemOpened():
            return _opened(session, event)
        case Attempted():
            return _attempted(session, event)
        case HintGiven():
            return replace(session, hinted=event.at)
        case ItemClosed():
            return replace(
                session,
                waiting=Waiting.NOTHING,
                rounds=0,
                settled=session.last_item,
                told=event.item if event.outcome is Outcome.TOLD else session.told,
                solved=session.solved + (event.outcome is Outcome.SOLVED),
                since_whys=session.since_whys + (event.outcome is Outcome.SOLVED),
            )
        case ConcernRaised(tier=2) if event.kind in CRISES:
            return replace(session, wondered=event.kind)
        case MoveMade():
            return _moved(session, event)
        case Replied():
            left = tuple(m for m in session.unanswered if m != event.message)
            cited = event.outbound.get("citations") or ()
            heading = cited[0]["heading"].rpartition(" › ")[2] if cited else ""
            shown = place_of((cited[0]["title"], heading)) if cited else session.shown
            buttons: list[dict[str, Any]] = event.outbound.get("buttons") or []
            alone = event.outbound.get("move") == "offer" and len(buttons) == 1
            offered = buttons[0]["send"] if alone else ""
            return replace(session, unanswered=left, shown=shown, offered=offered)
        case GoalSet() if event.skills and event.by is None:
            return replace(session, quest=event.skills[0], quest_items=0)
        case SessionRated():
            return replace(session, felt=str(event.felt), closed=True)
        case SessionClosed():
            return replace(session, closed=True)
        case _:
            return session


def _received(session: Session, event: MessageReceived) -> Session:
    if session.fresh(event.at):
        session = Session(
            started=event.at,
            focus=session.focus,
            waiting=session.waiting,
            rounds=session.rounds,
            told=session.told,
            probed=session.probed,
            last_item=session.last_item,
            last_attempt=session.last_attempt,
            unanswered=session.unanswered,
            felt=session.felt,
            placing=session.placing,
        )
    return replace(
        session,
        last_at=event.at,
        turns=session.turns + 1,
        last_text=event.text[:200],
        unanswered=(*session.unanswered, event.message)[-8:],
        idle=session.idle + 1 if event.intent in IDLE else session.idle,
        slack=session.slack + 1 if event.intent in IDLE else session.slack,
        stuck=session.stuck + 1 if event.intent == "stuck" else session.stuck,
    )


def _opened(session: Session, event: ItemOpened) -> Session:
    return replace(
        session,
        waiting=Waiting.RESPONSE,
        rounds=0,
        idle=0,
        stuck=0,
        probed=(),
        hinted=None,
        last_wrong="",
        pieces="",
        share=0.0,
        stalled=False,
        again=False,
        counted="",
        focus=event.skills[0],
        quest_items=session.quest_items + (session.quest in event.skills),
        told=None,
        twins=session.twins + 1 if event.purpose is Purpose.TWIN else 0,
        last_item=(event.item, event.seed),
        reviews=session.reviews + (event.purpose is Purpose.REVIEW),
        placing=session.placing + 1 if event.purpose is Purpose.PLACEMENT else 0,
    )


def _attempted(session: Session, event: Attempted) -> Session:
    session = replace(session, last_attempt=event.id)
    if not event.verdict.counts:
        return session
    right = event.verdict is Verdict.CORRECT
    meant = (event.read_as or event.response)[:200].casefold()
    opening = f"{event.item}/{event.seed}"
    part = event.verdict is Verdict.PARTIAL
    placed = event.purpose is Purpose.PLACEMENT  # it shows where to begin and is no day's work
    return replace(
        session,
        tried=session.tried + (opening != session.counted and not placed),
        counted=opening,
        unaided=session.unaided + (right and event.unaided and not placed),
        streak=session.streak + event.unaided if right else 0,
        rounds=session.rounds if right else session.rounds + 1,
        hinted=None,
        idle=0,
        slack=0,
        hasty=session.hasty + 1 if hasty(event) else 0,
        last_wrong="" if right else meant,
        again=not right and meant == session.last_wrong,
        pieces=f"{session.pieces}\n{event.response}".strip()[-PIECES:] if part else session.pieces,
        share=max(session.share, event.share) if part else session.share,
        stalled=part and event.share <= session.share,
        skills=tuple(dict.fromkeys((*session.skills, *event.skills))),
        results=(*session.results, (event.item, event.seed, right))
        if event.purpose is Purpose.QUIZ
        else session.results,
    )


def _moved(session: Session, event: MoveMade) -> Session:
    waiting = Waiting(event.asked) if event.asked in set(Waiting) else session.waiting
    if event.move in _ASIDES and session.waiting in _OWED and waiting is Waiting.NOTHING:
        waiting = session.waiting  # a question in between: the learner's own words are still owed
    return replace(
        session,
        waiting=waiting,
        focus=event.skill or session.focus,
        example=event.skill or session.focus if event.move == "worked_example" else session.example,
        moves=(*session.moves, event.move)[-8:],
        said={**session.said, event.move: session.said.get(event.move, 0) + 1},
        probed=(*session.probed, event.misconception) if event.misconception else session.probed,
        off=session.off + 1 if event.move == "redirect" else 0,
        placing=0 if event.move == "place" else session.placing,
        whys=session.whys + (waiting is Waiting.WHY),
        since_whys=0 if waiting is Waiting.WHY else session.since_whys,
        wondered=session.wondered if event.move == "alert" else "",
    )


_ASIDES = frozenset({"explain", "topic_card", "redirect", "offer", "show_belief"})
_OWED = frozenset({Waiting.WHY, Waiting.EXPLAIN_BACK})


EMPTY = Session()
