"""How a second model and those after it are named in the environment: `MENO_LLM_2`, `MENO_LLM_2_KEY` and so on.

A chain that is not what the school meant is found out on the day on which the first provider
fails. So whatever looks like a part of one and is none is refused when Meno starts.
"""

import re
from collections.abc import Mapping

from tutor.errors import BadSettings

FIRST = "MENO_LLM"
OFF = frozenset({"none", "off"})
PARTS = ("BASE_URL", "MODEL", "KEY", "SEES", "HEARS", "HEARS_MODEL", "PRICE_IN", "PRICE_OUT")
_NUMBERED = re.compile(rf"{FIRST}_?(?P<number>\d+)(?P<part>\w*)")
_KNOWN = re.compile(rf"{FIRST}_[2-9](?:_(?:{'|'.join(PARTS)}))?")


def more_models(env: Mapping[str, str]) -> tuple[str, ...]:
    """What the variables of each model after the first begin with, in order; raises BadSettings.

    A model whose name is `none` is left out, and all of them are when the first is.
    """
    begun: dict[int, set[str]] = {}
    for name in sorted(name for name, value in env.items() if value.strip()):
        if found := _NUMBERED.fullmatch(name):
            if not _KNOWN.fullmatch(name):
                raise _unknown(name)
            begun.setdefault(int(found["number"]), set()).add(found["part"])
    if not begun or _off(env, FIRST):
        return ()
    if not _named(env, FIRST) and not env.get("OPENAI_API_KEY", "").strip():
        raise BadSettings(
            "There is a second model and no first one.",
            where=f"{FIRST}_{min(begun)}",
            do=f"Set {FIRST} and what belongs to it without a number.",
        )
    for number in range(2, max(begun) + 1):
        _check(env, number, begun)
    return tuple(f"{FIRST}_{n}" for n in sorted(begun) if not _off(env, f"{FIRST}_{n}"))


def _check(env: Mapping[str, str], number: int, begun: Mapping[int, set[str]]) -> None:
    at = f"{FIRST}_{number}"
    if number not in begun:
        raise BadSettings(
            f"{FIRST}_{max(begun)} is set, but {at} is not.",
            where=at,
            do="Number the models without a gap, in the order in which they are asked.",
        )
    if not _named(env, at):
        raise BadSettings(
            f"Nothing says whose model {at}{min(begun[number])} belongs to.",
            where=at,
            do=f"Set {at} (such as openai), {at}_KEY or {at}_BASE_URL.",
        )


def _named(env: Mapping[str, str], at: str) -> bool:
    """Whether something says whose model it is."""
    return any(env.get(name, "").strip() for name in (at, f"{at}_KEY", f"{at}_BASE_URL"))


def _off(env: Mapping[str, str], at: str) -> bool:
    return env.get(at, "").strip() in OFF


def _unknown(name: str) -> BadSettings:
    return BadSettings(
        f"There is no setting called {name}.",
        where=name,
        do=f"The first model's settings have no number; the next one's are {FIRST}_2 and "
        + ", ".join(f"{FIRST}_2_{part}" for part in PARTS)
        + ", up to 9. Caps and currency are those of all models together.",
    )
