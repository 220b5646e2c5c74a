"""What a learner is told of a photo or a voice note: what was read of it, or what can be read. Pure."""

from collections.abc import Collection
from typing import assert_never

from tutor.dialogue.media import Unread
from tutor.items.said import say
from tutor.llm.attachment import MOST_PICTURE, MOST_SOUND, Medium

READ = "I read:"
RIGHT = "Is that right?"
YES, NO = "Yes, that is right", "No, I’ll type it"
TYPE_IT = "All right: please type it instead. What I read was not used."
NAMES = {Medium.PICTURE: "photo", Medium.SOUND: "recording"}


def not_kept(medium: Medium) -> str:
    """What becomes of the file."""
    return f"The {NAMES[medium]} itself is not kept."


def can_read(takes: Collection[Medium]) -> str:
    """What can be read, in words."""
    if set(takes) == set(Medium):
        return "I can read text, photos of your work (JPEG, PNG, WebP) and voice notes."
    if Medium.PICTURE in takes:
        return "I can read text and photos of your work (JPEG, PNG, WebP), but no recordings."
    if Medium.SOUND in takes:
        return "I can read text and listen to voice notes, but I see no pictures."
    return "I can read text only: no pictures, voice messages, stickers or files."


def why_not(why: Unread, takes: Collection[Medium]) -> str:
    """Why nothing was read, and what to do."""
    match why:
        case Unread.NOT_ALLOWED | Unread.NOT_A_FILE:
            return say("{can} Please type it.", can=can_read(takes))
        case Unread.TOO_LARGE:
            return say(
                "That file is too large: a photo may have {photo} MB, a recording {recording} MB. "
                "Please send a smaller one, or type it.",
                photo=MOST_PICTURE // 1_000_000,
                recording=MOST_SOUND // 1_000_000,
            )
        case Unread.DAMAGED:
            return "That file arrived damaged. Please send it again, or type it."
        case Unread.FOR_PHONES:
            return (
                "Your phone saved that picture in a kind that I cannot read (HEIC). Send a screenshot "
                "of it, or take the photo from this chat, or type it."
            )
        case Unread.NOT_MADE_OUT:
            return (
                "I could not make out any work in that. Come closer, with more light and only your "
                "own lines in the picture, or type it."
            )
        case Unread.FAILED:
            return "I could not read that just now. Please type it, or try again in a minute."
        case Unread.USED_UP:
            return "I can read no more photos and recordings today. Please type it."
        case _:
            assert_never(why)
