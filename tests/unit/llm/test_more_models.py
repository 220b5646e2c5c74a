"""Several models named in the environment, in order: what is found, and what is refused with a reason."""

import pytest

from tests.unit.llm.test_build import built
from tutor.errors import BadSettings
from tutor.settings import read_settings

SECOND = {"MENO_LLM_2_BASE_URL": "http://h/v1", "MENO_LLM_2_MODEL": "llama"}
FIRST = {"OPENAI_API_KEY": "k"}


def names(**env: str) -> list[str]:
    chain = built(**env)
    assert chain is not None
    return list(chain.states())


def test_models_are_asked_in_the_order_of_their_numbers():
    third = {"MENO_LLM_3": "scripted"}
    assert names(**FIRST, **SECOND, **third) == ["openai:gpt-4.1-mini", "openai:llama", "scripted"]


def test_a_second_model_has_its_own_key_and_address():
    settings = read_settings(FIRST | SECOND | {"MENO_LLM_BASE_URL": "http://first/v1"})
    (second,) = settings.more_models
    assert (settings.llm_key, second.llm_key) == ("k", "")  # a key goes to its own address only
    assert (settings.llm_base_url, second.llm_base_url) == ("http://first/v1", "http://h/v1")
    assert second.data == settings.data


def test_the_first_models_key_may_be_named_like_the_others():
    settings = read_settings({"OPENAI_API_KEY": "k", "MENO_LLM_KEY": "own"})
    assert settings.llm_key == "own"
    secret = read_settings(FIRST | {"MENO_LLM_2": "openai", "MENO_LLM_2_KEY": "s3cret"})
    assert "s3cret" not in repr(secret)


def test_two_servers_with_a_model_of_one_name_are_told_apart():
    there = {"MENO_LLM_BASE_URL": "http://a/v1", "MENO_LLM_MODEL": "llama"}
    assert names(**there, **SECOND) == ["openai:llama", "openai:llama#2"]


@pytest.mark.parametrize(
    ("env", "where", "says"),
    [
        (SECOND, "MENO_LLM_2", "no first one"),
        (FIRST | {"MENO_LLM_3": "scripted"}, "MENO_LLM_2", "MENO_LLM_3 is set, but MENO_LLM_2 is not"),
        (FIRST | {"MENO_LLM_2_MODEL": "llama"}, "MENO_LLM_2", "whose model"),
        (FIRST | {"MENO_LLM_2": "openai"}, "MENO_LLM_2", "Set MENO_LLM_2_KEY, or MENO_LLM_2_BASE_URL"),
        (FIRST | {"MENO_LLM_2": "nonsense"}, "MENO_LLM_2", "no kind of model called"),
        (FIRST | {"MENO_LLM_2": "openai", "MENO_LLM_2_KEY": "sk-…"}, "MENO_LLM_2_KEY", "no key has"),
        (FIRST | SECOND | {"MENO_LLM_2_SEES": "perhaps"}, "MENO_LLM_2_SEES", "neither yes nor no"),
        (FIRST | SECOND | {"MENO_LLM_2_DAILY_TOKENS": "9"}, "MENO_LLM_2_DAILY_TOKENS", "all models"),
        (FIRST | {"MENO_LLM_2_URL": "http://h/v1"}, "MENO_LLM_2_URL", "no setting called"),
        (FIRST | {"MENO_LLM2": "openai"}, "MENO_LLM2", "no setting called"),
        (FIRST | {"MENO_LLM_1": "openai"}, "MENO_LLM_1", "have no number"),
        (FIRST | {"MENO_LLM_10": "openai"}, "MENO_LLM_10", "up to 9"),
        (FIRST | {"MENO_LLM_2": "openai", "MENO_LLM_2_KEY": "k"}, "MENO_LLM_2", "MENO_LLM again"),
        (FIRST | SECOND | {"MENO_LLM_PRICE_IN": "1"}, "MENO_LLM_2_PRICE_IN", "no price"),
        (FIRST | SECOND | {"MENO_LLM_2_PRICE_IN": "1"}, "MENO_LLM_PRICE_IN", "no price"),
    ],
)  # fmt: skip
def test_what_is_no_chain_is_refused_with_the_place_and_a_reason(
    env: dict[str, str], where: str, says: str
):
    with pytest.raises(BadSettings, match=says) as refused:
        built(**env)
    assert refused.value.where == where


def test_none_leaves_a_model_out_and_the_firsts_leaves_out_all():
    assert built(**FIRST | SECOND | {"MENO_LLM": "none"}) is None
    off = {"MENO_LLM_2": "none", "MENO_LLM_3": "scripted"}
    assert names(**FIRST | SECOND | off) == ["openai:gpt-4.1-mini", "scripted"]
    assert names(**FIRST, MENO_LLM_2="", MENO_LLM_2_MODEL=" ") == ["openai:gpt-4.1-mini"]


def test_each_model_has_its_prices_and_a_free_one_says_so():
    prices = {"MENO_LLM_PRICE_IN": "2", "MENO_LLM_2_PRICE_IN": "0", "MENO_LLM_CURRENCY": "EUR"}
    chain = built(**FIRST, **SECOND, **prices)
    assert chain is not None
    assert chain.prices.of("openai:gpt-4.1-mini").of(1_000_000, 0) == 2.0
    assert chain.prices.of("openai:llama").of(1_000_000, 0) == 0.0
    assert chain.prices.of("one of last year").of(1_000_000, 0) == 2.0
    assert chain.prices.first.currency == "EUR"
