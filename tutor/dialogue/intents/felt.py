"""How a session felt, in the learner's own words, right after the tutor asked (pure).

The same words mean something else elsewhere (“too easy” changes the item), so they are only looked at when
“How did it feel today?” was the last thing said, and only when they are the whole message.
"""

import re

from tutor.dialogue.intents.lines import either
from tutor.dialogue.intents.said import said
from tutor.learner_state.events import Felt

_MUCH = (
    r"(?:so|very|really|pretty|quite|kind of|kinda|sort of|a bit|a little|bit|too|super|way|"
    r"rather|all|just|mostly|actually|honestly|muy|un poco|bastante|super|demasiado|algo)"
)
_LEAD = (
    rf"^(?:(?:it|that|this|i|today|an?|ok|well|um+|hm+|oh|yes|yeah|lol|think|thought|was|is|felt|"
    rf"feel|found|for me|me|fue|era|estuvo|ha sido|se me hizo|me parecio|me ha parecido|pues|"
    rf"bueno|si|creo que|{_MUCH}) )*"
)
_TAIL = (
    r"(?: (?:today|for me|to me|thanks|thank you|please|lol|haha|tbh|bye|now|in the end|"
    r"but (?:ok|okay|fine|good|fun)|hoy|gracias|para mi|adios))*$"
)
# In this order: “not easy” is hard before “easy” is looked for, “not bad” is right before “bad”.
_SAID: tuple[tuple[Felt, str], ...] = (
    (
        Felt.HARD,
        r"""
        not (?:so |that |very |too |really )?(?:easy|great|good|well|fun)
        no (?:fue |era |estuvo )?(?:tan |muy |nada )?(?:facil|bien)
        (?:hard|harder|difficult|tough|tricky|confusing|tiring|exhausting|stressful|bad|terrible|awful|horrible|frustrating|impossible|rough|long|not my day)
        (?:dificil|duro|complicado|cansado|mal|fatal|horrible|me costo(?: mucho)?|me ha costado(?: mucho)?|costo)
        """,
    ),
    (
        Felt.RIGHT,
        r"""
        not (?:so |that |too |very )?(?:bad|hard|difficult)(?: at all)?
        (?:neither|not too hard and not too easy|not too easy and not too hard|in between|in the middle)
        (?:good|fine|ok|okay|alright|all right|great|nice|fun|cool|well|right|awesome|amazing|perfect|normal|meh|so so|average|interesting|love|i (?:liked|loved|enjoyed) (?:it|that|this))
        (?:no (?:tan |muy )?(?:mal|dificil)|bien|genial|guay|divertido|normal|regular|justo|justo lo adecuado|perfecto|me gusto|me ha gustado|asi asi|mas o menos)
        """,
    ),
    (
        Felt.EASY,
        r"""
        (?:easy|easier|simple|a breeze|boring|piece of cake|easy peasy|no problem)
        (?:facil|facilisimo|sencillo|aburrido|chupado)
        """,
    ),
)  # fmt: skip
_COMPILED = tuple((felt, re.compile(either(lines, behind=_LEAD) + _TAIL)) for felt, lines in _SAID)


def felt_in(text: str) -> Felt | None:
    """What a whole message says about how it felt; None when it says something else."""
    words = said(text)
    return next((felt for felt, pattern in _COMPILED if pattern.fullmatch(words)), None)
