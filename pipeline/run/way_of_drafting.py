"""How a run drafts, as one hash: what failed for a setting is taken up again once anything of it is another."""

from typing import Final

from pipeline.config import Settings, Workspace
from pipeline.draft.recipes.recipe import load_prompts
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256
from pipeline.models.summary import DrafterKind

_DECIDING: Final = (
    "base_url", "model", "api", "temperature", "reasoning_effort", "service_tier", "extra_body", "max_output_tokens",
    "context_tokens", "parts_at_most", "recipe", "attempts", "repairs", "categories", "judge_model", "judge_base_url",
)  # fmt: skip
"""Settings that decide what a model makes of a paper; how fast and how dearly is no matter."""


def way_of_drafting(settings: Settings, workspace: Workspace, drafter: DrafterKind) -> Sha256:
    """A hash over the drafter, and of a model all that it is asked with. Raises SetupError: a prompt is unfit."""
    if drafter is DrafterKind.OFFLINE:
        return content_hash({"drafter": drafter.value})
    prompts = {name: prompt.hash for name, prompt in load_prompts(workspace.prompts).items()}
    told = settings.model_dump(mode="json", include=set(_DECIDING))
    return content_hash({"drafter": drafter.value, "prompts": prompts, **told})
