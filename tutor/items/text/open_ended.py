"""Whether a list goes on without saying with what: "A, B and others", "1, 2, 4, etc."."""

import re

_THINGS = (
    r"(?:others?|more|another(?: one)?|the (?:rest|others?)|all the (?:rest|others?)|"
    r"some (?:others?|more)|(?:many|lots|a few|several|one) more|so (?:on|forth)|stuff|things|"
    r"a (?:little )?bit(?: more)?|a little(?: more)?|some(?:thing)?|algo|algun[oa]s|pico|"
    r"otr[oa]s?|más|(?:los|las) demás|andere|autres)"
)
_GOES_ON = re.compile(
    rf"(?:\b(?:and|plus|y|und|et)|[,;+&])\s+{_THINGS}(?: (?:like that|too|as well|things?|ones|stuff))?[\s.!]*$"
    r"|\b(?:etc|etcetera|etcétera|usw|among others?|entre otr[oa]s)[\s.!]*$"
    r"|[,;]\s*(?:\.{2,}|…|\\[lcd]?dots)\s*\}?\s*$",
    re.I,
)


def goes_on(response: str) -> bool:
    """Whether the end of a response leaves open what else is meant."""
    return _GOES_ON.search(response[-80:]) is not None
