"""The web channel: pages rendered on the server, small scripts that make them quicker."""

from fastapi import FastAPI

from tutor.channels.parts import Parts


def create_app(parts: Parts) -> FastAPI:
    """The web application over the running parts."""
    from tutor.channels.web.application import build

    return build(parts)
