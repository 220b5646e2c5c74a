"""Plain wording about the open item: announcing, asking, hinting, judging, telling. Pure."""

import re
import unicodedata

from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.responding import QUIZ_LENGTH
from tutor.dialogue.intents.phrases import REASON
from tutor.dialogue.moves import Acknowledge, Ask, Feedback, Hint, Open, Probe, Tell
from tutor.dialogue.read import Intent
from tutor.dialogue.reading.attempted import spoken_in
from tutor.dialogue.saying.asked_why import asked_why
from tutor.dialogue.saying.talk import ASKS, Talk, paragraph, paragraphs
from tutor.dialogue.scene import Scene
from tutor.dialogue.wording.sentences import Sentences
from tutor.items.grade import Grade, Verdict
from tutor.items.reveal import reveals
from tutor.items.worked import MATHS, Worked, worked_in
from tutor.learner_state.events import Purpose
from tutor.learner_state.placement import MOST_ITEMS
from tutor.retrieval.language import analyser_of

COMPARED = "clarify"  # the move that shows the answer beside one that could not be judged
# Where less help is given, it is said.
OPEN_BY_CONTRACT = frozenset({Contract.QUIZ, Contract.HOMEWORK})


def working(scene: Scene) -> Worked | None:
    """The working that a response to an item of mathematics shows, if any."""
    item = scene.answered or scene.item
    if item is None or item.type_name not in MATHS or scene.reading.grade is None:
        return None
    return worked_in(scene.reading.text, decimal_comma=scene.course.decimal_comma)


def opened(talk: Talk, move: Open) -> str:
    """The greeting, and what comes first."""
    if move.resumed:
        return paragraph(talk.line("open.resumed"), _number(talk))
    if move.next is None or move.next.choice is None:
        return talk.line("open.nothing")
    skill = talk.title(move.next.choice.skill)
    if move.first_time:
        if (contract := talk.scene.contract) in OPEN_BY_CONTRACT:
            return talk.line(f"open.{contract}", count=QUIZ_LENGTH)
        offer = talk.line("open.place", most=MOST_ITEMS) if move.place else ""
        return paragraphs(talk.line("open.first"), offer)
    if len(move.due) > 1:
        return talk.line("open.due_many", skill=skill, count=len(move.due))
    if move.due:
        return talk.line("open.due", skill=skill)
    return talk.line("open.next", skill=skill)


def ask(talk: Talk, move: Ask) -> str:
    """How an item is announced."""
    if move.skill is not None:
        return talk.line("ask.new", skill=talk.title(move.skill))
    if move.again or move.choice is None:
        return paragraph(talk.line("ask.again"), _number(talk))
    if move.lead == "placement":
        begins = talk.scene.session.placing == 0
        return paragraph(talk.line("ask.placement") if begins else "", _number(talk))
    key = f"ask.{move.lead}" if move.lead else "ask"
    source = talk.scene.course.sources[move.choice.item]
    if move.lead == "twin" and not source.templated:
        key = "ask.twin_words"
    return talk.line(key, skill=talk.title(move.choice.skill))


def _number(talk: Talk) -> str:
    """Where placement stands: the number of the question that is put or still open."""
    opened = talk.scene.state.open
    placed = opened is not None and opened.purpose is Purpose.PLACEMENT
    if opened is not None and not placed and talk.scene.reading.intent is not Intent.PLACE:
        return ""
    if (
        opened is None
        and not talk.scene.session.placing
        and talk.scene.reading.intent is not Intent.PLACE
    ):
        return ""
    number = min(talk.scene.state.placement + 1, MOST_ITEMS)
    line = talk.line("place.number", number=number, most=MOST_ITEMS)
    return "" if talk.gives_away(line) else line  # the answer may be 15


def then(talk: Talk, next_: Ask | None) -> str:
    """How the next item is announced at the end of a reply."""
    silent = next_ is None or (next_.choice is None and next_.skill is None)
    return "" if silent or next_ is None else ask(talk, next_)


def _same(read: str, said: str) -> bool:
    """Whether what was read is what was written, but for signs: “⅝” for “5/8”, “B) 8/9” for “b”."""
    plain = "".join(unicodedata.normalize("NFKC", read).replace("⁄", "/").replace("−", "-").split())
    mine = "".join(unicodedata.normalize("NFKC", said).replace("⁄", "/").replace("−", "-").split())
    plain, mine = plain.casefold().rstrip(".!?"), mine.casefold().rstrip(".!?")
    return plain == mine or (bool(mine) and plain.startswith(f"{mine})"))


