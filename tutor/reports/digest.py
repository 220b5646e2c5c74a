"""The weekly digest: composed, shown to the learner first, then sent to guardians.

A digest belongs to an ISO week by the school's clock. It is published once, on Friday afternoon or as soon
after as Meno runs: from then on the learner finds it under *My progress*. Guardians get it at the earliest half a
day later and by day, through a job per guardian whose key makes a second one impossible.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, Protocol

from tutor.curriculum.book import Courses
from tutor.dialogue.turn import Tutor
from tutor.errors import NotFound
from tutor.ids import LearnerId, PersonId
from tutor.jobs import Job, Jobs
from tutor.learner_state.log import LearnerLog
from tutor.learner_state.select import fringe
from tutor.people.directory import ConsentLedger, Directory
from tutor.people.person import Person, Purpose, Role
from tutor.people.rules import consented
from tutor.reports.digest_facts import WeekFacts, week_facts
from tutor.reports.digest_words import LANGUAGES, language_for, on_a_page, word

KIND = "digest"
LEARNER_FIRST = timedelta(hours=12)
WEEK = timedelta(days=7)
PUBLISHED = (4, 15)  # weekday (Friday) and hour
MORNING, EVENING = 9, 20  # hours between which a message may come to a guardian
LEASE_S = 120.0
RETRY = timedelta(minutes=20)
GIVE_UP = 6  # tries after which a digest is kept for the family page only
KEPT = 8  # digests kept per guardian

Notify = Callable[[PersonId, str], Awaitable[bool]]


class People(Directory, ConsentLedger, Protocol):
    """What a digest needs to know of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What digests are made from. `notify` reaches a person over a channel, if one is open; `zone` is the school's."""

    courses: Courses
    people: People
    log: LearnerLog
    tutor: Tutor
    jobs: Jobs
    notify: Notify | None = None
    zone: tzinfo = UTC


async def week(desk: Desk, learner: LearnerId, now: datetime) -> list[Any]:
    """The facts of the last seven days, a pair of course and facts for each course begun."""
    found: list[Any] = []
    for course in desk.courses.all():
        events = await desk.log.whole(learner, course.id)
        if not events:
            continue
        state = (await desk.tutor.load(learner, course.id)).state
        following = fringe(course, state, now)
        facts: WeekFacts = week_facts(
            course, events, state, following[0] if following else None, now - WEEK, now
        )
        found.append((course, facts))
    return found


async def preview(desk: Desk, learner: LearnerId, language: str, now: datetime) -> str:
    """The digest as it would read now. Raises NotFound for an unknown learner."""
    person = await _learner(desk, learner)
    return word(await week(desk, learner, now), _first(person), language)


async def latest(
    desk: Desk, learner: LearnerId, now: datetime, *, language: str = ""
) -> str | None:
    """The published digest of this week for a page, else the coming one; in the learner's own language
    unless another is asked for. None for a learner without a guardian, who said no to it, or of
    whom there is nothing to tell."""
    person = await _learner(desk, learner)
    if not await _allowed(desk, person):
        return None
    chosen = await desk.people.preferences(PersonId(learner))
    published = chosen.get("digest")
    language = language_for(language or person.language)
    if isinstance(published, dict) and published.get("week") == week_name(
        now.astimezone(desk.zone)
    ):
        text = published.get("texts", {}).get(language)
        if isinstance(text, str):
            return on_a_page(text)
    facts = await week(desk, learner, now)
    if not await _guardians(desk, learner) or not await _to_tell(desk, learner, facts):
        return None
    return on_a_page(word(facts, _first(person), language))


async def publish(desk: Desk, learner: LearnerId, now: datetime, *, at_once: bool = False) -> int:
    """Publish this week's digest to the learner and queue it for guardians; how many were queued.

    Published before in this week, nothing changes. Of weeks without work (holidays, mostly) only the first is told.
    """
    person = await _learner(desk, learner)
    guardians = [g for g in await _guardians(desk, learner) if await _wants(desk, g, person)]
    if not guardians:
        return 0
    published = await _of_the_week(desk, person, now)
    if published.get("untold"):
        return 0
    shown = datetime.fromisoformat(str(published["at"]))
    queued = 0
    for guardian in guardians:
        body = {
            "guardian": guardian.id,
            "learner": learner,
            "week": published["week"],
            "text": published["texts"][language_for(guardian.language)],
        }
        queued += await desk.jobs.put(
            KIND,
            body,
            run_at=now if at_once else _by_day((shown + LEARNER_FIRST).astimezone(desk.zone)),
            key=f"{learner}/{published['week']}/{guardian.id}",
            learner=learner,
        )
    return queued


