"""Releasing a draft: only checked sentences, nothing broken, nothing twice."""

from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.llm.lenient import Lenient
from tests.support import Talk
from tutor.dialogue.compose import history
from tutor.dialogue.owed import covers, last_question, lost_core, still_to_say
from tutor.dialogue.stream import Draft, Terms, draft
from tutor.errors import ModelFailed


async def released(
    text: str, terms: Terms | None = None, *, fails: bool = False
) -> tuple[Draft, list[str]]:
    """What becomes of a model's text, and what was released."""
    out: list[str] = []

    async def pieces() -> AsyncIterator[str]:
        for start in range(0, len(text), 5):
            yield text[start : start + 5]
        if fails:
            raise ModelFailed("gone")

    async def release(sentence: str) -> None:
        out.append(sentence)

    return await draft(pieces(), Lenient(), release, terms or Terms(passages=3)), out


async def test_sentences_are_released_one_by_one():
    made, out = await released("One thing is here. Two is there now. Three?")
    assert out == ["One thing is here. ", "Two is there now. ", "Three?"]
    assert made.text == "".join(out)
    assert made.refused is None


async def test_an_objection_stops_the_draft():
    made, out = await released("One thing is here. You genius. Three?")
    assert out == ["One thing is here. "]
    assert made.refused is not None
    assert made.refused.rule == "tone"


async def test_a_sentence_is_left_out_with_what_leads_to_it_and_hangs_on_it():
    made, out = await released(
        "One thing is here. Now look: A whim is blue. That is why it flies. Three things are left."
    )
    assert "".join(out) == "One thing is here. Three things are left."
    assert made.refused is None
    assert made.left_out is not None


async def test_a_draft_of_which_nothing_is_left_is_refused():
    made, out = await released("A whim is blue. It flies.")
    assert not out
    assert made.refused is not None


async def test_a_paragraph_ends_where_its_last_sentence_is_left_out():
    made, _ = await released("One thing is here. A whim is blue.\n\n- Two things are there.")
    assert made.text == "One thing is here. \n\n- Two things are there."


async def test_a_draft_that_goes_round_in_circles_is_stopped():
    made, out = await released("Look at both parts. " * 30)
    assert "".join(out).strip() == "Look at both parts."
    assert made.refused is not None
    made, _ = await released("Well done. Add the ones first. Well done. Add the tens first.")
    assert made.refused is None


async def test_citations_are_counted_in_the_order_of_their_coming():
    made, _ = await released("Light is energy [3]. Plants use it [1]. So light matters [3].")
    assert made.text == "Light is energy [1]. Plants use it [2]. So light matters [1]."
    assert made.cited == [3, 1]


@pytest.mark.parametrize("number", ["0", "4", "99"])
async def test_a_citation_of_nothing_stops_the_draft(number: str):
    made, out = await released(f"Light is energy [{number}].")
    assert not out
    assert made.refused is not None


async def test_a_lead_in_waits_for_what_it_leads_to():
    made, out = await released("Look at this one.\nThink about this:\n\nYou genius.")
    assert "".join(out).strip() == "Look at this one."
    made, out = await released("Think about this:\n\nAdd the tens.")
    assert made.text == "Think about this:\n\nAdd the tens."


async def test_a_colon_may_end_a_reply_that_leads_up_to_a_card():
    made, _ = await released("Now yours:", Terms(keep="Your turn:"))
    assert made.text == "Now yours:"
    made, _ = await released("Now yours:", Terms(keep="Your turn."))
    assert made.text == ""


async def test_a_bare_opener_waits_for_a_sentence_that_says_something():
    _, out = await released("Good question. You genius.")
    assert not out
    _, out = await released("Good question. Add all the tens.")
    assert out == ["Good question. Add all the tens."]


async def test_a_question_waits_for_the_end():
    _, out = await released("Add all the tens. What now? You genius.")
    assert "".join(out).strip() == "Add all the tens."
    _, out = await released("Add all the tens. What now?")
    assert out == ["Add all the tens. ", "What now?"]


