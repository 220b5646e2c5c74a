"""Every repository and every fake has the methods of its ports, with the same parameters."""

import inspect
from typing import Any

import pytest

from tutor.dialogue.turns.record import MemoryTurnRecords, TurnRecords
from tutor.jobs import Jobs, MemoryJobs
from tutor.learner_state.feed import CourseModels, EventFeed
from tutor.learner_state.log import LearnerLog
from tutor.learner_state.memory_log import MemoryLog
from tutor.llm.budget import Booked, Ledger
from tutor.people.directory import (
    Accounts,
    Audit,
    Classes,
    ConsentLedger,
    Directory,
    Identities,
    LearnerRecords,
    Links,
    Passwords,
    People,
    Preferences,
    SignIns,
    Ties,
)
from tutor.retrieval.passage import PassageStore
from tutor.safety.alerts import Alerts, MemoryAlerts
from tutor.storage.alerts import SqlAlerts
from tutor.storage.database import Database
from tutor.storage.erasure import SqlLearnerRecords
from tutor.storage.jobs import SqlJobs
from tutor.storage.log import SqlLearnerLog
from tutor.storage.models import SqlCourseModels
from tutor.storage.passages import SqlPassageStore
from tutor.storage.people import SqlPeople
from tutor.storage.spending import SqlSpending
from tutor.storage.turns import SqlTurnRecords

PAIRS: list[tuple[type[Any], type[Any]]] = [
    (LearnerLog, SqlLearnerLog),
    (LearnerLog, MemoryLog),
    (EventFeed, SqlLearnerLog),
    (EventFeed, MemoryLog),
    (CourseModels, SqlCourseModels),
    (PassageStore, SqlPassageStore),
    (TurnRecords, SqlTurnRecords),
    (TurnRecords, MemoryTurnRecords),
    (Jobs, SqlJobs),
    (Jobs, MemoryJobs),
    (Alerts, SqlAlerts),
    (Alerts, MemoryAlerts),
    (LearnerRecords, SqlLearnerRecords),
    (Ledger, SqlSpending),
    (Booked, SqlSpending),
    *(
        (port, SqlPeople)
        for port in (
            *(People, Classes, Ties, Preferences, Passwords, SignIns, Links, Identities),
            *(ConsentLedger, Audit),
        )
    ),
]


@pytest.mark.parametrize(
    ("port", "store"), PAIRS, ids=lambda cls: cls.__name__ if isinstance(cls, type) else None
)
def test_a_store_takes_what_its_port_promises(port: type[Any], store: type[Any]) -> None:
    promised = {
        name: method
        for name, method in vars(port).items()
        if inspect.iscoroutinefunction(method) and not name.startswith("_")
    }
    assert promised
    for name, method in promised.items():
        assert inspect.signature(getattr(store, name)) == inspect.signature(method), name


def fits(database: Database) -> tuple[Directory, Accounts, ConsentLedger, Audit, LearnerLog]:
    """Never called: the type checker proves with it that the repositories fit."""
    people = SqlPeople(database)
    return people, people, people, people, SqlLearnerLog(database)
