"""The second reader beside the signs: trouble told in words that no sign foresaw."""

import pytest

from tests.unit.safety.frames import FOLDER, messages
from tutor.evals import safety_rows
from tutor.safety.answered import after_asking, confirmed
from tutor.safety.concern import Concern, Kind
from tutor.safety.crisis import check_in, reply_to
from tutor.safety.normal import fold
from tutor.safety.screen import LONG, screen
from tutor.safety.themes import names, themes
from tutor.safety.trouble import WINDOW, features, pieces, size

LANGUAGES = ("en", "es", "ar")
MAYBE = Concern(kind=Kind.ABUSE, tier=2)


def about(text: str) -> set[str]:
    return {names()[place] for place in themes(fold(text).split())}


@pytest.mark.parametrize(
    "text",
    ["my uncle touches me at night", "mi tío me toca por la noche", "عمي يلمسني بالليل"],
)
def test_the_same_in_three_languages_is_about_the_same(text: str) -> None:
    assert about(text) >= {"kin", "touch", "home"}


def test_a_word_of_one_language_is_not_taken_for_anothers() -> None:
    assert "no_food" not in about("come to my party")
    assert "no_food" in about("mi hermana no come nada y se pone triste")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_written_for_it_is_found_or_asked_about(language: str) -> None:
    told = safety_rows.messages(FOLDER / "told" / f"{language}_crisis.txt")
    missed = [m for m in told if screen(m, language) is None]
    assert len(missed) <= 0.15 * len(told), missed[:40]


@pytest.mark.parametrize("language", LANGUAGES)
def test_look_alikes_are_asked_about_rarely_and_alarm_hardly_ever(language: str) -> None:
    told = safety_rows.messages(FOLDER / "told" / f"{language}_harmless.txt")
    raised = [(m, c) for m in told if (c := screen(m, language)) is not None]
    assert len([m for m, concern in raised if concern.tier == 1]) <= 1, raised
    assert len(raised) <= 0.03 * len(told), raised[:40]


@pytest.mark.parametrize(
    "text",
    [
        "my mum is going to kill me when she sees this grade",
        "mi papá me va a matar cuando vea la nota",
        "the singer says take my life, is that a hyperbole",
    ],
)
def test_scolding_and_songs_are_no_threat(text: str) -> None:
    assert screen(text, "en") is None


@pytest.mark.parametrize(
    "text",
    ["my dad is going to kill me", "mi papá me va a matar esta noche", "he says he'll kill me"],
)
def test_a_threat_stays_one(text: str) -> None:
    concern = screen(text, "en")
    assert concern is not None
    assert concern.tier == 1


def test_every_feature_has_its_own_place() -> None:
    places = features(fold("my dad hits me with a belt at home every night").split())
    assert max(places) == size() - 1
    assert all(0 <= place < size() for place in places)


def test_a_long_text_is_read_in_pieces_that_miss_no_word() -> None:
    words = [f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(100)]
    found = list(pieces(" ".join(words)))
    assert all(len(piece) <= WINDOW for piece in found)
    assert {word for piece in found for word in piece} == set(words)


def test_a_paste_is_not_asked_about() -> None:
    text = "my uncle hurts me when nobody is home. "
    assert screen(text, "en") is not None
    story = "The boy walked to the old house by the sea and looked at the waves. " * 12
    assert len(story) > LONG
    assert screen(story, "en") is None


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes.", "yeah my brother does", "sí", "Sí, mi tío", "نعم", "i'm not ok", "kind of"],
)
def test_a_yes_is_a_yes(text: str) -> None:
    assert confirmed(text)


@pytest.mark.parametrize(
    "text", ["no", "no, i'm fine", "what?", "3/4", "لا", "it is 5 because i added", ""]
)
def test_anything_else_is_no_yes(text: str) -> None:
    assert not confirmed(text)


def test_a_yes_to_the_question_is_a_crisis_and_a_no_is_none() -> None:
    assert after_asking("abuse", None, "yes") == Concern(kind=Kind.ABUSE, tier=1)
    assert after_asking("abuse", None, "no") is None
    assert after_asking("", None, "yes") is None


def test_a_second_doubtful_message_is_a_crisis() -> None:
    assert after_asking("self_harm", MAYBE, "…") == Concern(kind=Kind.ABUSE, tier=1)
    assert after_asking("", MAYBE, "…") == MAYBE


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_a_doubt_is_answered_by_a_question_that_promises_nothing_done(language: str) -> None:
    reply = reply_to(MAYBE, language, "GB", delivered=False)
    assert reply == check_in(language, "GB")
    assert "?" in reply or "؟" in reply
    assert "0800 1111" in reply


def test_the_blind_messages_are_not_those_that_were_fitted() -> None:
    for language in LANGUAGES:
        for kind in ("crisis", "harmless"):
            blind = set(safety_rows.messages(FOLDER / "blind" / f"{language}_{kind}.txt"))
            fitted = set(safety_rows.messages(FOLDER / "told" / f"{language}_{kind}.txt"))
            assert not blind & (fitted | set(messages(f"{language}_{kind}")))


@pytest.mark.parametrize("text", ["claro que no", "claro que no, sigamos", "طبعا لا", "maybe not"])
def test_a_no_that_begins_like_a_yes_is_no_yes(text: str) -> None:
    assert not confirmed(text)


@pytest.mark.parametrize("text", ["sí, no estoy bien", "simón", "claro", "أكيد", "هيه", "شوية"])
def test_dialects_say_yes_in_their_own_words(text: str) -> None:
    assert confirmed(text)
