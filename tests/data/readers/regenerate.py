"""Makes the documents in this folder anew from `source/`: `python tests/data/readers/regenerate.py`.

Needs pandoc, LibreOffice (Debian: pandoc libreoffice-writer-nogui libreoffice-impress-nogui
libreoffice-math-nogui groff) and Chromium. The files are committed so that tests need none of them.
"""

import json
import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

HERE = Path(__file__).parent
LOCK = {
    "EncryptFile": {"type": "boolean", "value": "true"},
    "DocumentOpenPassword": {"type": "string", "value": "secret"},
}


def run(*command: str | Path, folder: Path) -> None:
    """Run a program; its own settings stay in the folder."""
    settings = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, cwd=folder, env=settings, check=True, capture_output=True)


def picture() -> bytes:
    """A small picture."""
    width, height = 160, 90
    rows = b"".join(
        b"\0" + bytes(40 + x * y % 60 if (x // 8 + y // 8) % 2 else 160 for x in range(width))
        for y in range(height)
    )

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def main() -> None:
    """Every document, in a folder of its own first."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in (HERE / "source").iterdir():
            shutil.copy(source, folder)
        (folder / "leaf.png").write_bytes(picture())
        for suffix in ("docx", "epub", "odt"):
            run("pandoc", "leaves.md", "-o", f"pandoc.{suffix}", folder=folder)
        run("pandoc", "leaves.md", "-s", "--mathml", "-o", "pandoc.html", folder=folder)
        run("pandoc", "slides.md", "-o", "pandoc.pptx", folder=folder)

        def office(kind: str, source: str) -> None:
            run("soffice", "--headless", "--convert-to", kind, "--outdir", "office", source,
                folder=folder)  # fmt: skip

        office("pdf:writer_pdf_Export:" + json.dumps(LOCK, separators=(",", ":")), "pandoc.odt")
        shutil.move(folder / "office/pandoc.pdf", folder / "locked.pdf")
        office("docx:MS Word 2007 XML", "pandoc.odt")
        office("pdf", "pandoc.odt")
        office("odp", "pandoc.pptx")
        office("pptx", "office/pandoc.odp")
        for suffix in ("docx", "epub"):
            run("pandoc", "odd.md", "-o", f"odd-pandoc.{suffix}", folder=folder)
            shutil.copy(folder / f"odd-pandoc.{suffix}", HERE)
        run("pandoc", "odd.md", "-o", "odd.odt", folder=folder)
        shutil.copy(folder / "odd.odt", HERE / "odd-pandoc.odt")
        office("docx:MS Word 2007 XML", "odd.odt")
        shutil.copy(folder / "office/odd.docx", HERE / "odd-libreoffice.docx")
        shutil.copy(folder / "office/pandoc.odp", HERE / "libreoffice.odp")
        for kind, source in (("docx", "box.fodt"), ("pdf", "box.fodt"), ("pptx", "deck.fodp"),
                             ("odt:writer8", "box.fodt"), ("odp", "deck.fodp"),
                             ("docx:MS Word 2007 XML", "revised.fodt"),
                             ("odt:writer8", "revised.fodt")):  # fmt: skip
            office(kind, source)
            kind = kind.partition(":")[0]
            shutil.copy(folder / f"office/{source.partition('.')[0]}.{kind}", HERE)
        office("odt:writer8", "merged.html")
        office("docx:MS Word 2007 XML", "office/merged.odt")
        shutil.copy(folder / "office/merged.docx", HERE / "merged-libreoffice.docx")
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--print-to-pdf=merged-chromium.pdf", "merged.html", folder=folder)  # fmt: skip
        (folder / "scan.html").write_text("<title> </title><img src=leaf.png width=500>")
        run("pandoc", "wrapped.md", "-s", "-o", "wrapped.html", folder=folder)
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--print-to-pdf=wrapped-chromium.pdf", "wrapped.html", folder=folder)  # fmt: skip
        office("pdf:writer_web_pdf_Export", "birds.html")
        shutil.copy(folder / "office/birds.pdf", HERE / "birds-libreoffice.pdf")
        for page, made in (("columns", "chromium"), ("scan", "scanned"),
                           ("words", "words-chromium"), ("parts", "parts-chromium")):  # fmt: skip
            run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                f"--print-to-pdf={made}.pdf", f"{page}.html", folder=folder)  # fmt: skip
        kerned = subprocess.run(["groff", "-ms", "-e", "-k", "-Tpdf", "kerned.ms"],
                                cwd=folder, check=True, capture_output=True)  # fmt: skip
        (folder / "kerned.pdf").write_bytes(kerned.stdout)
        for suffix in ("docx", "pdf", "pptx"):
            shutil.copy(folder / f"office/pandoc.{suffix}", HERE / f"libreoffice.{suffix}")
        for made in (*folder.glob("pandoc.[dehop]*"), *folder.glob("*.pdf")):
            shutil.copy(made, HERE)
        for whole in ("pandoc.docx", "libreoffice.pdf"):
            content = (HERE / whole).read_bytes()
            stem, _, suffix = whole.partition(".")
            (HERE / f"cut-{stem}.{suffix}").write_bytes(content[: len(content) * 2 // 3])


if __name__ == "__main__":
    main()
