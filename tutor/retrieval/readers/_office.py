"""What office programs' files share: parts, relations, titles, and what is said of them."""

import posixpath

from tutor.retrieval.readers._tree import Element, xml_tree
from tutor.retrieval.readers._zip import Archive


def part(archive: Archive, name: str) -> Element | None:
    """A part as a tree, or None where the archive has none of that name."""
    return xml_tree(archive.read(name), name) if name in archive else None


def relations(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    """A part's relations: their ids to (kind, target part); outside targets are left out."""
    folder, file = posixpath.split(name)
    root = part(archive, f"{folder}/_rels/{file}.rels")
    found: dict[str, tuple[str, str]] = {}
    for one in root.all("Relationship") if root else ():
        about = one.attributes
        if about.get("TargetMode") == "External":
            continue
        target = about.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = about.get("Type", "").rsplit("/", 1)[-1]
        found[about.get("Id", "")] = (kind, posixpath.normpath(whole))
    return found


def own_title(archive: Archive) -> str:
    """The title in the document's properties ("" where there is none worth showing)."""
    core = part(archive, "docProps/core.xml")
    words = next((one.words() for one in core.all("title")), "") if core else ""
    title = " ".join(words.split())
    made_by_programs = (
        "powerpoint presentation",
        "microsoft word",
        "untitled",
        "document",
        "word document",
    )
    return "" if title.lower().startswith(made_by_programs) else title


def has_macros(archive: Archive) -> bool:
    """Whether the file brings programs along; they are never looked at."""
    return any(name.lower().endswith("vbaproject.bin") for name in archive.names())


MACROS = "It holds macros; they were ignored."
STRUCK = "Words that are struck out were left out."
CHANGED = "It holds tracked changes; it was read as if all of them were accepted."
_NOTED = "It holds speaker's notes on {slides}, which learners can find and read. Take out what is for you alone."


def noted_on(slides: int) -> list[str]:
    """What is said of speaker's notes; nothing where there are none."""
    return (
        [_NOTED.format(slides="1 slide" if slides == 1 else f"{slides} slides")] if slides else []
    )


def left_out_of(hidden: int) -> list[str]:
    """What is said of hidden slides; nothing where there are none."""
    said = "1 hidden slide was" if hidden == 1 else f"{hidden} hidden slides were"
    return [f"{said} left out."] if hidden else []
