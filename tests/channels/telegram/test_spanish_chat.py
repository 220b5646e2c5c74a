"""A learner of a Spanish course on Telegram, from before the link to after it is cut: no English."""

from collections.abc import AsyncIterator

import pytest

from tests.channels.telegram.bot_api import Mishap
from tests.channels.telegram.telegram_school import (
    ANA,
    ANA_CHAT,
    INES,
    KIM,
    KIM_CHAT,
    School,
    school,
)
from tests.english import TONGUES, english_in
from tutor.curriculum.book import Book
from tutor.ids import ClassId, CourseId
from tutor.items.grade import Verdict
from tutor.learner_state.events import TutoringPaused
from tutor.people.person import SchoolClass

COURSE = CourseId("taller")
STRANGER = 4242
# What stands in every language's messages: commands, addresses, names of formats and of the school.
NAMES = {"help", "hint", "topic", "privacy", "delete", "stop", "progress", "start", "school"}


@pytest.fixture
async def spanish(tmp_path) -> AsyncIterator[School]:
    """A school that teaches in Spanish; its pupils' phones speak Spanish as well."""
    book = Book([TONGUES])
    assert not book.refresh().problems
    async with school(tmp_path, taught=book) as made:
        made.api.spoken = "es"
        await made.parts.people.save_class(
            SchoolClass(
                id=ClassId("5b"), name="5b", teachers=(), courses=(COURSE,), learners=(ANA, KIM)
            )
        )
        yield made


def english(at: School, chat: int) -> dict[str, set[str]]:
    """The English words that arrived in a chat, by the message that has them: text and buttons."""
    found = {}
    for call in at.api.sent(chat):
        for shown in (call.text, *call.labels):
            if words := english_in(shown) - NAMES:
                found[shown] = words
    for call in at.api.made("answerCallbackQuery"):
        if words := english_in(call.text) - NAMES:
            found[call.text] = words
    return found


async def test_a_whole_session_has_no_english_sentence(spanish):
    await spanish.link(ANA, ANA_CHAT)
    assert (await spanish.state(ANA, COURSE)).open is not None
    await spanish.open_on(ANA, "n-suma", COURSE)
    await spanish.write(ANA_CHAT, "/start", "0", "pista", "no sé", "¿por qué?", "ejemplo")
    await spanish.write(ANA_CHAT, await spanish.right(ANA, COURSE))
    assert (await spanish.attempts(ANA, COURSE))[-1].verdict is Verdict.CORRECT
    for item in ("p-opcion", "p-orden", "p-huecos", "q-linea", "g-matriz", "f-intervalo"):
        await spanish.open_on(ANA, item, COURSE)
        await spanish.write(ANA_CHAT, "/start", "¿eh?", "/hint", "/hint", "la respuesta", "saltar")
    await spanish.write(
        ANA_CHAT, "/topic", "/topic plantas", "¿qué es una planta?", "¿quién ganó el mundial?",
        "muy fácil", "muy difícil", "otra manera", "creo que estaba bien", "hola", "gracias",
        "¿qué sabes de mí?", "/progress", "/help", "/privacy", "/nada", "estoy triste", "/stop",
    )  # fmt: skip
    assert len(spanish.api.sent(ANA_CHAT)) > 60
    assert not english(spanish, ANA_CHAT)


async def test_buttons_old_and_new_speak_spanish(spanish):
    await spanish.link(ANA, ANA_CHAT)
    await spanish.open_on(ANA, "p-opcion", COURSE)
    await spanish.write(ANA_CHAT, "/start")
    old = next(m for m in reversed(spanish.api.messages.values()) if "reply_markup" in m)
    label = old["reply_markup"]["inline_keyboard"][0][0]["text"]
    await spanish.open_on(ANA, "n-suma", COURSE)
    await spanish.deliver(spanish.api.press(ANA_CHAT, label, on=old))
    assert "cerrada" in spanish.api.made("answerCallbackQuery")[-1].text
    old["reply_markup"] = {"inline_keyboard": [[{"text": "!", "callback_data": "b|x|0|y"}]]}
    await spanish.deliver(spanish.api.press(ANA_CHAT, "!", on=old))
    assert "terminó" in spanish.api.made("answerCallbackQuery")[-1].text
    assert not english(spanish, ANA_CHAT)


async def test_a_pause_of_the_teachers_is_told_in_spanish(spanish):
    await spanish.link(ANA, ANA_CHAT)
    before = len(spanish.api.sent(ANA_CHAT))
    log = spanish.parts.log
    await log.append(
        ANA, COURSE, [TutoringPaused(at=spanish.clock(), paused=True, by=INES)],
        after=len(await log.whole(ANA, COURSE)),
    )  # fmt: skip
    await spanish.write(ANA_CHAT, "0", "pista")
    assert len(spanish.api.sent(ANA_CHAT)) > before
    assert not english(spanish, ANA_CHAT)


async def test_what_cannot_be_read_and_cutting_the_tie_speak_spanish(spanish):
    await spanish.link(ANA, ANA_CHAT)
    await spanish.deliver(
        spanish.api.other(ANA_CHAT, location={"latitude": 40.4, "longitude": -3.7})
    )
    await spanish.deliver(spanish.api.photo(ANA_CHAT, b"\xff\xd8\xff"))
    await spanish.deliver(spanish.api.voice(ANA_CHAT, b"OggS"))
    await spanish.write(ANA_CHAT, "a" * 5000, "\u200b", "/delete")
    await spanish.press(ANA_CHAT, "No, dejarlo así")
    await spanish.write(ANA_CHAT, "/delete")
    await spanish.press(ANA_CHAT, "Sí, desvincular")
    await spanish.write(ANA_CHAT, "hola")
    assert not english(spanish, ANA_CHAT)


async def test_a_stranger_and_a_bad_link_are_answered_as_their_phone_speaks(spanish):
    await spanish.write(STRANGER, "hola", f"/start {'A' * 43}")
    await spanish.link(ANA, ANA_CHAT)
    await spanish.link(KIM, ANA_CHAT)
    assert not english(spanish, STRANGER)
    assert not english(spanish, ANA_CHAT)
    spanish.api.spoken = "en"
    await spanish.write(STRANGER, "hello")
    assert "I am Meno" in spanish.api.sent(STRANGER)[-1].text


async def test_a_child_whose_parents_have_not_agreed_reads_so_in_spanish(spanish):
    await spanish.link(KIM, KIM_CHAT)
    await spanish.write(KIM_CHAT, "hola", "12")
    assert "decir que sí" in spanish.api.said(KIM_CHAT)
    assert not english(spanish, KIM_CHAT)


async def test_a_message_that_telegram_refused_at_first_arrives_in_spanish(spanish):
    await spanish.link(ANA, ANA_CHAT)
    spanish.api.mishaps.append(Mishap(method="sendMessage", status=502, what="Bad Gateway"))
    await spanish.write(ANA_CHAT, "pista")
    assert "Pista 1" in spanish.api.said(ANA_CHAT)
    assert not english(spanish, ANA_CHAT)
