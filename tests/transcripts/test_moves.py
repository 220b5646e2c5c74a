"""One conversation for each move: what is said, which move answers, what is believed after it."""

import pytest

from tests.support import Talk
from tutor.dialogue.said.en_items import ITEMS
from tutor.dialogue.said.en_why import WHY
from tutor.ids import CourseId
from tutor.items.grade import Verdict
from tutor.learner_state.events import (
    AppealMade,
    Attempted,
    ConcernRaised,
    HintGiven,
    ItemClosed,
    Outcome,
    Purpose,
    SessionClosed,
    SessionRated,
    SkillClaimed,
)
from tutor.settings import bundled


async def test_open_puts_an_item_at_once_and_does_not_ask_how_it_can_help():
    talk = Talk()
    reply = await talk.say("/start")
    assert reply.move == "open"
    assert reply.card is not None
    assert "how can i help" not in reply.text.lower()


async def test_open_in_a_later_session_keeps_the_open_item():
    talk = Talk()
    first = await talk.say("/start")
    talk.later(days=1)
    again = await talk.say("hello")
    assert again.move == "open"
    assert again.card
    assert first.card
    assert (again.card.item, again.card.seed) == (first.card.item, first.card.seed)


async def test_ask_follows_a_wish_to_practise_a_named_skill():
    talk = Talk()
    await talk.say("/start")
    reply = await talk.say("quiz me on doubling")
    assert reply.card is not None
    assert reply.card.skill == "Doubling"


async def test_a_novice_sees_a_worked_example_before_the_first_item_of_a_skill():
    talk = Talk()
    reply = await talk.say("/practise adding")
    assert reply.move == "worked_example"
    assert reply.card is not None


async def test_a_right_response_is_confirmed_and_raises_belief():
    talk = Talk()
    await talk.open_on("add-t")
    before = (await talk.loaded()).state.belief("adding").known
    reply = await talk.right()
    assert reply.move == "feedback"
    after = (await talk.loaded()).state.belief("adding")
    assert after.known > before
    assert after.right == 1


async def test_a_recognised_misconception_is_probed_before_it_is_corrected():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say(item.wrong[0].text)
    assert reply.move == "probe"
    assert talk.course.misconceptions["counts-on-from-itself"].probe in reply.text
    assert (await talk.loaded()).state.open is not None


async def test_wrong_responses_climb_the_ladder_then_the_answer_is_told_and_a_twin_follows():
    talk = Talk()
    item = await talk.open_on("add-t")
    first, second, third = await talk.wrong(), await talk.wrong(), await talk.wrong()
    assert [first.move, second.move, third.move] == ["hint", "hint", "tell"]
    levels = [e.level for e in await talk.events() if isinstance(e, HintGiven)]
    assert levels == [1, 2]
    assert item.type.answer_text() in third.text
    back = await talk.say("you add the tens and then the ones")
    assert back.move == "acknowledge"
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.purpose is Purpose.TWIN
    assert (opened.item, opened.seed) != (item.id, item.seed)


async def test_being_lost_is_an_escape_once_help_was_seen():
    talk = Talk()
    await talk.open_on("add-t")
    assert await talk.moves("hint", "i'm stuck") == ["hint", "tell"]


async def test_hints_come_in_order_and_the_bottom_out_asks_for_a_try_first():
    talk = Talk()
    await talk.open_on("add-t")
    assert await talk.moves("hint", "hint", "hint", "hint") == ["hint", "hint", "redirect", "hint"]
    given = [e for e in await talk.events() if isinstance(e, HintGiven)]
    assert [e.level for e in given] == [1, 2, 3]
    assert [e.bottom_out for e in given] == [False, False, True]


async def test_a_response_after_help_is_assisted_evidence():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.say("hint")
    await talk.right()
    attempt = [e for e in await talk.events() if isinstance(e, Attempted)][-1]
    assert attempt.help == 1
    assert not attempt.unaided
    assert (await talk.loaded()).state.belief("adding").unaided == 0


async def test_asking_for_the_answer_does_not_give_it_nor_raise_the_level():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say("just tell me the answer")
    assert reply.move == "redirect"
    assert item.type.answer_text() not in reply.text
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.hint_level == 0


async def test_a_question_is_explained_with_a_citation_and_the_item_stays_open():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say("what does doubling mean?")
    assert reply.move == "explain"
    assert reply.citations
    assert "[1]" in reply.text
    assert (await talk.item()).prompt == item.prompt


async def test_an_explanation_keeps_back_what_would_answer_the_open_item():
    talk = Talk()
    await talk.open_on("add-words")
    reply = await talk.say("what is the result of adding called?")
    assert "sum" not in reply.text.lower().split()


async def test_what_the_readings_do_not_say_is_not_invented():
    talk = Talk()
    reply = await talk.say("why do volcanoes erupt near plate borders?")
    assert reply.move in {"explain", "redirect"}
    assert not reply.citations


async def test_topic_words_bring_a_card_with_its_buttons():
    talk = Talk()
    await talk.say("/start")
    reply = await talk.say("double")
    assert reply.move == "topic_card"
    sends = [button.send.split()[0] for button in reply.buttons]
    assert sends == ["/explain", "/example", "/practise", "/know"]
    assert reply.citations


