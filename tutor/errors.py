"""One root for every error that Meno raises on purpose: what is wrong, where, and what to do."""


class MenoError(Exception):
    """An expected failure, worded for the person who can mend it.

    `what` is a sentence saying what is wrong, `where` a file, field or address (may be empty),
    `do` a sentence saying what to do about it (may be empty).
    """

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(self.__str__())

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.do}" if self.do else head


class BadInput(MenoError):
    """What came in from outside cannot be used."""


class BadCourse(MenoError):
    """A course file, or a part of it, is wrong."""


class BadSettings(MenoError):
    """A setting, option or environment variable is wrong."""


class NotFound(MenoError):
    """The named thing does not exist, or not for the one who asks."""


class NotAllowed(MenoError):
    """The person may not do or see this."""


class LogMoved(MenoError):
    """Another turn appended to the learner's log since it was read; read again."""


class ModelFailed(MenoError):
    """The language model gave no usable words; the plain wording takes over."""


class MissingExtra(MenoError):
    """An optional part is not installed."""
