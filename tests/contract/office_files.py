"""Word files, slides and archives made in memory, and what their readers make of them."""

import io
import zipfile

from tutor.retrieval.readers import ReadDocument, reader_for


def read(name: str, content: bytes | str) -> ReadDocument:
    raw = content.encode() if isinstance(content, str) else content
    return reader_for(name)(raw, name)


def zipped(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, text in parts.items():
            written.writestr(name, text)
    return made.getvalue()


WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
MATH = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, **more: str) -> bytes:
    styles = (
        f"<w:styles {WORD}><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:styleId='Titel'><w:name w:val='Title'/></w:style></w:styles>"
    )
    return zipped(
        {
            "word/document.xml": f"<w:document {WORD} {MATH}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": styles,
            **more,
        }
    )


def paragraph(text: str, style: str = "", more: str = "") -> str:
    about = f"<w:pPr><w:pStyle w:val='{style}'/>{more}</w:pPr>" if style or more else ""
    return f"<w:p>{about}<w:r><w:t>{text}</w:t></w:r></w:p>"


def slide(title: str, *points: str, shown: str = "1") -> str:
    drawing = "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
    lines = "".join(f"<a:p><a:r><a:t>{point}</a:t></a:r></a:p>" for point in points)
    return (
        f"<p:sld xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' {drawing} show='{shown}'>"
        "<p:cSld><p:spTree>"
        f"<p:sp><p:nvSpPr><p:nvPr><p:ph type='title'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{title}</a:t></a:r></a:p></p:txBody></p:sp>"
        f"<p:sp><p:nvSpPr><p:nvPr><p:ph idx='1'/></p:nvPr></p:nvSpPr><p:txBody>{lines}</p:txBody></p:sp>"
        "</p:spTree></p:cSld></p:sld>"
    )


def pptx(*slides: str) -> bytes:
    ids = "".join(f"<p:sldId id='{256 + n}' r:id='rId{n}'/>" for n in range(len(slides)))
    known = "".join(
        f"<Relationship Id='rId{n}' Type='{REL}/slide' Target='slides/slide{n}.xml'/>"
        for n in range(len(slides))
    )
    show = (
        "<p:presentation xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
        f"xmlns:r='{REL}'><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    )
    return zipped(
        {
            "ppt/presentation.xml": show,
            "ppt/_rels/presentation.xml.rels": f"<Relationships>{known}</Relationships>",
            **{f"ppt/slides/slide{n}.xml": text for n, text in enumerate(slides)},
        }
    )
