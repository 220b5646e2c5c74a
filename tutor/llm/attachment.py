"""A picture or a sound that goes to a model: known by its first bytes, stripped of what tells where.

Cameras write place, time and owner into their files. Of JPEG, PNG, WebP and MP3 those parts are
left out here, all but which way up a picture is; Ogg, WebM and M4A recordings go as they are.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

MOST_PICTURE = 6_000_000  # bytes
MOST_SOUND = 3_000_000  # bytes: some minutes of speech

PNG = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM"})
WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
JFIF, ADOBE, COMMENT, SCAN, END = 0xE0, 0xEE, 0xFE, 0xDA, 0xD9
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # JPEG markers without a length
PHONES = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"})
ORIENTATION = 0x0112  # the tag of which way up a picture is


class Medium(StrEnum):
    """What a model may be able to take besides text."""

    PICTURE = "picture"
    SOUND = "sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A picture or a sound. `kind` is its media type ("image/png"); `body` is in no repr."""

    medium: Medium
    kind: str
    body: bytes = field(repr=False)


class Damaged(ValueError):
    """The file breaks off or is not what its first bytes say."""


class ForPhones(ValueError):
    """A picture of a kind that phones make and models do not take (HEIC, AVIF)."""


def attach(body: bytes) -> Attachment | None:
    """The attachment that a file makes, without its metadata; None for what is no such file.

    JPEG, PNG, WebP; Ogg, WebM, MP3, M4A. What a browser or a phone calls it is not believed.
    Raises Damaged and ForPhones.
    """
    kind = _kind(body)
    if kind is None:
        if body[4:8] == b"ftyp" and body[8:12] in PHONES:
            raise ForPhones
        return None
    medium = Medium.PICTURE if kind.startswith("image/") else Medium.SOUND
    try:
        kept = _stripped(kind, body)
    except (struct.error, IndexError) as error:
        raise Damaged from error
    return Attachment(medium=medium, kind=kind, body=kept)


def _kind(body: bytes) -> str | None:
    if body.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if body.startswith(PNG):
        return "image/png"
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    if body.startswith(b"OggS"):
        return "audio/ogg"
    if body.startswith(b"\x1a\x45\xdf\xa3"):
        return "audio/webm"
    if body.startswith(b"ID3") or (
        body[:1] == b"\xff" and body[1:2] in {b"\xfb", b"\xf3", b"\xf2"}
    ):
        return "audio/mpeg"
    if body[4:8] == b"ftyp" and body[8:12] in {b"M4A ", b"mp42", b"mp41", b"isom", b"iso5"}:
        return "audio/mp4"
    return None


def _stripped(kind: str, body: bytes) -> bytes:
    match kind:
        case "image/jpeg":
            return b"\xff\xd8" + b"".join(_jpeg(body)) + b"\xff\xd9"
        case "image/png":
            return PNG + b"".join(_png(body))
        case "image/webp":
            return _webp(body)
        case "audio/mpeg" if body.startswith(b"ID3"):
            return body[_tag_length(body) :]
        case _:
            return body


def _jpeg(body: bytes) -> Iterator[bytes]:
    """The segments that draw the picture; after its end phones hide films and more pictures."""
    at, turned = 2, 1
    while at < len(body):
        if body[at] != 0xFF:
            raise Damaged
        marker = body[at + 1]
        if marker == END:
            return
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker in ALONE:
            yield body[at : at + 2]
            at += 2
            continue
        end = at + 2 + _u16(body, at + 2)
        if end > len(body):
            raise Damaged
        segment = body[at:end]
        if marker == 0xE1 and turned == 1:
            turned = _orientation(segment)
            if turned != 1:
                yield _turned(turned)
        elif marker in (JFIF, ADOBE) or not (0xE0 <= marker <= 0xEF or marker == COMMENT):
            yield segment
        at = end
        if marker == SCAN:
            end = _scan_end(body, at)
            yield body[at:end]
            at = end
    raise Damaged


def _scan_end(body: bytes, at: int) -> int:
    """Where the coded data of a scan ends: at the first marker that is no restart."""
    while True:
        at = body.find(b"\xff", at)
        if at < 0 or at + 1 >= len(body):
            raise Damaged
        if body[at + 1] != 0 and not 0xD0 <= body[at + 1] <= 0xD7:
            return at
        at += 2


def _orientation(segment: bytes) -> int:
    """Which way up an Exif segment says that the picture is: 1 (as it stands) to 8."""
    if segment[4:10] != b"Exif\0\0":
        return 1
    tiff = segment[10:]
    order = ">" if tiff[:2] == b"MM" else "<"
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for entry in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * entry)
            if tag == ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _turned(orientation: int) -> bytes:
    """An Exif segment that says which way up and nothing else."""
    tiff = b"MM\0\x2a\0\0\0\x08\0\x01" + struct.pack(
        ">HHIHHI", ORIENTATION, 3, 1, orientation, 0, 0
    )
    inside = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(inside) + 2) + inside


def _png(body: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while True:
        (length,) = struct.unpack_from(">I", body, at)
        name, end = body[at + 4 : at + 8], at + 12 + length
        if end > len(body):
            raise Damaged
        if name in PNG_KEPT:
            yield body[at:end]
        if name == b"IEND":
            return
        at = end


def _webp(body: bytes) -> bytes:
    kept, at = [b"WEBP"], 12
    while at + 8 <= len(body):
        (length,) = struct.unpack_from("<I", body, at + 4)
        end = at + 8 + length + length % 2
        if end > len(body) + 1:
            raise Damaged
        name, chunk = body[at : at + 4], body[at:end]
        if name == b"VP8X":  # its flags no longer announce a profile, Exif or XMP
            chunk = chunk[:8] + bytes([chunk[8] & 0b00010010]) + chunk[9:]
        if name in WEBP_KEPT:
            kept.append(chunk)
        at = end
    inside = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def _tag_length(body: bytes) -> int:
    """The length of an ID3 tag: four times seven bits, and its head."""
    sizes = body[6:10]
    return 10 + sum(part << 7 * (3 - place) for place, part in enumerate(sizes))


def _u16(body: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", body, at)[0])
