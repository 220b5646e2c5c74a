"""Plain wording that shows something: passages with their citations, a term, a worked example. Pure."""

from collections.abc import Sequence
from itertools import takewhile

from tutor.curriculum.course import Reading, SkillMaterial
from tutor.dialogue.grounding.lookup import asked
from tutor.dialogue.messages import Citation
from tutor.dialogue.moves import Explain, Show, TopicCard, Ways, WorkedExample
from tutor.dialogue.saying.abroad import abroad
from tutor.dialogue.saying.talk import Talk, Words, cite, paragraphs
from tutor.dialogue.wording.sentences import Sentences
from tutor.items.item import Item
from tutor.items.reveal import asks_for_it, reveals
from tutor.retrieval.asking import answer_below
from tutor.retrieval.followup import place_of
from tutor.retrieval.language import analyser_of
from tutor.retrieval.passage import Passage
from tutor.retrieval.support import best_sentences

EXPLAIN_SENTENCES = 3
EXPLAIN_WORDS = 75
BEGINNING_WORDS = 45  # of a reading that is shown as a way into a skill
FADED_STEPS = 3  # sentences that an example must have so that its last may be left out
TWICE = 0.75  # share of a sentence's words from which a definition says as much
LOOKED_AT, LOOKED_AT_WORDS = 8, 200  # more than is shown, since some may give an answer away


def explain(talk: Talk, move: Explain) -> Words:
    """The passage’s own best sentences, cited."""
    solid = [hit.passage for hit in talk.hits if not hit.weak] or [h.passage for h in talk.hits[:1]]
    question, item = asked(move, talk.scene), talk.scene.item
    if item is not None and asks_for_it(talk.scene.reading.text, item):
        return _kept_back(talk, move)
    means = "" if talk.gives_away(move.means) else move.means
    if move.asked:
        return _answered(talk, move)
    found, shown = _sentences(talk, question, solid, 1 if means else EXPLAIN_SENTENCES)
    if means and not move.term:  # a wrong idea is met by its cure alone
        shown = []
    if not found and not means and move.question != question:  # the skill's name drowned it
        found, shown = _sentences(talk, move.question, solid, EXPLAIN_SENTENCES)
    term = move.term
    if len(shown) == 1 and not means:
        term, means = _card(talk, solid)
    lead = talk.line("topic", term=term, lines=means) if means else talk.line("explain")
    if means and not term:  # the cure of a wrong idea that somebody is said to have
        lead = talk.line("explain.probe" if means.endswith("?") else "explain.idea", lines=means)
    other, its = move.beside
    if its and means and not talk.gives_away(its):
        lead = paragraphs(lead, talk.line("topic", term=other, lines=its))
    tail = talk.closing("explain.back" if move.back_to_item else "explain.on", lead)
    if not shown and not means:
        return _kept_back(talk, move) if found or move.means else _nothing(talk, move)
    cited = {p.id: p for p, _ in shown}
    numbers = {passage: number for number, passage in enumerate(cited, start=1)}
    body = " ".join(f"{sentence} [{numbers[p.id]}]" for p, sentence in shown)
    if term and means and len(shown) == 1 and _says_as_much(talk, means, shown[0][1]):
        lead, body = lead.replace(means, f"{means} [1]", 1), ""  # the passage that stands behind it
    if talk.gives_away(paragraphs(lead, body)):  # its parts together
        lead = talk.line("explain") if shown and means else talk.line("explain.kept")
        if not shown or talk.gives_away(paragraphs(lead, body)):
            return _kept_back(talk, move)
    if len(cited) == 1 and _told_just_now(talk, shown[0][0]):
        if means:  # the same card with the same sentence: said twice, it explains no more
            return Words(text=paragraphs(talk.line("explain.same"), _on(talk, move)))
        lead = talk.line("explain.again")
    return Words(
        text=paragraphs(_led(talk, move, lead, bool(means), bool(term)), body, tail),
        citations=tuple(cite(numbers[id], passage) for id, passage in cited.items()),
    )


def _on(talk: Talk, move: Explain) -> str:
    """The way back to the open item; "" where none is open."""
    return talk.line("back") if move.back_to_item else ""


def _led(talk: Talk, move: Explain, lead: str, means: bool, term: bool) -> str:
    """What stands before an explanation: what it is held against, told apart from, or does not say."""
    if move.held and (term or not means):
        lead = paragraphs(talk.line("explain.held"), lead if means else "")
    if move.apart:
        lead = paragraphs(talk.line("explain.apart", word=move.apart), lead)
    if move.unsaid:
        lead = paragraphs(talk.unsaid(move.unsaid), lead if means else "")
    return lead


