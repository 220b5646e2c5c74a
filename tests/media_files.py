"""Small pictures and sounds made byte by byte, with what cameras and phones write into them."""

import struct
import zlib

PLACE = b"GPS 48.8584 N 2.2945 E Ada's phone"


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*extra: bytes) -> bytes:
    """A grey pixel; `extra` chunks stand before it."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    drawn = _chunk(b"IDAT", zlib.compress(b"\0\x80"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + drawn + _chunk(b"IEND", b"")


PNG_FILE = png()
TAGGED_PNG = png(_chunk(b"tEXt", b"Author\0" + PLACE), _chunk(b"eXIf", PLACE)) + PLACE


def segment(marker: int, body: bytes) -> bytes:
    """A JPEG segment."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(orientation: int) -> bytes:
    """What a camera writes: which way up, and where."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\0\0II\x2a\0\x08\0\0\0" + struct.pack("<H", 1) + entry + b"\0\0\0\0" + PLACE


DRAWN = (
    segment(0xDB, bytes(65))
    + segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0")
    + segment(0xDA, b"\x01\x01\0\0\x3f\0")
    + b"\x12\xff\x00\x34\xff\xd0\x56"
)
JFIF = segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")


def jpeg(orientation: int = 1) -> bytes:
    """A picture as a phone makes it, with a film hidden behind its end."""
    about = segment(0xE1, exif(orientation)) + segment(0xFE, PLACE) + segment(0xED, PLACE)
    return b"\xff\xd8" + JFIF + about + DRAWN + b"\xff\xd9" + PLACE


def webp() -> bytes:
    """A picture of the extended kind with Exif behind it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)

    body = b"WEBP" + chunk(b"VP8X", b"\x0c" + bytes(9)) + chunk(b"VP8 ", b"drawn")
    body += chunk(b"EXIF", PLACE) + chunk(b"XMP ", PLACE)
    return b"RIFF" + struct.pack("<I", len(body)) + body


MP3 = b"ID3\x04\0\0\0\0\0" + bytes([len(PLACE)]) + PLACE + b"\xff\xfb\x90\x44sound"
OGG = b"OggS\0\x02" + b"sound" * 20
WEBM = b"\x1a\x45\xdf\xa3" + b"sound" * 20
M4A = b"\0\0\0\x20ftypM4A " + b"sound" * 20