def _read(talk: Talk, grade: Grade, key: str) -> str:
    """“I read …”, where that tells the learner something."""
    said = talk.scene.reading.text.strip()
    if not grade.read_as or _same(grade.read_as, said) or len(grade.read_as) > 60:
        return ""
    item = talk.item()
    if grade.verdict is not Verdict.CORRECT and item is not None and reveals(grade.read_as, item):
        return ""  # in another layout it would be the answer
    words = not any(map(str.isdigit, grade.read_as))  # “5!” is another number
    read = " ".join(grade.read_as.split())  # of several lines too
    return talk.line(key, read=read.rstrip(".!?" if words else "."))


def _where(talk: Talk, grade: Grade) -> str:
    """Where shown working first goes wrong and what of it was not read, or else “I read …”: the place,
    never the value."""
    worked = working(talk.scene)
    right = grade.verdict is Verdict.CORRECT
    if worked is None or (right and not worked.place and not worked.unread):
        return _read(talk, grade, "right.read" if right else "wrong.read")
    before = worked.unread and (not worked.place or worked.unread < worked.place)
    unread = _unread(talk, worked, right=right) if before else ""
    return paragraph(unread, _stepped(talk, worked, grade))


def _unread(talk: Talk, worked: Worked, *, right: bool) -> str:
    """Which line of shown working was not read, and what was read up to there."""
    key = "step.unlooked" if worked.unlooked else "step.unread"
    bare = talk.line(f"{key}_number", place=worked.unread)
    if not worked.unlooked and worked.garbled and not worked.up_to:
        key = "step.unread_first"
    elif not worked.up_to or (not worked.unlooked and not worked.garbled):
        return bare
    said = talk.line(key, place=worked.unread, garbled=worked.garbled, up_to=worked.up_to)
    item = None if right else talk.item()
    return bare if item is not None and reveals(said, item) else said


def _stepped(talk: Talk, worked: Worked, grade: Grade) -> str:
    """Where shown working first goes wrong, "" where no line of it does."""
    right = grade.verdict is Verdict.CORRECT
    if worked.place:
        key = "right.step" if right else "step" if worked.right and worked.wrong else "step.first"
        said = talk.line(key, wrong=worked.wrong, right=worked.right)
        item = None if right else talk.item()
        told = not worked.wrong or (item is not None and reveals(said, item))
        return talk.line("step.number", place=worked.place) if told else said
    if worked.sound and grade.verdict is Verdict.INCORRECT:
        return talk.line("step.sound")
    return ""


def probe(talk: Talk, move: Probe) -> str:
    """The question that makes a wrong idea collide."""
    known = talk.scene.course.misconceptions[move.misconception] if move.misconception else None
    parts = [talk.line("wrong"), _where(talk, move.grade), talk.line("probe")]
    return paragraph(*parts, known.probe if known else "")


def hint(talk: Talk, move: Hint) -> str:
    """The next hint of the ladder."""
    item = talk.item()
    assert item is not None
    head = ""
    if talk.scene.reading.gave_up:
        head = talk.line("alone.known")
    elif move.after is not None:
        again = talk.scene.session.again
        part = move.after.verdict is Verdict.PARTIAL
        wrong = talk.line("wrong.again" if again and not part else "partial" if part else "wrong")
        note = "" if part else move.after.note
        head = paragraph(wrong, "" if again else _where(talk, move.after), note)
    elif move.kept:
        head = talk.line("hint.kept")
    elif move.held:
        head = talk.line("hint.held")
    elif move.upset:
        head = talk.line("hint.low" if talk.scene.reading.aside == "low" else "hint.upset")
    key = "hint.last" if move.bottom_out else "hint.after" if move.after else "hint"
    lead = talk.line(key, level=move.level, levels=item.bottom_out)
    hint = item.hints[move.level - 1]
    opened = talk.scene.state.open
    tried = move.after is not None or (opened is not None and opened.tries > 0)
    end = talk.closing("hint.try" if tried else "hint.begin", hint)
    return paragraphs(_unasking(head, hint), paragraph(lead, hint), end)


_ASKS = re.compile(r"\s*¿?[^.!?¿]*\?")  # what a note asks is told now


def tell(talk: Talk, move: Tell) -> str:
    """The answer with its reason, to be said back."""
    item = talk.item()
    assert item is not None
    answer = item.type.answer_text()
    solution = item.solution or item.hints[-1]
    told = "" if reveals(solution, item) else talk.line("tell.answer", answer=answer.rstrip("."))
    grade = talk.scene.reading.grade
    near = grade is not None and grade.verdict is Verdict.PARTIAL and grade.note and not move.lost
    return paragraphs(
        paragraph(talk.line("partial"), _ASKS.sub("", grade.note)) if near and grade else "",
        talk.line("tell.lost" if move.lost else "tell"),
        paragraph(told, solution),
        talk.line("tell.back"),
    )


