"""A session as JSON, for a snapshot."""

from datetime import datetime
from typing import Any

from tutor.dialogue.session import Session, Waiting
from tutor.ids import ItemId

# A change of any field makes another format, so that an older snapshot is never misread.
FORMAT = f"session/2/{'-'.join(sorted(Session.__dataclass_fields__))}"


def to_json(session: Session) -> dict[str, Any]:
    """JSON-ready, for a snapshot."""
    body: dict[str, Any] = {name: getattr(session, name) for name in Session.__dataclass_fields__}
    body["started"] = session.started.isoformat() if session.started else None
    body["last_at"] = session.last_at.isoformat() if session.last_at else None
    body["hinted"] = session.hinted.isoformat() if session.hinted else None
    return body


def from_json(body: dict[str, Any]) -> Session:
    """The session that `to_json` wrote."""
    read = dict(body)
    for key in ("started", "last_at", "hinted"):
        read[key] = datetime.fromisoformat(read[key]) if read.get(key) else None
    for key in ("last_item", "settled"):
        if read.get(key):
            read[key] = (ItemId(read[key][0]), int(read[key][1]))
    for key in ("moves", "skills", "probed", "unanswered"):
        read[key] = tuple(read.get(key) or ())
    read["said"] = dict(read.get("said") or {})
    read["results"] = tuple((ItemId(i), int(s), bool(r)) for i, s, r in read.get("results") or ())
    read["waiting"] = Waiting(read.get("waiting") or "")
    return Session(**read)
