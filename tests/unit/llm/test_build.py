"""Which model a setting finds, and what it says when it finds none."""

import os

import pytest

from tutor.errors import BadSettings, MissingExtra
from tutor.llm import build_model
from tutor.llm.chain import Chain
from tutor.settings import read_settings


def built(**env: str) -> Chain | None:
    return build_model(read_settings(env))


def test_nothing_configured_is_no_model():
    assert built() is None
    assert built(MENO_LLM="none", OPENAI_API_KEY="k") is None


@pytest.mark.parametrize(
    ("env", "name"),
    [
        ({"OPENAI_API_KEY": "k"}, "openai:gpt-4.1-mini"),
        ({"OPENAI_API_KEY": "k", "MENO_LLM_MODEL": "m"}, "openai:m"),
        ({"MENO_LLM_BASE_URL": "http://127.0.0.1:11434/v1"}, "openai:default"),
        ({"MENO_LLM": "openai", "MENO_LLM_BASE_URL": "http://h/v1", "MENO_LLM_MODEL": "q"}, "openai:q"),
        ({"MENO_LLM": "scripted"}, "scripted"),
        ({"MENO_LLM": "scripted:leak"}, "scripted:leak"),
    ],
)  # fmt: skip
def test_a_setting_finds_its_model(env: dict[str, str], name: str):
    chain = built(**env)
    assert chain is not None
    assert chain.name == name


@pytest.mark.parametrize(
    "llm",
    ["openai", "nonsense", "chat", "chain", "../x", "langchain", "langchain:gpt", "scripted:kind"],
)
def test_a_setting_that_finds_nothing_says_so(llm: str):
    with pytest.raises((BadSettings, MissingExtra)):
        built(MENO_LLM=llm)


def test_a_key_copied_with_its_line_end_is_taken_and_a_broken_one_is_named():
    assert built(OPENAI_API_KEY="sk-abc\n") is not None
    with pytest.raises(BadSettings, match="OPENAI_API_KEY"):
        built(OPENAI_API_KEY="sk-…é")


def test_the_daily_budget_is_the_settings():
    chain = built(MENO_LLM="scripted", MENO_LLM_DAILY_TOKENS="1234")
    assert chain is not None
    assert chain.budget.left(chain.clock().date()) == 1234


@pytest.mark.heavy
def test_langchain_never_traces():
    pytest.importorskip("langchain")
    kept = {name: os.environ.get(name) for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2")}
    os.environ["LANGSMITH_TRACING"] = "true"
    try:
        chain = built(MENO_LLM="langchain:openai:gpt-x", OPENAI_API_KEY="k")
        assert chain is not None
        assert chain.name == "langchain:openai:gpt-x"
        assert os.environ["LANGSMITH_TRACING"] == os.environ["LANGCHAIN_TRACING_V2"] == "false"
    finally:
        for name, value in kept.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