async def _of_the_week(desk: Desk, person: Person, now: datetime) -> dict[str, Any]:
    """This week's digest as it was published, now if it was not before.

    It is `quiet` when nothing was done, and `untold` when the last one was quiet, too, or there is nothing to tell.
    """
    learner, name = LearnerId(person.id), week_name(now.astimezone(desk.zone))
    last = (await desk.people.preferences(person.id)).get("digest")
    last = last if isinstance(last, dict) else {}
    if last.get("week") == name:
        return last
    facts = await week(desk, learner, now)
    quiet, told = not any(one.days for _, one in facts), await _to_tell(desk, learner, facts)
    published = {
        "week": name,
        "at": now.isoformat(),
        "texts": {lang: word(facts, _first(person), lang) for lang in LANGUAGES} if told else {},
        "quiet": quiet,
        "untold": not told or (quiet and last.get("quiet") is True),
    }
    await desk.people.prefer(person.id, {"digest": published})
    return published


def _by_day(at: datetime) -> datetime:
    """The time, or the next morning where it is night."""
    if at.hour < MORNING:
        return at.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    if at.hour >= EVENING:
        return _by_day((at + timedelta(days=1)).replace(hour=0))
    return at


async def deliver(desk: Desk, now: datetime) -> dict[str, int]:
    """Send what is due; how many were sent, kept for the family page, or put off."""
    counts = {"sent": 0, "kept": 0, "put_off": 0, "stopped": 0}
    while claimed := await desk.jobs.claim([KIND], lease_s=LEASE_S, now=now):
        for job in claimed:
            counts[await _deliver(desk, job, now)] += 1
    return counts


async def _deliver(desk: Desk, job: Job, now: datetime) -> str:
    guardian = PersonId(job.body["guardian"])
    if not await _still_wanted(desk, guardian, LearnerId(job.body["learner"])):
        await desk.jobs.done(job, now=now)
        return "stopped"
    chosen = await desk.people.preferences(guardian)
    await _keep(desk, guardian, chosen, job)
    reached = desk.notify is not None and await desk.notify(guardian, job.body["text"])
    if not reached and desk.notify is not None and job.tries < GIVE_UP:
        await desk.jobs.failed(job, "no channel reached the guardian", retry_at=now + RETRY)
        return "put_off"
    await desk.jobs.done(job, now=now)
    return "sent" if reached else "kept"


async def _keep(desk: Desk, guardian: PersonId, chosen: dict[str, Any], job: Job) -> None:
    """Keep the text for the family page, the newest first."""
    kept = [d for d in chosen.get("digests", []) if isinstance(d, dict)]
    entry = {"week": job.body["week"], "learner": job.body["learner"], "text": job.body["text"]}
    if entry not in kept:
        await desk.people.prefer(guardian, {"digests": [entry, *kept][:KEPT]})


async def send(desk: Desk, now: datetime, *, at_once: bool = False) -> dict[str, int]:
    """Publish everybody's digest of this week and deliver what is due."""
    queued = 0
    for person in await desk.people.people(Role.LEARNER):
        queued += await publish(desk, LearnerId(person.id), now, at_once=at_once)
    return {"queued": queued, **await deliver(desk, now)}


async def tick(desk: Desk, now: datetime) -> None:
    """Called every minute: publishes from Friday afternoon to the week's end, delivers what is due."""
    local = now.astimezone(desk.zone)
    if (local.weekday(), local.hour) >= PUBLISHED:
        await send(desk, now)
    else:
        await deliver(desk, now)


def week_name(at: datetime) -> str:
    """The ISO week: 2026-W47."""
    year, number, _ = at.isocalendar()
    return f"{year}-W{number:02d}"


async def _learner(desk: Desk, learner: LearnerId) -> Person:
    person = await desk.people.person(PersonId(learner))
    if person is None or person.role is not Role.LEARNER:
        raise NotFound(f"There is no learner “{learner}”.")
    return person


async def _guardians(desk: Desk, learner: LearnerId) -> list[Person]:
    found = []
    for tie in await desk.people.guardianships(PersonId(learner)):
        if tie.learner == learner:
            person = await desk.people.person(tie.guardian)
            found += [person] if person is not None else []
    return found


async def _still_wanted(desk: Desk, guardian: PersonId, learner: LearnerId) -> bool:
    """Whether a digest may still go out: since it was made a consent may have been taken back, or
    the two may be no family any more."""
    child = await _learner(desk, learner)
    family = await _guardians(desk, learner)
    return any([one.id == guardian and await _wants(desk, one, child) for one in family])


async def _wants(desk: Desk, guardian: Person, learner: Person) -> bool:
    stopped = (await desk.people.preferences(guardian.id)).get("digest_stopped")
    return not stopped and await _allowed(desk, learner)


async def _allowed(desk: Desk, learner: Person) -> bool:
    return consented(
        Purpose.DIGEST,
        learner,
        await desk.people.consents(LearnerId(learner.id)),
        await desk.people.guardianships(learner.id),
        await desk.people.people(Role.ADMIN),
    )


async def _to_tell(desk: Desk, learner: LearnerId, facts: list[Any]) -> bool:
    """Whether there is anything to tell: of who has left their classes, only what they still did."""
    return any(one.days for _, one in facts) or bool(await desk.people.courses_of(learner))


def _first(person: Person) -> str:
    return person.name.split()[0] if person.name.split() else person.name
