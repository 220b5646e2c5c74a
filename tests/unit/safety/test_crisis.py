"""The fixed replies: what they promise, and what numbers they name."""

import pytest

from tutor.safety.concern import Kind
from tutor.safety.crisis import HELPLINES, crisis_reply

TOLD = {"en": "I have told", "es": "He avisado", "ar": "أخبرتُ شخصًا"}


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("kind", [Kind.SELF_HARM, Kind.ABUSE, Kind.DANGER])
def test_the_reply_says_that_somebody_was_told_only_after_delivery(
    kind: Kind, language: str
) -> None:
    assert TOLD[language] in crisis_reply(kind, language, "US", delivered=True)
    assert TOLD[language] not in crisis_reply(kind, language, "US", delivered=False)


@pytest.mark.parametrize("country", HELPLINES)
def test_the_countrys_lines_are_named(country: str) -> None:
    lines = HELPLINES[country]
    reply = crisis_reply(Kind.SELF_HARM, "en", country, delivered=False)
    assert lines.emergency in reply
    assert lines.talk in reply


def test_an_unknown_country_names_no_foreign_number() -> None:
    reply = crisis_reply(Kind.DANGER, "en", "ZZ", delivered=False)
    assert "911" not in reply
    assert "local emergency number" in reply


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", ["en", "es", "ar", "xx", "es-MX"])
def test_every_kind_has_a_reply_in_every_language(kind: Kind, language: str) -> None:
    assert crisis_reply(kind, language, "US", delivered=False).strip()