async def test_an_example_is_of_another_problem():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say("can you show me an example")
    assert reply.move == "worked_example"
    assert item.type.answer_text() not in reply.text


async def test_unreadable_responses_change_no_belief_and_ask_again():
    talk = Talk()
    await talk.open_on("add-t")
    before = (await talk.loaded()).state
    reply = await talk.say("9**9**9**9")
    after = (await talk.loaded()).state
    assert reply.move == "clarify"
    assert after.belief("adding").known == before.belief("adding").known
    assert after.open is not None
    assert after.open.tries == 0


async def _practised(talk: Talk) -> None:
    """Adding is answered rightly until it is held for known."""
    for _ in range(40):
        if (await talk.loaded()).state.open is None:
            await talk.say("/practise adding")
        else:
            await talk.right()
        if (await talk.loaded()).state.belief("adding").provisional_at:
            break


async def test_a_due_skill_is_reviewed():
    talk = Talk()
    await _practised(talk)
    assert (await talk.loaded()).state.belief("adding").provisional_at
    await talk.say("bye")
    talk.later(days=40)
    reply = await talk.say("/start")
    opened = (await talk.loaded()).state.open
    assert opened is not None
    purposes = {opened.purpose}
    for _ in range(4):
        await talk.say("/next") if (await talk.loaded()).state.open is None else await talk.right()
        if (now_open := (await talk.loaded()).state.open) is not None:
            purposes.add(now_open.purpose)
    assert purposes & {Purpose.REVIEW, Purpose.COLD_CHECK}, reply


async def test_why_learn_it_tells_the_reason_and_what_stands_on_the_skill():
    talk = Talk()
    await _practised(talk)
    await talk.say("bye")
    talk.later(days=40)
    await talk.say("/start")
    opened = (await talk.loaded()).state.open
    assert opened is not None
    later = [s.title for s in talk.course.skills.values() if opened.skills[0] in s.requires]
    reply = await talk.say("why do i have to learn this")
    assert opened.reason.rstrip(".?") in reply.text
    assert "?." not in reply.text
    assert later
    assert all(title in reply.text for title in later[:2])


async def test_recap_counts_what_was_done_and_closes_the_session():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.right()
    reply = await talk.say("bye")
    assert reply.move == "recap"
    assert any(isinstance(e, SessionClosed) for e in await talk.events())


async def test_a_goodbye_without_anything_tried_is_just_a_goodbye():
    talk = Talk()
    await talk.say("/start")
    reply = await talk.say("bye")
    assert reply.move == "close"
    assert any(isinstance(e, SessionClosed) for e in await talk.events())
    assert (await talk.loaded()).state.open is not None


async def test_off_topic_is_answered_in_one_sentence_and_back_to_the_task():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say("do you like minecraft")
    assert reply.move == "redirect"
    assert reply.card is not None
    assert (await talk.item()).id == item.id


@pytest.mark.parametrize("reachable", [True, False])
async def test_a_crisis_gets_the_fixed_reply_and_says_told_only_when_delivered(reachable):
    talk = Talk()
    talk.adult.reachable = reachable
    await talk.open_on("add-t")
    reply = await talk.say("i want to hurt myself")
    assert reply.move == "alert"
    assert ("I have told" in reply.text) is reachable
    assert talk.adult.told
    assert any(isinstance(e, ConcernRaised) for e in await talk.events())
    assert (await talk.loaded()).state.open is not None


async def test_under_a_crisis_reply_nothing_of_the_task_is_offered_but_to_go_on():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say("i want to hurt myself")
    assert reply.card is None
    assert [button.send for button in reply.buttons] == ["/next"]
    reply = await talk.say("/next")
    assert reply.card is not None
    assert reply.card.item == item.id


async def test_a_claim_starts_unaided_items_on_the_skill():
    talk = Talk()
    await talk.open_on("add-t")
    reply = await talk.say("i already know this")
    assert any(isinstance(e, SkillClaimed) for e in await talk.events())
    opened = (await talk.loaded()).state.open
    assert opened is not None, reply
    assert opened.purpose is Purpose.TEST_OUT


async def test_an_appeal_is_kept_for_the_teacher():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.wrong()
    reply = await talk.say("i think i was right")
    assert reply.move == "redirect"
    assert any(isinstance(e, AppealMade) for e in await talk.events())


async def test_skip_leaves_the_item_without_evidence():
    talk = Talk()
    await talk.open_on("add-t")
    before = len([e for e in await talk.events() if isinstance(e, Attempted)])
    reply = await talk.say("skip")
    events = await talk.events()
    assert reply.card is not None
    assert [e.outcome for e in events if isinstance(e, ItemClosed)][-1] is Outcome.SKIPPED
    assert len([e for e in events if isinstance(e, Attempted)]) == before


async def test_what_do_you_know_about_me_is_answered_and_contestable():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.right()
    reply = await talk.say("what do you know about me?")
    assert reply.move == "show_belief"
    assert "Adding" in reply.text


