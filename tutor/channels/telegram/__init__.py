"""The Telegram channel: the same learner, the same open item, in a private chat with a bot."""

from tutor.channels.telegram.channel import TelegramChannel, build
from tutor.channels.telegram.webhook import webhook_router

__all__ = ["TelegramChannel", "build", "webhook_router"]