def _says_as_much(talk: Talk, means: str, sentence: str) -> bool:
    """Whether a definition has nearly all words of a sentence, so that both would say the same twice."""
    content = analyser_of(talk.scene.course.language).content
    words = set(content(sentence))
    return len(words & set(content(means))) >= TWICE * len(words)


def _kept_back(talk: Talk, move: Explain) -> Words:
    """Nothing but that all of it would give the open item away."""
    kept = talk.line("explain.later" if move.back_to_item else "explain.kept")
    tail = talk.closing("back", kept) if move.back_to_item else ""
    return Words(text=paragraphs(kept, tail), kept=True)


def _nothing(talk: Talk, move: Explain) -> Words:
    """Nothing was found, and that is said."""
    none = abroad(talk) or talk.unsaid(move.unsaid, near=False) or talk.line("explain.none")
    tail = talk.closing("back", none) if move.back_to_item else ""
    return Words(text=paragraphs(none, tail), grounded=False)


def _answered(talk: Talk, move: Explain) -> Words:
    """What stands below the heading that asks the same, up to what gives the open item's answer away.

    What follows that may lean on it (“It …”), and is left out too.
    """
    passage, told = talk.hits[0].passage, below(talk)
    if not told:
        return _kept_back(talk, move)
    tail = talk.closing("explain.back" if move.back_to_item else "explain.on", told)
    again = talk.line("explain.again") if _told_just_now(talk, passage) else ""
    head = talk.line("explain.apart", word=move.apart) if move.apart else again
    if move.perhaps:
        head = talk.line("explain.perhaps", question=move.perhaps)
    if move.held and not head:
        head = talk.line("explain.held")
    return Words(text=paragraphs(head, f"{told} [1]", tail), citations=(cite(1, passage),))


def _told_just_now(talk: Talk, passage: Passage) -> bool:
    """Whether the last reply quoted the same place, so that a “why” gets no further by it."""
    session = talk.scene.session
    return session.explained and session.shown == place_of(passage.heading_path)


def below(talk: Talk) -> str:
    """How the text below the heading answers; "" where that would give the open item's answer away."""
    shown = answer_below(talk.hits[0].passage, EXPLAIN_SENTENCES, EXPLAIN_WORDS)
    told = " ".join(takewhile(lambda sentence: not talk.gives_away(sentence), shown))
    return "" if talk.gives_away(told) else told


def quoted(talk: Talk, question: str) -> Words | None:
    """The sentence of what was found that fits a question best; None where all would give the open item away."""
    _, shown = _sentences(talk, question, [hit.passage for hit in talk.hits], 1)
    if not shown:
        return None
    passage, sentence = shown[0]
    return Words(text=talk.line("beside", answer=f"{sentence} [1]"), citations=(cite(1, passage),))


def kept_back(talk: Talk, question: str) -> bool:
    """Whether something found fits a question, and all of it would give the open item away."""
    found, shown = _sentences(talk, question, [hit.passage for hit in talk.hits], 1)
    return found and not shown


def _card(talk: Talk, passages: Sequence[Passage]) -> tuple[str, str]:
    """Title and card of the skill that the best passages are about, if they agree on one."""
    skills = {passage.skills[:1] for passage in passages[:2]}
    if len(skills) != 1 or not (skill := next(iter(skills))):
        return "", ""
    about = talk.scene.course.skills.get(skill[0])
    if about is None or not about.card or talk.gives_away(about.card):
        return "", ""
    return about.title, about.card


def _sentences(
    talk: Talk, question: str, passages: Sequence[Passage], count: int
) -> tuple[bool, list[tuple[Passage, str]]]:
    """Whether anything fits, and the best sentences that keep the open item's answer back."""
    content = analyser_of(talk.scene.course.language).content
    asked_for = set(content(talk.scene.reading.text))
    for n, words in ((count, EXPLAIN_WORDS), (LOOKED_AT, LOOKED_AT_WORDS)):
        found = best_sentences(question, passages, n, words, language=talk.scene.course.language)
        shown = [(p, s) for p, s in found if not talk.gives_away(s)]
        if n > count or count == 1:  # beside a definition, or after what was kept back
            shown = [(p, s) for p, s in shown if not asked_for or asked_for & set(content(s))]
        if shown or not found:
            return bool(found), _within(shown, count)
    return True, []


