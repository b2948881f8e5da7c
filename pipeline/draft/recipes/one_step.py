"""One call a paper: statements and facts with their quotes, written at once."""

from pipeline.draft.asking.insisting import insist
from pipeline.draft.asking.request import Request
from pipeline.draft.fence import fence
from pipeline.draft.recipes.recipe import Brief, Drafted, Kitchen
from pipeline.draft.replies.draft import DRAFT, DraftReply


class OneStep:
    """The recipe `one-step`."""

    def request(self, kitchen: Kitchen, brief: Brief) -> Request[DraftReply]:
        """What is asked."""
        fenced, prompt = fence(brief.paper), kitchen.prompts["draft"]
        messages = prompt.render(
            mark=fenced.mark,
            paper=fenced.text,
            basis=brief.basis,
            categories="; ".join(kitchen.categories),
            note=brief.note,
        )
        return kitchen.asker.request(prompt, messages, DRAFT)

    async def draft(self, kitchen: Kitchen, brief: Brief) -> Drafted:
        """Ask once, and again where that helps."""
        request = self.request(kitchen, brief)
        got = await insist(kitchen.asker, request, attempts=kitchen.settings.attempts, attempt_from=brief.attempt_from)
        return Drafted(got.reply, kitchen.prompts["draft"], got.answers, got.attempt, got.notes)
