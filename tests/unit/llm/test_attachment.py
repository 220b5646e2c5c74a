"""What is sent of a picture or a sound: what it shows, and nothing of who, when and where."""

import struct

import pytest

from tests.media_files import (
    DRAWN,
    JFIF,
    M4A,
    MP3,
    OGG,
    PLACE,
    PNG_FILE,
    TAGGED_PNG,
    WEBM,
    exif,
    jpeg,
    segment,
    webp,
)  # fmt: skip
from tutor.llm.attachment import Damaged, ForPhones, Medium, attach


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (jpeg(), "image/jpeg"),
        (PNG_FILE, "image/png"),
        (webp(), "image/webp"),
        (OGG, "audio/ogg"),
        (WEBM, "audio/webm"),
        (MP3, "audio/mpeg"),
        (M4A, "audio/mp4"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(body: bytes, kind: str):
    found = attach(body)
    assert found is not None
    assert found.kind == kind
    assert found.medium is (Medium.PICTURE if kind.startswith("image") else Medium.SOUND)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"\xff", b"<svg onload=alert(1)>", b"GIF89a" + bytes(20), b"%PDF-1.7",
        b"\0\0\0\x18ftypqt  " + bytes(9),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_none(body: bytes):
    assert attach(body) is None


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xd8\xff", jpeg()[:40], jpeg()[:-50], PNG_FILE[:30],
        b"RIFF\xff\0\0\0WEBPVP8 \xff\xff\xff\x00aa",
    ],
)  # fmt: skip
def test_what_breaks_off_is_damaged(body: bytes):
    with pytest.raises(Damaged):
        attach(body)


@pytest.mark.parametrize("kind", [b"heic", b"mif1", b"avif"])
def test_what_only_phones_make_is_told_apart(kind: bytes):
    with pytest.raises(ForPhones):
        attach(b"\0\0\0\x18ftyp" + kind + bytes(40))


@pytest.mark.parametrize("body", [jpeg(1), jpeg(6), TAGGED_PNG, webp(), MP3])
def test_nothing_tells_where_it_was_made(body: bytes):
    assert PLACE in body
    found = attach(body)
    assert found is not None
    assert PLACE not in found.body
    assert attach(found.body) == found  # it is still such a file, and nothing more is to be taken


def test_what_draws_the_picture_stays_as_it_is():
    found = attach(jpeg())
    assert found is not None
    assert found.body == b"\xff\xd8" + JFIF + DRAWN + b"\xff\xd9"
    kept = attach(TAGGED_PNG)
    assert kept is not None
    assert kept.body == PNG_FILE


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_which_way_up_a_picture_is_stays_known(orientation: int):
    found = attach(jpeg(orientation))
    assert found is not None
    at = found.body.index(b"Exif\0\0MM")
    assert struct.unpack_from(">HHIH", found.body, at + 6 + 10) == (0x0112, 3, 1, orientation)


def test_a_webp_no_longer_announces_what_was_taken_out():
    found = attach(webp())
    assert found is not None
    assert struct.unpack_from("<I", found.body, 4)[0] == len(found.body) - 8
    assert found.body[found.body.index(b"VP8X") + 8] & 0b00001100 == 0


def test_a_picture_is_in_no_log():
    assert "PNG" not in repr(attach(PNG_FILE))


def test_a_damaged_orientation_is_left_out():
    broken = b"\xff\xd8" + segment(0xE1, exif(6)[:18]) + DRAWN + b"\xff\xd9"
    found = attach(broken)
    assert found is not None
    assert b"Exif" not in found.body