def topic(talk: Talk, move: TopicCard) -> Words:
    """A term in two lines, and where it stands."""
    lines = move.lines.removeprefix(f"{move.term}: ")
    kept = bool(lines) and talk.gives_away(lines)
    if kept:
        lines = talk.line("explain.later" if talk.scene.item is not None else "explain.kept")
    before = (
        talk.line("explain.held") if move.held and not move.unsaid else talk.unsaid(move.unsaid)
    )
    text = paragraphs(before, talk.line("topic", term=move.term, lines=lines))
    if not talk.hits:
        return Words(text=text, kept=kept)
    return Words(
        text=paragraphs(text, talk.line("topic.where")),
        citations=(cite(1, talk.hits[0].passage),),
        kept=kept,
    )


def example(talk: Talk, move: WorkedExample) -> str:
    """A worked example, whole or without its last step."""
    shown = talk.example_item.worked_example if talk.example_item else ""
    if not shown:
        return talk.line("example.none")
    lead = talk.line("example.novice" if move.novice else "example", skill=talk.title(move.skill))
    if move.met:
        lead = talk.line("example.met")
    if move.tack:
        lead = talk.line("example.tack")
    if move.faded and (begun := _without_last_step(shown)):
        lead, shown = talk.line("example.faded"), begun
    if move.then is not None and move.then.choice is not None:
        return paragraphs(lead, shown, talk.line("example.then"))
    return paragraphs(lead, shown, talk.line("example.back") if move.back_to_item else "")


def ways(talk: Talk, move: Ways) -> str:
    """The ways into a skill, each named so that it can be asked for."""
    named = [name_of(talk, way) for way in move.ways]
    listed, skill = "\n".join(f"- {n}" for n in named), talk.title(move.skill)
    key = f"ways.lacks_{move.lacks}" if move.lacks else "ways"
    return paragraphs(talk.line(key, skill=skill, ways=listed), talk.line("ways.choose"))


def name_of(talk: Talk, way: SkillMaterial) -> str:
    """A way in words: what it is, its title, how long it takes."""
    kind = talk.line(f"way.{way.kind}")
    titled = talk.line("way.titled", kind=kind, title=way.title) if way.title else kind
    return talk.line("way.timed", way=titled, minutes=way.minutes) if way.minutes else titled


def way(talk: Talk, move: Show) -> Words:
    """A way as the course has it, with the reading that goes with it."""
    shown = move.way
    reading = talk.scene.course.readings.get(shown.reading or shown.transcript or "")
    cited = () if reading is None else (_whole_reading(talk, reading),)
    parts = [talk.line("show", way=name_of(talk, shown))]
    if shown.reading is not None and reading is not None:
        parts += [beginning(reading.text, talk.scene.item), talk.line("show.reading")]
    elif shown.link and shown.transcript and reading is not None:
        parts.append(talk.line("show.transcript"))
    parts.insert(1, shown.text)
    tail = talk.line("explain.back" if move.back_to_item else "show.on")
    return Words(text=paragraphs(*parts, tail), citations=cited)


def _whole_reading(talk: Talk, reading: Reading) -> Citation:
    """A reading as citation 1, opened at its beginning."""
    return Citation(
        number=1, document=f"{talk.scene.course.id}/readings/{reading.id}", title=reading.title,
        heading=reading.title, anchor="", passage="",
    )  # fmt: skip


def beginning(text: str, item: Item | None) -> str:
    """How a reading begins: a few sentences, without what answers the open item."""
    prose = (p for p in text.split("\n\n") if p.strip() and p.lstrip()[0] not in "#|!>-*`$")
    cutter = Sentences()
    sentences = [*cutter.feed(next(prose, "")), *cutter.rest()]
    kept, words = "", 0
    for sentence in sentences:
        words += len(sentence.split())
        if kept and words > BEGINNING_WORDS:
            break
        kept += sentence if item is None or not reveals(sentence, item) else ""
    return kept.strip()


def _within(found: Sequence[tuple[Passage, str]], count: int) -> list[tuple[Passage, str]]:
    """As many sentences, from the front, as an explanation may have."""
    kept: list[tuple[Passage, str]] = []
    words = 0
    for passage, sentence in found[:count]:
        words += len(sentence.split())
        if kept and words > EXPLAIN_WORDS:
            break
        kept.append((passage, sentence))
    return kept


def _without_last_step(example: str) -> str:
    """A worked example without its last sentence; "" where little would be left."""
    cutter = Sentences()
    steps = [*cutter.feed(example), *cutter.rest()]
    return "".join(steps[:-1]).strip() if len(steps) >= FADED_STEPS else ""