async def test_a_question_does_not_take_the_place_of_the_one_to_be_put():
    terms = Terms(core="If you stand on three, on which number do you stand?")
    made, _ = await released("Let us see that. What is your favourite colour?", terms)
    assert made.text.strip() == "Let us see that."
    made, _ = await released("Let us see. You stand on three: which number is it?", terms)
    assert made.text.endswith("which number is it?")


def test_a_core_that_asks_is_kept_beside_another_question():
    plain = "Not yet.\n\nThink about this: Which part is bigger?\n\nTry again."
    owed = still_to_say(plain, "What do you see?", core="Which part is bigger?")
    assert "Which part is bigger?" in owed


async def test_a_failure_leaves_whole_sentences_only():
    made, out = await released("One thing is here. Two is", fails=True)
    assert "".join(out) == "One thing is here. "
    assert made.failed


async def test_a_reply_that_stops_inside_a_sentence_counts_as_failed():
    made, out = await released("One thing is here. Two is")
    assert "".join(out) == "One thing is here. "
    assert made.failed


async def test_an_endless_draft_is_stopped():
    made, out = await released("Yes. Go on. " * 200)
    assert made.refused is not None
    assert len(out) <= 40


PLAIN = "Not yet.\n\nThink about this: Add the tens first, then the ones.\n\nWhat do you get now?"


def test_what_is_owed_leaves_out_leads_and_what_was_said():
    assert still_to_say(PLAIN, "Let us look again.") == (
        "Think about this: Add the tens first, then the ones.\n\nWhat do you get now?"
    )
    assert still_to_say(PLAIN, "First add the tens, then the ones.") == "What do you get now?"
    assert "Not yet" not in still_to_say(PLAIN, "Not yet.", leads=True)
    assert "?" not in still_to_say(PLAIN, "Let us look again. What do you see?")


def test_a_verdict_that_was_not_said_is_kept():
    assert still_to_say(PLAIN, "Let us look again.", leads=True).startswith("Not yet.")


def test_a_short_sentence_after_the_opening_is_no_lead():
    plain = "Yes.\n\nTake away both sides. Keep the rest."
    assert still_to_say(plain, "Good.") == "Take away both sides. Keep the rest."


def test_a_core_is_lost_when_neither_its_words_nor_its_numbers_are_there():
    assert lost_core("Add the tens first.", "That happens to everybody.")
    assert not lost_core("Add the tens first.", "Begin with adding up the tens.")
    assert not lost_core("", "Anything.")


def test_the_closing_question_is_asked_once():
    assert last_question(PLAIN, "Add the tens.") == "What do you get now?"
    assert last_question(PLAIN, "What do you see?") == ""


WORDS = ["tens", "ones", "fraction", "quarter", "leaf", "light", "cell", "energy", "7", "12"]
sentence = st.lists(st.sampled_from(WORDS), min_size=3, max_size=6).map(
    lambda w: f"The {' '.join(w)}."
)


@given(st.lists(sentence, min_size=1, max_size=5), st.integers(0, 5))
def test_what_was_said_is_never_owed(sentences: list[str], stop: int):
    said = " ".join(sentences[:stop])
    owed = still_to_say("\n\n".join(sentences), said, leads=True)
    for one in _sentences(owed):
        assert not covers(said, one, 1.0)


def _sentences(text: str) -> Iterator[str]:
    return (s for paragraph in text.split("\n\n") for s in paragraph.split(". ") if s)


async def test_history_is_the_last_turns_without_the_message_at_hand():
    talk = Talk()
    for text in ("/start", "what is a sum?", "thanks", "hint"):
        await talk.say(text)
    events = await talk.events()
    turns = history(events)
    assert [turn.learner for turn in turns] == ["what is a sum?", "thanks", "hint"]
    assert all(turn.tutor for turn in turns)
    assert [turn.learner for turn in history(events, before="m4")][-1] == "thanks"


async def test_scripts_without_spaces_are_released_sentence_by_sentence():
    _, out = await released("植物需要光才能生长。叶子在白天制造糖。")
    assert out == ["植物需要光才能生长。", "叶子在白天制造糖。"]
    assert still_to_say("植物需要光才能生长，所以要把它放在窗边。", "好的。") != ""
