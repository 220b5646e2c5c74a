"""A place in the tokens of a text: what the layers of the parser stand on.

The parser is one class in layers, each a file: cursor, brackets, functions, arithmetic, statements.
A lower layer calls a higher one by the abstract methods named here.
"""

from abc import ABC, abstractmethod

from tutor.items.maths.notation.lexer import Notation, Token, Unreadable
from tutor.items.maths.notation.tree import Node
from tutor.items.said import say

MAX_DEPTH = 40
CLOSING = {"(": ")", "[": "]", "{": "}", "\\{": "\\}", "<(": ")>"}
BARE = {"\\{": "{", "\\}": "}", "<(": "<", ")>": ">"}


class Cursor(ABC):
    """One pass over one text's tokens."""

    def __init__(self, found: tuple[Token, ...], notation: Notation) -> None:
        self.tokens = found
        self.notation = notation
        self.i = 0
        self.depth = 0
        self.bars = 0
        self.token = found[0]

    @abstractmethod
    def statement(self) -> Node: ...

    @abstractmethod
    def relation(self) -> Node: ...

    @abstractmethod
    def sum(self) -> Node: ...

    @abstractmethod
    def product(self) -> Node: ...

    @abstractmethod
    def power(self) -> Node: ...

    @abstractmethod
    def exponent(self) -> Node: ...

    @abstractmethod
    def postfix(self) -> Node: ...

    @abstractmethod
    def after(self, node: Node) -> Node: ...

    @abstractmethod
    def adjoin(self, left: Node) -> Node: ...

    @abstractmethod
    def starts_factor(self) -> bool: ...

    @abstractmethod
    def atom(self) -> Node: ...

    def step(self) -> Token:
        token = self.token
        self.i += 1
        self.token = self.tokens[self.i]
        return token

    def sees(self, *signs: str) -> bool:
        return self.token.kind == "op" and self.token.text in signs

    def ahead(self, by: int = 1) -> Token:
        return self.tokens[min(self.i + by, len(self.tokens) - 1)]

    def expect(self, sign: str) -> Token:
        if not self.sees(sign):
            raise Unreadable(
                say("I expected “{sign}” there.", sign=BARE.get(sign, sign)), self.token.start
            )
        return self.step()

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Unreadable("There are too many brackets in each other.", self.token.start)
