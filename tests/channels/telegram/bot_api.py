"""A server that speaks the Bot API over real HTTP on loopback, and can be told to misbehave."""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote

TOKEN = "12345:a-token-of-the-test"
BOT = {"id": 12345, "is_bot": True, "first_name": "Meno", "username": "meno_test_bot"}
LONGEST = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call that came in: nested JSON is read, text is as it was sent."""

    method: str
    at: float
    fields: dict[str, Any]

    @property
    def text(self) -> str:
        return str(self.fields.get("text", ""))

    @property
    def chat(self) -> int:
        return int(self.fields.get("chat_id", 0))

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """The labels and data of the inline buttons."""
        keyboard = self.fields.get("reply_markup", {}).get("inline_keyboard", [])
        return [(key["text"], key["callback_data"]) for row in keyboard for key in row]

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.buttons]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mishap:
    """How the next calls of a method go wrong."""

    method: str
    status: int
    what: str
    retry_after: int = 0
    after_sending: bool = False  # the message arrives, the answer does not
    first: int = 0  # calls that still go well before
    chat: int = 0  # only for this chat; 0 for any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What goes back."""

    status: int
    body: bytes
    kind: str = "application/json"


@dataclass(slots=True)
class BotApi:
    """The server's state, and what people do in their chats."""

    url: str = ""
    spoken: str = "en"  # the language of everybody's phone
    calls: list[Call] = field(default_factory=list)
    mishaps: list[Mishap] = field(default_factory=list)
    updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    webhook: dict[str, Any] = field(default_factory=dict)
    repeat: int = 1  # how often an update is delivered however it is confirmed
    number: int = 500
    news: asyncio.Event = field(default_factory=asyncio.Event)
    order: deque[int] = field(default_factory=deque)

    files: dict[str, bytes] = field(default_factory=dict)  # by path

    # ── what people do ──

    def photo(self, chat: int, body: bytes) -> dict[str, Any]:
        """Somebody sends a photo: Telegram offers it in two sizes."""
        sizes = [
            {"file_id": id, "file_unique_id": id, "width": side, "height": side,
             "file_size": len(body)}
            for id, side in ((self._file(b"small"), 90), (self._file(body), 1280))
        ]  # fmt: skip
        return self.other(chat, photo=sizes, caption="my work")

    def voice(self, chat: int, body: bytes) -> dict[str, Any]:
        """Somebody sends a voice message."""
        id = self._file(body)
        told = {"file_id": id, "file_unique_id": id, "duration": 2, "file_size": len(body)}
        return self.other(chat, voice=told | {"mime_type": "audio/ogg"})

    def _file(self, body: bytes) -> str:
        id = f"f{len(self.files)}"
        self.files[f"files/{id}"] = body
        return id

    def text(self, chat: int, text: str) -> dict[str, Any]:
        """Somebody writes; the update as Telegram would make it."""
        message = self._message(chat, {"text": text}, from_bot=False)
        if text.startswith("/"):
            length = len(text.split()[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self._update({"message": message})

    def paste(self, chat: int, text: str, cut: int = LONGEST) -> list[dict[str, Any]]:
        """Somebody pastes a text: the app sends it in parts, all in one second."""
        parts = [self.text(chat, text[at : at + cut]) for at in range(0, len(text), cut)]
        for part in parts:
            part["message"]["date"] = parts[0]["message"]["date"]
        return parts

    def other(self, chat: int, kind: str = "private", **content: Any) -> dict[str, Any]:
        """Somebody sends something that is no text, or sends it elsewhere."""
        message = self._message(chat, content, from_bot=False)
        message["chat"]["type"] = kind
        return self._update({"message": message})

    def press(self, chat: int, label: str, on: dict[str, Any] | None = None) -> dict[str, Any]:
        """Somebody presses a button of the newest message that has one with this label."""
        message = on or next(
            m for (c, _), m in reversed(self.messages.items())
            if c == chat and any(key["text"] == label for key in _keys(m))
        )  # fmt: skip
        data = next(key["callback_data"] for key in _keys(message) if key["text"] == label)
        query = {
            "id": f"q{self.number}", "from": _person(chat, self.spoken), "message": message,
            "chat_instance": str(chat), "data": data,
        }  # fmt: skip
        return self._update({"callback_query": json.loads(json.dumps(query))})

    def block(self, chat: int) -> dict[str, Any]:
        """Somebody blocks the bot."""
        was, now = {"status": "member", "user": BOT}, {"status": "kicked", "user": BOT}
        now["until_date"] = 0
        return self._update({"my_chat_member": {
            "chat": _chat(chat), "from": _person(chat), "date": 1_770_000_000,
            "old_chat_member": was, "new_chat_member": now,
        }})  # fmt: skip

    def push(self, *updates: dict[str, Any]) -> None:
        """Have updates fetched by polling."""
        for update in updates:
            self.updates[update["update_id"]] = update
        self.news.set()

    # ── what the bot did ──

    def made(self, method: str, chat: int = 0) -> list[Call]:
        """The calls of a method that were answered well or badly, oldest first."""
        return [c for c in self.calls if c.method == method and chat in (0, c.chat)]

    def sent(self, chat: int) -> list[Call]:
        """The messages that arrived in a chat."""
        return [c for c in self.calls if c.method == "arrived" and c.chat == chat]

    def said(self, chat: int) -> str:
        """Everything that arrived in a chat."""
        return "\n---\n".join(c.text for c in self.sent(chat))

    # ── the server ──

    async def answer(self, token: str, method: str, form: dict[str, str]) -> Answer:
        """Answer a call, as it is told to."""
        if token != TOKEN:
            return _bad(401, "Unauthorized")
        fields = {name: _read(value) for name, value in form.items()}
        call = Call(method=method, at=asyncio.get_running_loop().time(), fields=fields)
        self.calls.append(call)
        mishap = next(
            (m for m in self.mishaps if m.method == method and m.chat in (0, call.chat)), None
        )
        if mishap is not None and mishap.first:
            self.mishaps[self.mishaps.index(mishap)] = replace(mishap, first=mishap.first - 1)
        elif mishap is not None:
            self.mishaps.remove(mishap)
            if mishap.after_sending:
                self._perform(call)
            return _bad(mishap.status, mishap.what, mishap.retry_after)
        if method == "getUpdates":
            return _good(await self._get_updates(fields))
        return self._perform(call)

    def _perform(self, call: Call) -> Answer:
        fields = call.fields
        match call.method:
            case "getMe":
                return _good(BOT | {"can_join_groups": True})
            case "setWebhook":
                self.webhook = fields
                return _good(True)
            case "deleteWebhook":
                self.webhook = {}
                return _good(True)
            case "sendMessage":
                return self._send(call)
            case "getFile":
                id = str(fields["file_id"])
                if f"files/{id}" not in self.files:
                    return _bad(400, "Bad Request: invalid file_id")
                size = len(self.files[f"files/{id}"])
                return _good({"file_id": id, "file_unique_id": id, "file_path": f"files/{id}",
                              "file_size": size})  # fmt: skip
            case "editMessageReplyMarkup":
                message = self.messages[(call.chat, int(fields["message_id"]))]
                message.pop("reply_markup", None)
                if "reply_markup" in fields:
                    message["reply_markup"] = fields["reply_markup"]
                return _good(message)
            case "sendChatAction" | "answerCallbackQuery" | "setMyCommands" | "sendMessageDraft":
                return _good(True)
            case _:
                return _bad(404, "Not Found")

    def _send(self, call: Call) -> Answer:
        text = call.fields.get("text")
        units = len(str(text).encode("utf-16-le")) // 2
        if not isinstance(text, str) and not str(text).strip():
            return _bad(400, "Bad Request: message text is empty")
        if units > LONGEST:
            return _bad(400, "Bad Request: message is too long")
        for entity in call.fields.get("entities", []):
            if entity["offset"] + entity["length"] > units or entity["length"] < 1:
                return _bad(400, "Bad Request: can't parse entities: out of the text")
        for _, data in call.buttons:
            if not 1 <= len(data.encode()) <= 64:
                return _bad(400, "Bad Request: BUTTON_DATA_INVALID")
        content = {"text": str(text)}
        if "reply_markup" in call.fields:
            content["reply_markup"] = call.fields["reply_markup"]
        message = self._message(call.chat, content, from_bot=True)
        self.calls.append(Call(method="arrived", at=call.at, fields=call.fields))
        return _good(message)

    async def _get_updates(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        offset, wait = int(fields.get("offset", 0)), float(fields.get("timeout", 0))
        for number in [n for n in self.updates if n < offset]:
            del self.updates[number]
        if not self.updates and wait:
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), min(wait, 5.0))
            except TimeoutError:
                return []
        found = [self.updates[n] for n in sorted(self.updates)]
        return [update for update in found for _ in range(self.repeat)]

    # ── pieces ──

    def _message(self, chat: int, content: dict[str, Any], *, from_bot: bool) -> dict[str, Any]:
        self.number += 1
        message = {
            "message_id": self.number, "date": 1_770_000_000 + self.number, "chat": _chat(chat),
            "from": BOT if from_bot else _person(chat, self.spoken), **content,
        }  # fmt: skip
        self.messages[(chat, self.number)] = message
        return message

    def _update(self, content: dict[str, Any]) -> dict[str, Any]:
        self.number += 1
        return {"update_id": self.number_of_update(), **content}

    def number_of_update(self) -> int:
        """Updates are numbered one by one."""
        last = self.order[-1] if self.order else 9_000
        self.order.append(last + 1)
        return last + 1


def _keys(message: dict[str, Any]) -> list[dict[str, str]]:
    keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [key for row in keyboard for key in row]


def _chat(chat: int) -> dict[str, Any]:
    return {"id": chat, "type": "private", "first_name": "Somebody"}


def _person(chat: int, spoken: str = "en") -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Somebody", "language_code": spoken}


def _read(value: str) -> Any:
    """Nested values come as JSON; a text that looks like a number is left a text."""
    if value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _good(result: Any) -> Answer:
    return Answer(status=200, body=json.dumps({"ok": True, "result": result}).encode())


def _bad(status: int, what: str, retry_after: int = 0) -> Answer:
    if status == 502:
        return Answer(status=502, body=b"<html>Bad Gateway</html>", kind="text/html")
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": what}
    if retry_after:
        body["parameters"] = {"retry_after": retry_after}
    return Answer(status=status, body=json.dumps(body).encode())


async def _serve(api: BotApi, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The requests of one connection, one after the other."""
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        while line := await reader.readline():
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = int(head.partition("content-length:")[2].split("\r\n")[0] or 0)
            body = await reader.readexactly(length)
            path = unquote(line.decode().split()[1])
            if path.startswith("/file/bot"):
                token, _, name = path.removeprefix("/file/bot").partition("/")
                found = api.files.get(name, b"") if token == TOKEN else b""
                made = Answer(
                    status=200 if found else 404, body=found, kind="application/octet-stream"
                )
                _write(writer, made)
                await writer.drain()
                continue
            _, _, token, method = line.decode().split()[1].replace("/bot", "//", 1).split("/")
            form = dict(parse_qsl(body.decode(), keep_blank_values=True))
            made = await api.answer(token, method, form)
            _write(writer, made)
            await writer.drain()
    writer.close()


def _write(writer: asyncio.StreamWriter, made: Answer) -> None:
    writer.write(
        f"HTTP/1.1 {made.status} X\r\nContent-Type: {made.kind}\r\n"
        f"Content-Length: {len(made.body)}\r\n\r\n".encode()
        + made.body
    )


@asynccontextmanager
async def bot_api() -> AsyncIterator[BotApi]:
    """The server, listening."""
    api = BotApi()
    serving: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving.add(asyncio.create_task(_serve(api, reader, writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    api.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"
    try:
        yield api
    finally:
        server.close()
        for task in serving:
            task.cancel()
        if serving:
            await asyncio.wait(serving)
