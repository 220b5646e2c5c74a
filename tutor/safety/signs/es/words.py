"""Pieces that several Spanish signs are made of."""

CLOSE = (
    r"(?:(?:mi|una|un) (?:mejor )?"
    r"(?:amig[oa]|herman[oa]|prim[oa]|novi[oa]|companer[oa]|madre|mama|padre|papa)"
    r"(?: de (?:clase|mi clase|mi curso))?)"
)
