"""Pictures and sounds as OpenAI's protocol takes them, and which models see, by their names."""

import base64
import re
from collections.abc import Sequence
from typing import Any

from tutor.llm.attachment import Attachment, Medium

# Names of models that take pictures, as of late 2026; MENO_LLM_SEES says it of any other.
SEES = re.compile(
    r"gpt-4o(?!.*(?:audio|transcribe|tts))|gpt-4\.1|gpt-4-turbo|gpt-5|chatgpt-4o|\bo1(?!-mini)\b|\bo3(?!-mini)\b"
    r"|\bo4-mini|claude-(?:3|opus|sonnet|haiku)|gemini|pixtral|llava|vision|[-_.\d]vl\b|minicpm-v|moondream"
    r"|gemma-?3(?!.*\b(?:270m|1b)\b)|llama-?4",
    re.IGNORECASE,
)
SUFFIXES = {
    "audio/ogg": "ogg",
    "audio/webm": "webm",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
}


def sees(model: str) -> bool:
    """Whether a model takes pictures, as far as its name tells."""
    return SEES.search(model) is not None


def content(text: str, attachments: Sequence[Attachment]) -> str | list[dict[str, Any]]:
    """A message's content: text alone, or parts when pictures go with it."""
    pictures = [one for one in attachments if one.medium is Medium.PICTURE]
    if not pictures:
        return text
    return [{"type": "text", "text": text}, *(_picture(one) for one in pictures)]


def file_of(sound: Attachment) -> tuple[str, bytes, str]:
    """A sound as a file to be sent: its name tells servers what it is."""
    return f"voice.{SUFFIXES[sound.kind]}", sound.body, sound.kind


def _picture(picture: Attachment) -> dict[str, Any]:
    body = base64.b64encode(picture.body).decode("ascii")
    address = f"data:{picture.kind};base64,{body}"
    return {"type": "image_url", "image_url": {"url": address, "detail": "high"}}
