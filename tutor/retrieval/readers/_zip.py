"""Opening archives (DOCX, PPTX, EPUB) with bounds on what they may unpack to."""

import io
import zipfile
import zlib

from tutor.errors import BadInput

_MOST_MEMBERS = 20_000
_MOST_UNPACKED = 400_000_000
_MOST_PART = 80_000_000
_MOST_RATIO = 300  # times smaller than what it holds; honest documents stay far below
_SMALLER = "If you trust it, save it again without its pictures, or as PDF."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Archive:
    """An opened archive; nothing is ever written to disk."""

    def __init__(self, content: bytes, name: str) -> None:
        """Raises BadInput for what is no archive, is damaged, protected or a bomb."""
        self._name = name
        if content.startswith(_OLE):
            raise BadInput(
                "It is protected by a password, or in the format of before 2007.",
                where=name,
                do="Save it without a password in the present format.",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError) as broken:
            raise BadInput(
                "It is damaged or not what its suffix says.", where=name, do="Save it again."
            ) from broken
        members = self._zip.infolist()
        unpacked = sum(one.file_size for one in members)
        if (
            len(members) > _MOST_MEMBERS
            or unpacked > _MOST_UNPACKED
            or unpacked > max(10_000_000, _MOST_RATIO * len(content))
        ):
            raise BadInput("It unpacks to more than a document should.", where=name, do=_SMALLER)
        if any(one.flag_bits & 1 for one in members):
            raise BadInput("It is protected by a password.", where=name, do="Save it without one.")

    def names(self) -> list[str]:
        """The names of the parts."""
        return self._zip.namelist()

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def read(self, part: str) -> bytes:
        """A part's bytes; raises BadInput when it is missing, damaged or larger than it said."""
        try:
            with self._zip.open(part) as opened:
                content = opened.read(_MOST_PART + 1)
        except KeyError as missing:
            raise BadInput(
                f"It lacks its part {part}.", where=self._name, do="Save it again."
            ) from missing
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as broken:
            raise BadInput("It is damaged.", where=self._name, do="Save it again.") from broken
        if len(content) > _MOST_PART:
            raise BadInput(
                "It unpacks to more than a document should.", where=self._name, do=_SMALLER
            )
        return content
