"""A number of things in words."""


def many(number: int, thing: str) -> str:
    """ "1 item", "0 items", "7 items"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
