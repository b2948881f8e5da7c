"""A key message sounds surer than the authors say the evidence is.

Why it is wrong:
    GRADE has words for each level, and readers learn them: high "improves", moderate "probably improves", low "may
    improve", very low "we do not know whether" (Santesso et al., J Clin Epidemiol 2020;119:126, GRADE guidelines 26).
Wrong:
    "The treatment improves walking" where the authors rate the certainty as low.
    "It probably reduces pain" at very low certainty.
Right:
    "The treatment may improve walking" at low certainty.
    "We do not know whether it reduces pain" at very low certainty.
    "In these studies, walking did not differ" at any certainty.
Blind spots:
    Studies whose authors do not rate the certainty.
    Several outcomes, each with a certainty of its own.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.study import Certainty
from pipeline.models.summary import Summary
from pipeline.text.changes import Sense, changes
from pipeline.text.hedges import SOMEWHAT_SURE, UNSURE, VERY_UNSURE
from pipeline.text.in_words import in_words

_WORDS: Final = {
    Certainty.VERY_LOW: (VERY_UNSURE, "we do not know whether"),
    Certainty.LOW: (UNSURE, "may"),
    Certainty.MODERATE: (SOMEWHAT_SURE, "probably"),
}
_HELPS: Final = ("helps", "help", "works", "prevents", "protects", "cures", "stops")


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the authors' rating is a fact
    rated = summary.study.certainty
    if rated is None or rated.value not in _WORDS:
        return
    form, words = _WORDS[rated.value]
    told_elsewhere = any(form.search(claim.text) for claim in summary.key_messages)
    for index, claim in enumerate(summary.key_messages):
        if _tells_effect(claim.text) and not form.search(claim.text):
            message = f"The authors rate the certainty as {in_words(rated.value.value)}: say {words!r}."
            sure = rated.value is Certainty.MODERATE or told_elsewhere
            yield PlacedHit(
                f"/key_messages/{index}/text", message, claim.text, Severity.WARN if sure else Severity.BLOCK
            )


def _tells_effect(text: str) -> bool:
    told = any(not change.denied and change.told in (Sense.UP, Sense.DOWN) for change in changes(text))
    return told or any(f" {word} " in text for word in _HELPS)


CHECK = SummaryCheck(
    name="certainty_mismatch",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