def feedback(talk: Talk, move: Feedback) -> str:
    """The verdict, and what it leads to."""
    if move.recorded_only:
        return paragraph(talk.line("quiz.noted"), then(talk, move.then))
    note = move.grade.note
    if move.accepted:
        return paragraphs(paragraph(talk.line("right.form"), note), then(talk, move.then))
    if move.grade.verdict is not Verdict.CORRECT:
        return paragraph(
            talk.line("partial" if move.grade.verdict is Verdict.PARTIAL else "wrong"),
            _where(talk, move.grade),
            note,
            talk.closing("partial.ask", note),
        )
    head = _right(talk, move)
    item = talk.item()
    reason = item.solution if item is not None and not move.why_question else ""
    if move.why_question:
        return paragraphs(paragraph(head, _where(talk, move.grade)), asked_why(talk, item))
    return paragraphs(paragraph(head, _where(talk, move.grade)), reason, then(talk, move.then))


def _right(talk: Talk, move: Feedback) -> str:
    """That it is right, by what it took."""
    if move.mastered is not None:
        return talk.line("right.mastered", skill=talk.title(move.mastered))
    if not move.unaided:
        return talk.line("right.aided" if _hinted(talk) else "right.second")
    if move.streak >= 3:
        return talk.line("right.streak", streak=move.streak)
    return talk.line("right")


def _hinted(talk: Talk) -> bool:
    """Whether a hint was seen before the response: nobody is told that one helped where there was none."""
    item, session = talk.item(), talk.scene.session
    evidence = talk.scene.state.belief(item.skills[0]).evidence if item is not None else ()
    return bool(evidence) and evidence[-1].help > bool(session.probed)  # a probe counts as one


def acknowledge(talk: Talk, move: Acknowledge) -> str:
    """Thanks for words of the learner’s own, and the idea in ours."""
    item = talk.scene.answered
    if move.idea == "probe":
        known = talk.scene.course.misconceptions[talk.scene.session.probed[-1]]
        kept = talk.scene.item is not None and reveals(known.correction, talk.scene.item)
        key = "ack.probe_kept" if kept else "ack.probe"
        return talk.line(key, correction=known.correction)
    solution = (item.solution or item.hints[-1]) if item is not None else ""
    if not solution or talk.scene.session.moves[-1:] == (COMPARED,):  # its answer was just told
        solution = ""
        head = talk.line("ack.plain")
    elif move.idea:
        head = talk.line("ack.idk")
    else:
        head = talk.line("ack" if _puts_into_words(talk, solution) else "ack.short")
    return paragraphs(paragraph(head, solution), then(talk, move.then))


def _puts_into_words(talk: Talk, solution: str) -> bool:
    """Whether a reply says an idea of its own: nobody is thanked for words that are none (“5/8”)."""
    language = talk.scene.course.language
    content, item = analyser_of(language).content, talk.scene.answered
    own = {word for word in content(talk.scene.reading.text) if word.isalpha()}
    readings = talk.scene.course.readings.values() if item is not None else ()
    told = (r.text for r in readings if item is not None and item.skills[0] in r.skills)
    matter = set(content(" ".join((solution, item.prompt if item is not None else "", *told))))
    reasoned = REASON.match(spoken_in(talk.scene.reading.text)) is not None and len(own) > 2
    return reasoned or bool(own & set(content(solution))) or len(own & matter) * 2 >= len(own) > 0


def clarify(talk: Talk, grade: Grade, *, thought: bool = False) -> str:
    """What could not be read or judged, or a thought that only the learner can finish."""
    if grade.verdict is Verdict.UNCLEAR:
        item = talk.item()
        model = item.type.answer_text() if item is not None else ""
        return paragraphs(
            paragraph(talk.line("clarify.unclear"), model), talk.line("clarify.compare")
        )
    if thought:
        return talk.line("clarify.thought")
    worked = working(talk.scene)
    unread = _unread(talk, worked, right=False) if worked is not None and worked.unread else ""
    lost = talk.scene.session.moves[-2:] == ("clarify", "clarify")
    ways = talk.line("clarify.ways") if lost else ""
    return paragraph(unread, talk.line("clarify", note=grade.note).strip(), ways)


def _unasking(text: str, following: str) -> str:
    """A text without its questions where what follows asks: one question a turn."""
    if not ASKS.search(following) or not ASKS.search(text):
        return text
    cutter = Sentences()
    kept = [s for s in (*cutter.feed(text), *cutter.rest()) if not ASKS.search(s)]
    return "".join(kept).strip()
