"""Prompts are files: YAML front matter (name, version, purpose, variables), then the messages.

A line `[[system]]` or `[[user]]` opens a message; `{{name}}` stands for a variable. A prompt may come `after` another:
its question then stands at the end of that one's last message, so that all calls about one paper begin with the same
text, paper included, and the provider's cache of prefixes serves them. A prompt is checked whole when it is loaded, so
that a slip of the pen stops the run before the first paper and not in the middle of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypedDict, cast

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.config import shipped_prompts
from pipeline.errors import SetupError
from pipeline.models.ids import Sha256


class Message(TypedDict):
    """One message of a conversation, as the chat completions API takes it."""

    role: Literal["system", "user"]
    content: str


class FrontMatter(BaseModel):
    """What a prompt says about itself."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str
    version: str
    purpose: str
    after: str | None = None
    variables: list[str]


@dataclass(frozen=True)
class Prompt:
    """A prompt as loaded; `hash` changes with any character of its file, or of the one that it comes after."""

    name: str
    version: str
    hash: Sha256
    variables: frozenset[str]
    templates: tuple[Message, ...]

    def render(self, **values: str) -> list[Message]:
        """The messages with every variable filled in, in one pass: braces inside a value stay as they are.

        Raises ValueError when a variable is missing or unknown; that is a fault of the caller.
        """
        if values.keys() != self.variables:
            raise ValueError(f"the prompt {self.name!r} wants {sorted(self.variables)}, not {sorted(values)}")
        return [Message(role=m["role"], content=_fill(m["content"], values)) for m in self.templates]


def load_prompt(name: str, workspace_folder: Path | None, *, offered: Iterable[str] | None = None) -> Prompt:
    """The prompt of this name: the workspace's own if it has one, else the one that Layline ships.

    `offered` are the variables that the caller will give; a prompt that wants others, or leaves one out, is
    refused. Raises SetupError (kind `prompt`) that names the file, the fault and the cure.
    """
    path = _find(name, workspace_folder)
    try:
        return _loaded(name, path, workspace_folder, None if offered is None else frozenset(offered))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SetupError(
            f"the prompt {path} cannot be used: {_first_line(error)}",
            remedy="Correct the file, or remove it from the workspace to go back to the one that Layline ships.",
            kind="prompt",
        ) from error


def _find(name: str, workspace_folder: Path | None) -> Path:
    own = workspace_folder / f"{name}.md" if workspace_folder else None
    return own if own is not None and own.exists() else shipped_prompts() / f"{name}.md"


def _loaded(name: str, path: Path, workspace_folder: Path | None, offered: frozenset[str] | None) -> Prompt:
    front, own = _read(name, path.read_bytes())
    prompt = own if front.after is None else _joined(_first(front.after, workspace_folder), own)
    if offered is not None:
        _same("the front matter declares", prompt.variables, "Layline gives", offered)
    return prompt


def _read(name: str, data: bytes) -> tuple[FrontMatter, Prompt]:
    head, body = _parted(data.decode("utf-8").replace("\r\n", "\n"))
    front = FrontMatter.model_validate(yaml.safe_load(head))
    if front.name != name:
        raise ValueError(f"it is named {front.name!r} inside")
    templates, declared = tuple(_messages(body)), frozenset(front.variables)
    _same("the text uses", _used(templates), "the front matter declares", declared)
    return front, Prompt(
        name=name, version=front.version, hash=Sha256.of(data), variables=declared, templates=templates
    )


def _first(name: str, workspace_folder: Path | None) -> Prompt:
    front, first = _read(name, _find(name, workspace_folder).read_bytes())
    if front.after is not None:
        raise ValueError(f"it comes after {name!r}, which comes after another itself")
    return first


def _joined(first: Prompt, own: Prompt) -> Prompt:
    """The question of `own` at the end of the last message of `first`."""
    if [template["role"] for template in own.templates] != ["user"]:
        raise ValueError("a prompt that comes after another has one message, [[user]]")
    *before, last = first.templates
    asked = Message(role=last["role"], content=f"{last['content']}\n\n{own.templates[0]['content']}")
    return Prompt(
        name=own.name,
        version=own.version,
        hash=Sha256.of(f"{first.hash} {own.hash}".encode()),
        variables=first.variables | own.variables,
        templates=(*before, asked),
    )


_FRONT: Final = "---\n"


def _parted(text: str) -> tuple[str, str]:
    head, end, body = text.removeprefix(_FRONT).partition(f"\n{_FRONT}")
    if not text.startswith(_FRONT) or not end:
        raise ValueError("it does not start with front matter between two lines of `---`")
    return head, body


_ROLE: Final = re.compile(r"^\[\[(system|user)\]\][ \t]*$", re.MULTILINE)


def _messages(body: str) -> Iterator[Message]:
    before, *parts = _ROLE.split(body)
    if before.strip() or not parts:
        raise ValueError("the text after the front matter must start with a line [[system]] or [[user]]")
    for role, content in zip(parts[::2], parts[1::2], strict=True):
        yield Message(role=cast("Literal['system', 'user']", role), content=content.strip())


_VARIABLE: Final = re.compile(r"\{\{ ?(\w{1,40}) ?\}\}")


def _used(templates: Iterable[Message]) -> frozenset[str]:
    return frozenset(name for message in templates for name in _VARIABLE.findall(message["content"]))


def _fill(template: str, values: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: values[found[1]], template)


def _same(one: str, names: frozenset[str], other: str, wanted: frozenset[str]) -> None:
    if names != wanted:
        raise ValueError(f"{one} {_listed(names - wanted)} that {other} not, and lacks {_listed(wanted - names)}")


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{{{{name}}}}}" for name in sorted(names)) or "nothing"


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"front matter, {'.'.join(map(str, first['loc'])) or 'whole'}: {first['msg']}"
    return " ".join(str(error).split())
