"""What every recipe is given, and what it gives back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from pipeline.config import Settings
from pipeline.draft.asking.asker import Answer, Asker
from pipeline.draft.prompt import Prompt, load_prompt
from pipeline.draft.replies.draft import DraftReply
from pipeline.models.paper import Basis, Paper

PROMPTS: Final = {
    "draft": frozenset({"mark", "paper", "basis", "categories", "note"}),
    "facts": frozenset({"mark", "paper", "basis", "note"}),
    "write": frozenset({"mark", "paper", "basis", "categories", "claims", "note"}),
    "repair": frozenset({"mark", "paper", "basis", "faults"}),
    "judge": frozenset({"statement", "quote"}),
}
"""Every prompt with the variables that it is given; hand them to `load_prompt` as `offered`."""
BASIS: Final = {Basis.FULL_TEXT: "its full text", Basis.ABSTRACT_ONLY: "its abstract only, not the full text"}
Prompts = dict[str, Prompt]


def load_prompts(workspace_folder: Path | None) -> Prompts:
    """Every prompt, checked against what it is given. Raises SetupError (`prompt`) for the first that is unfit."""
    return {name: load_prompt(name, workspace_folder, offered=offered) for name, offered in PROMPTS.items()}


@dataclass(frozen=True)
class Brief:
    """One paper to be drafted: which attempt this is (replies of it are kept), and what a reviewer wants changed."""

    paper: Paper
    attempt_from: int
    note: str

    @property
    def basis(self) -> str:
        """What the model has of the paper, in words."""
        return BASIS[self.paper.basis]


@dataclass(frozen=True)
class Kitchen:
    """What a recipe works with."""

    asker: Asker
    prompts: Prompts
    settings: Settings
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Drafted:
    """A draft as the model gave it, every answer on the way to it, and what a reviewer should know."""

    reply: DraftReply
    prompt: Prompt
    answers: tuple[Answer[Any], ...]
    attempt: int
    notes: tuple[str, ...]


class Recipe(Protocol):
    """A way from a paper to a draft."""

    async def draft(self, kitchen: Kitchen, brief: Brief) -> Drafted:
        """A draft of the paper. Raises DraftError; WaitingError where replies are wanted that nobody may ask for."""
