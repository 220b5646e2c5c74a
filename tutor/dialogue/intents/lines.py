"""Tables of turns of phrase: one to a line, joined to one expression (pure)."""


def either(lines: str, *, behind: str = "") -> str:
    """An expression that any of the lines matches, tried in their order.

    With `behind`, an expression that stands before them; a line that begins with “^” does without.
    """
    every = [line.strip() for line in lines.strip().splitlines()]
    if not behind:
        return "|".join(every)
    alone = [line for line in every if line.startswith("^")]
    others = "|".join(line for line in every if not line.startswith("^"))
    return "|".join([*([f"{behind}(?:{others})"] if others else []), *alone])
