"""One request to a model: its messages, its parameters, and the key under which its reply is kept."""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from pipeline.draft.prompt import Message
from pipeline.draft.reply import SCHEMA_NAME, reply_schema
from pipeline.draft.speech import ReplyFormat, Speech
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256

_CHARACTERS_PER_TOKEN: Final = 3.5
"""English scientific prose has about four; numbers, names and tables have fewer. Bytes are counted, not
characters, because the tokens of other scripts cover fewer characters."""


@dataclass(frozen=True)
class Request:
    """What is asked of a model about one paper."""

    model: str
    temperature: float | None
    max_output_tokens: int
    prompt_hash: Sha256
    messages: tuple[Message, ...]
    keep_on_server: bool | None
    """What is said about storing the exchange on the server; None says nothing (other servers do not know it)."""

    def key(self, spoken: ReplyFormat, attempt: int) -> Sha256:
        """The key of the reply: a hash over everything that decides it, and the number of the attempt."""
        return content_hash(
            {
                "model": self.model,
                "temperature": self.temperature,
                "max_output_tokens": self.max_output_tokens,
                "prompt": self.prompt_hash,
                "messages": self._messages_hash,
                "format": spoken,
                "schema": _schema_hash(),
                "attempt": attempt,
            }
        )

    @cached_property
    def _messages_hash(self) -> Sha256:
        hashes = [[m["role"], Sha256.of(m["content"].encode("utf-8", "surrogatepass"))] for m in self.messages]
        return content_hash({"messages": hashes})

    @cached_property
    def input_tokens(self) -> int:
        """An estimate of the tokens of the messages and the schema, on the high side for English."""
        text = sum(len(message["content"].encode("utf-8", "replace")) for message in self.messages)
        return int((text + len(_schema_text())) / _CHARACTERS_PER_TOKEN) + 1

    def body(self, speech: Speech) -> dict[str, Any]:
        """The JSON body of the HTTP request, in the server's dialect."""
        body: dict[str, Any] = {
            "model": self.model,
            "messages": list(self.messages),
            speech.limit: self.max_output_tokens,
        }
        if self.temperature is not None:
            body["temperature"] = self.temperature
        if self.keep_on_server is not None:
            body["store"] = self.keep_on_server
        return body | _reply_format(speech.format, body["messages"])


def _reply_format(spoken: ReplyFormat, messages: list[Message]) -> dict[str, Any]:
    if spoken is ReplyFormat.JSON_SCHEMA:
        return {"response_format": _strict_format()}
    asked = Message(role="user", content=f"The object must follow this JSON Schema:\n{_schema_text()}")
    with_schema = {"messages": [*messages, asked]}
    if spoken is ReplyFormat.JSON_OBJECT:
        return with_schema | {"response_format": {"type": "json_object"}}
    return with_schema


@cache
def _strict_format() -> dict[str, Any]:
    schema = {"name": SCHEMA_NAME, "strict": True, "schema": reply_schema()}
    return {"type": "json_schema", "json_schema": schema}


@cache
def _schema_text() -> str:
    return json.dumps(reply_schema(), separators=(",", ":"))


@cache
def _schema_hash() -> Sha256:
    return content_hash(reply_schema())
