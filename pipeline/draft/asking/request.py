"""One request to a model: its messages, its parameters, and the key under which its reply is kept."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Generic, Literal

from pipeline.config import Settings
from pipeline.draft.asking.form import R, ReplyForm
from pipeline.draft.asking.speech import ReplyFormat, Speech
from pipeline.draft.prompt import Message, Prompt
from pipeline.errors import SetupError
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256

CHARACTERS_PER_TOKEN: Final = 3.5
"""English scientific prose has about four; numbers, names and tables have fewer. Bytes are counted, not
characters, because the tokens of other scripts cover fewer characters."""
Api = Literal["chat", "responses"]


@dataclass(frozen=True)
class Manner:
    """How a model is asked, whatever it is asked: what the settings say about it."""

    model: str
    api: Api
    temperature: float | None
    max_output_tokens: int
    reasoning_effort: str | None
    service_tier: str | None
    keep_on_server: bool | None
    """What is said about storing the exchange on the server; None says nothing (other servers do not know it)."""
    extra_body: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Settings) -> "Manner":
        """As the settings say. Raises SetupError where no model is named."""
        if not settings.model:
            raise SetupError(
                "no model is named", remedy="Set LAYLINE_MODEL or `model` in layline.toml.", kind="no_model"
            )
        return cls(
            model=settings.model,
            api=settings.api,
            temperature=settings.temperature,
            max_output_tokens=settings.max_output_tokens,
            reasoning_effort=settings.reasoning_effort,
            service_tier=settings.service_tier,
            keep_on_server=None if settings.base_url and settings.api == "chat" else False,
            extra_body=settings.extra_body,
        )


@dataclass(frozen=True)
class Request(Generic[R]):
    """What is asked of a model, and in which form it is to answer."""

    manner: Manner
    prompt: Prompt
    messages: tuple[Message, ...]
    form: ReplyForm[R]

    def key(self, spoken: ReplyFormat, attempt: int) -> Sha256:
        """The key of the reply: a hash over everything that decides it, and the number of the attempt."""
        manner = {name: value for name, value in vars(self.manner).items() if name != "keep_on_server"}
        return content_hash(
            {
                **manner,
                "prompt": self.prompt.hash,
                "messages": self._messages_hash,
                "format": spoken,
                "schema": self.form.schema_hash,
                "attempt": attempt,
            }
        )

    def also(self, text: str) -> "Request[R]":
        """The same request with a last word to the model; what stands before it stays as it is."""
        *before, last = self.messages
        spoken = Message(role=last["role"], content=f"{last['content']}\n\n{text}")
        return Request(self.manner, self.prompt, (*before, spoken), self.form)

    @cached_property
    def _messages_hash(self) -> Sha256:
        hashes = [[m["role"], Sha256.of(m["content"].encode("utf-8", "surrogatepass"))] for m in self.messages]
        return content_hash({"messages": hashes})

    @cached_property
    def input_tokens(self) -> int:
        """An estimate of the tokens of the messages and the schema, on the high side for English."""
        text = "".join(message["content"] for message in self.messages)
        return tokens_of(text) + tokens_of(self.form.schema_text)

    def body(self, speech: Speech) -> dict[str, Any]:
        """The JSON body of the HTTP request, in the server's dialect."""
        common: dict[str, Any] = {"model": self.manner.model}
        if self.manner.temperature is not None:
            common["temperature"] = self.manner.temperature
        if self.manner.service_tier is not None:
            common["service_tier"] = self.manner.service_tier
        if self.manner.keep_on_server is not None:
            common["store"] = self.manner.keep_on_server
        asked = self._chat(speech) if self.manner.api == "chat" else self._responses(speech)
        return common | asked | self.manner.extra_body

    def _chat(self, speech: Speech) -> dict[str, Any]:
        body: dict[str, Any] = {"messages": self._spoken(speech), speech.limit: self.manner.max_output_tokens}
        if self.manner.reasoning_effort is not None:
            body["reasoning_effort"] = self.manner.reasoning_effort
        wanted = self._wanted(speech.format)
        return body if wanted is None else body | {"response_format": wanted}

    def _responses(self, speech: Speech) -> dict[str, Any]:
        body: dict[str, Any] = {"input": self._spoken(speech), "max_output_tokens": self.manner.max_output_tokens}
        if self.manner.reasoning_effort is not None:
            body["reasoning"] = {"effort": self.manner.reasoning_effort}
        wanted = self._wanted(speech.format)
        if wanted is None:
            return body
        return body | {"text": {"format": {"type": wanted["type"], **wanted.get("json_schema", {})}}}

    def _spoken(self, speech: Speech) -> list[Message]:
        if speech.format in (ReplyFormat.JSON_SCHEMA, ReplyFormat.JSON_OBJECT_SCHEMA):
            return list(self.messages)
        return list(self.also(f"The object must follow this JSON Schema:\n{self.form.schema_text}").messages)

    def _wanted(self, spoken: ReplyFormat) -> dict[str, Any] | None:
        if spoken is ReplyFormat.JSON_SCHEMA:
            schema = {"name": self.form.name, "strict": True, "schema": self.form.schema}
            return {"type": "json_schema", "json_schema": schema}
        if spoken is ReplyFormat.JSON_OBJECT_SCHEMA:
            return {"type": "json_object", "schema": self.form.schema}
        return {"type": "json_object"} if spoken is ReplyFormat.JSON_OBJECT else None


def tokens_of(text: str) -> int:
    """An estimate of the tokens of a text, on the high side for English."""
    return int(len(text.encode("utf-8", "replace")) / CHARACTERS_PER_TOKEN) + 1
