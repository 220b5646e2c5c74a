"""What LibreOffice's texts and slides share: the opened file, and what its styles mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.errors import BadInput
from tutor.retrieval.readers._numbered import Sign
from tutor.retrieval.readers._office import part
from tutor.retrieval.readers._tree import Element
from tutor.retrieval.readers._zip import Archive

_CODE = {"preformatted_20_text", "source_20_code"}
_FIGURES = {"illustration", "drawing", "figure", "figurecaption"}
_TABLES = {"table", "tablecaption"}
_DEEPEST = 20  # styles that a style may go back to


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says of the words that it is given to; `after_break`: they begin a page."""

    title: bool = False
    code: bool = False
    caption: str = ""
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    height: str = ""  # "sup" or "sub"
    after_break: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """How a list counts at one depth."""

    start: int
    sign: Sign


class Opened:
    """A text or a presentation: its body, title, styles, and the formulas that stand beside it."""

    def __init__(self, content: bytes, name: str, kind: str) -> None:
        """Raises BadInput for what is no such file, is protected, damaged or a bomb."""
        self._archive = Archive(content, name)
        if "content.xml" not in self._archive:
            raise BadInput(
                "This is no OpenDocument file.", where=name, do="Check the file's suffix."
            )
        manifest = part(self._archive, "META-INF/manifest.xml")
        if manifest and next(manifest.all("encryption-data"), None):
            raise BadInput("It is protected by a password.", where=name, do="Save it without one.")
        root = part(self._archive, "content.xml")
        assert root
        body = next((one for one in root.all("body")), None)
        found = body.child(kind) if body else None
        if found is None:
            raise BadInput(
                "It holds something else than its suffix says.",
                where=name,
                do="Check the file's suffix.",
            )
        self.body = found
        roots = [one for one in (part(self._archive, "styles.xml"), root) if one]
        self._styles = {
            (one.attributes.get("family", ""), one.attributes.get("name", "")): one
            for known in roots
            for one in known.all("style")
        }
        self.marks = {
            one.attributes.get("name", ""): dict(_marks(one))
            for known in roots
            for one in known.all("list-style")
        }
        self._known: dict[tuple[str, str], Style] = {}

    def title(self) -> str:
        """The title in the document's properties ("" where there is none)."""
        about = part(self._archive, "meta.xml")
        return (
            next((" ".join(one.words().split()) for one in about.all("title")), "") if about else ""
        )

    def has_macros(self) -> bool:
        """Whether the file brings programs along; they are never looked at."""
        return any(name.startswith(("Basic/", "Scripts/")) for name in self._archive.names())

    def formula(self, at: Element) -> Element | None:
        """The formula that an object refers to or holds."""
        held = next(at.all("math"), None)
        place = at.attributes.get("href", "").removeprefix("./").rstrip("/")
        inside = part(self._archive, f"{place}/content.xml") if place and not held else None
        return held or (next(inside.all("math"), None) if inside else None)

    def style(self, family: str, one: Element) -> Style:
        """What the style of an element says, with all that it goes back to."""
        key = (family, one.attributes.get("style-name", ""))
        if key not in self._known:
            self._known[key] = self._meaning(key)
        return self._known[key]

    def is_hidden_slide(self, slide: Element) -> bool:
        """Whether the show leaves a slide out."""
        style = self._styles.get(("drawing-page", slide.attributes.get("style-name", "")))
        return style is not None and any(
            one.attributes.get("visibility") == "hidden"
            for one in style.all("drawing-page-properties")
        )

    def _meaning(self, key: tuple[str, str]) -> Style:
        names, about = list[str](), dict[str, str]()
        own = self._styles.get(key)
        page = own.attributes.get("master-page-name", "") if own else ""
        for _ in range(_DEEPEST):
            style = self._styles.get(key)
            names.append(key[1].lower())
            if style is None:
                break
            for one in style.all("text-properties", "paragraph-properties"):
                about = {**one.attributes, **about}  # what is nearer counts
            key = (key[0], style.attributes.get("parent-style-name", ""))
        moved = about.get("text-position", "0%").split()[0]
        struck = {about.get(f"text-line-through-{one}", "none") for one in ("style", "type")}
        return Style(
            title="title" in names,
            code=not _CODE.isdisjoint(names),
            caption="Figure" if not _FIGURES.isdisjoint(names) else "Table" if not _TABLES.isdisjoint(names) else "",
            bold=about.get("font-weight", "") in {"bold", "600", "700", "800", "900"},
            struck=struck != {"none"},
            hidden=about.get("display") == "none",
            height="sub" if moved.startswith(("sub", "-")) else "" if moved in {"0%", "0"} else "sup",
            after_break=about.get("break-before") == "page" or bool(page),
        )  # fmt: skip


def _marks(style: Element) -> Iterator[tuple[int, Mark]]:
    """How a list counts, by depth; a depth with dots has nothing to say."""
    for level in style.all("list-level-style-number"):
        about = level.attributes
        depth, start = about.get("level", ""), about.get("start-value", "1")
        sign = next((one for one in Sign if one == about.get("num-format")), None)
        if depth.isdecimal() and sign:
            yield int(depth), Mark(int(start) if start.isdecimal() else 1, sign)
