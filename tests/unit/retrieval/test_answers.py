"""Of the passages found, the one whose heading and words answer a question comes first."""

from test_asked_questions import COURSE

from tutor.retrieval.answers import Answers
from tutor.retrieval.followup import place_of
from tutor.retrieval.passage import Hit
from tutor.retrieval.questions import Questions

QUESTIONS = Questions(COURSE)
ANSWERS = Answers(QUESTIONS)


def _hits(score: float = 0.8) -> list[Hit]:
    return [Hit(passage=passage, score=score) for passage in QUESTIONS.passages]


def _first(question: str, after: str = "") -> str:
    return ANSWERS.ranked(question, _hits(), after=after)[0].hit.passage.heading_path[-1]


def test_what_is_asked_and_what_for_decide_between_passages_found_alike():
    assert _first("whats the point of cells dividing") == "Why do cells divide?"
    assert _first("who first saw cells") == "Who saw the first cell? Who discovered cells?"
    assert _first("how many cells have i got") == "How many cells does a person have?"


def test_a_word_of_the_answer_tells_as_well():
    assert _first("who is robert hooke") == "Who saw the first cell? Who discovered cells?"
    assert _first("trillions of cells really") == "How many cells does a person have?"


def test_a_follow_up_stays_with_the_reading_that_was_shown():
    one = ANSWERS.ranked("why", _hits(), after="Later Why are leaves green?")[0]
    assert one.here
    assert one.hit.passage.heading_path[0] == "Later"


def test_what_lacks_the_telling_word_of_a_question_is_worth_less():
    ranked = ANSWERS.ranked("do viruses divide", _hits())
    assert {a.hit.passage.heading_path[-1] for a in ranked[:2]} == {
        "Are viruses alive?", "Why do cells divide?"
    }  # fmt: skip
    assert ranked[0].held < 1


def test_each_heading_is_ranked_once():
    ranked = ANSWERS.ranked("are viruses alive", [*_hits(), *_hits(0.2)])
    headings = [one.hit.passage.heading_path for one in ranked]
    assert len(headings) == len(set(headings))
    assert ranked[0].alike == 1.0
    assert ranked[0].asks


def test_what_was_just_shown_is_not_told_again_unless_nothing_is_said_but_why():
    shown = QUESTIONS.passages[0]
    place = place_of(shown.heading_path)
    asked = ANSWERS.ranked("who saw it first", _hits(), after=place)
    assert all(one.hit.passage.heading_path != shown.heading_path for one in asked)
    bare = ANSWERS.ranked("why", _hits(), after=place)
    assert any(one.hit.passage.heading_path == shown.heading_path for one in bare)


def test_the_meaning_of_what_no_heading_names_is_not_in_a_passage_that_only_has_the_word():
    ranked = ANSWERS.ranked("what is a trillion", _hits())
    assert not any(one.about for one in ranked)
    assert ANSWERS.ranked("are viruses alive", _hits())[0].about


def test_the_first_passage_alone_says_how_surely_it_answers():
    first, *others = ANSWERS.ranked("are viruses alive", _hits())
    assert 0.5 < first.sure < 1
    assert all(one.sure == 0 for one in others)
