"""Where the walks go: the bundled courses and prompts."""

from tutor.curriculum.book import Book
from tutor.prompting import PromptBook
from tutor.settings import bundled

BOOK = Book([bundled("curricula")])
BOOK.refresh()
PROMPTS = PromptBook(bundled("prompts"))