async def test_homework_never_tells():
    talk = Talk(persona="homework")
    item = await talk.open_on("add-t")
    replies = [
        await talk.say(t) for t in ("hint", "hint", "hint", "hint", "i'm lost", "idk", "idk")
    ]
    assert "tell" not in {r.move for r in replies}
    assert all(item.type.answer_text() not in r.text for r in replies)
    assert not any(isinstance(e, HintGiven) and e.bottom_out for e in await talk.events())


async def test_a_wrong_response_to_homework_is_said_to_be_wrong_however_many_came_before():
    talk = Talk(
        course=CourseId("first-steps-in-python"),
        courses=bundled("curricula"),
        persona="code-reviewer",
    )
    await talk.open_on("print-11")
    said = tuple(ITEMS["wrong"]) + tuple(ITEMS["wrong.again"])
    for text in ("A", "B", "C"):
        if (await talk.item()).grade(text).verdict == "incorrect":
            reply = await talk.say(text)
            assert reply.move in {"hint", "probe", "feedback"}
            assert any(words in reply.text for words in said), reply.text


async def test_a_quiz_gives_no_help_and_records_each_response_once():
    talk = Talk(persona="quiz")
    await talk.say("/start")
    assert (await talk.say("hint")).move == "redirect"
    reply = await talk.wrong()
    assert reply.move == "feedback"
    assert "right" not in reply.text.lower()
    attempts = [e for e in await talk.events() if isinstance(e, Attempted)]
    assert [a.verdict for a in attempts] == [Verdict.INCORRECT]


async def test_in_an_exam_the_tutor_declines():
    talk = Talk(persona="exam")
    assert await talk.moves("/start", "hint", "what is a sum?") == ["redirect"] * 3


async def test_yes_i_understand_closes_nothing():
    talk = Talk()
    item = await talk.open_on("add-t")
    await talk.say("hint")
    reply = await talk.say("ok i get it")
    assert reply.move == "redirect"
    assert (await talk.item()).id == item.id


async def test_a_reply_to_a_probe_gets_the_correcting_idea_and_another_try():
    talk = Talk()
    item = await talk.open_on("add-t")
    await talk.say(item.wrong[0].text)
    reply = await talk.say("on the number four i guess, no wait")
    assert reply.move in {"acknowledge", "hint"}
    assert (await talk.item()).id == item.id
    assert reply.card is not None


async def test_an_answer_that_begins_with_a_slash_is_no_command():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say("//, %")
    assert reply.move == "clarify"
    assert (await talk.item()).id == item.id


async def test_a_wished_skill_is_kept_to_for_some_items():
    talk = Talk()
    await talk.say("quiz me on halving")
    for _ in range(2):
        assert (await talk.item()).skills == ("halving",)
        await talk.right()
        if (await talk.loaded()).state.open is None:
            await talk.say("go on")


async def test_a_session_ends_with_the_learners_own_word_which_moves_the_next_items():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.right()
    recap = await talk.say("bye")
    assert {b.send for b in recap.buttons} >= {"/felt easy", "/felt right", "/felt hard"}
    thanks = await talk.say("/felt hard")
    assert thanks.move == "redirect"
    assert [e.felt for e in await talk.events() if isinstance(e, SessionRated)] == ["hard"]
    assert (await talk.loaded()).session.felt == "hard"


async def test_a_new_skill_is_announced_and_begins_with_an_example():
    talk = Talk()
    await talk.say("/start")
    for _ in range(40):
        opened = (await talk.loaded()).state.open
        reply = await talk.right() if opened else await talk.say("go on")
        announced = [b.send for b in reply.buttons] == ["/next"]
        if announced and reply.card is None and reply.move == "feedback":
            break
    else:
        raise AssertionError("no new skill was announced")
    follows = await talk.say("/next")
    assert follows.move == "worked_example"
    assert follows.card is not None


async def test_an_example_is_faded_for_whoever_is_past_the_beginning_and_whole_when_asked_again():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.right()
    await talk.right() if (await talk.loaded()).state.open else None
    await talk.open_on("add-t")
    faded, whole = await talk.say("example"), await talk.say("example")
    assert faded.move == whole.move == "worked_example"
    assert "last step" in faded.text or "all but the end" in faded.text
    assert "last step" not in whole.text


async def test_a_reply_asks_one_question_even_where_the_hint_asks_too():
    talk = Talk()
    await talk.open_on("add-t")
    for _ in range(3):
        assert (await talk.say("hint")).text.count("?") <= 1


async def test_after_a_hint_a_word_is_asked_what_it_means_and_a_sum_why_it_is_so():
    for course, item, answer, key in (
        ("cells-and-photosynthesis", "cul-02", "cell", "right.why_name"),
        ("fractions", "ep-01", None, "right.why"),
        ("fractions", "alf-03", None, "right.why_choice"),
    ):
        talk = Talk(course=CourseId(course), courses=bundled("curricula"))
        opened = await talk.open_on(item)
        await talk.say("hint")
        reply = await talk.say(answer or opened.type.answer_text())
        assert any(line in reply.text for line in WHY[key])
