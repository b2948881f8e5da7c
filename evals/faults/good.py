"""Good summaries to plant faults into: offline drafts in plainer words, and what a model wrote, with its quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from evals.facts.label import Label
from evals.faults.alignment import Aligner
from evals.faults.papers import Article
from evals.faults.plain import plain
from pipeline.draft.offline import draft_offline
from pipeline.errors import DraftError
from pipeline.models.claim import Claim, Known
from pipeline.models.evidence_level import evidence_level
from pipeline.models.missing import Missing, MissingReason
from pipeline.models.study import Species, StudyDesign, StudyFacts
from pipeline.models.summary import DraftedBy, DrafterKind, Summary, claims, empty_field_names
from pipeline.text.sentences import sentences

_LISTS: Final = ("key_messages", "simple_explanation", "key_findings", "research_summary", "harms")
_HEADING: Final = re.compile(r"[A-Z][A-Z ,&'-]{3,60}[.:]?\s*|[A-Z][a-z]+(?: [A-Za-z]+){0,3}[.:]?\s*")
_CONCLUSION: Final = re.compile(r"conclu|what it means", re.IGNORECASE)
_RESULTS: Final = re.compile(r"result|found|finding", re.IGNORECASE)


@dataclass(frozen=True)
class Good:
    """A summary of an article. `kind` says whose words it is made of: `paper` or `model`."""

    article: Article
    kind: str
    summary: Summary


def good_summaries(article: Article) -> Iterator[Good]:
    """What can be had of an article: none where the paper holds too little, two where a model's text is there."""
    try:
        draft = draft_offline(article.paper)
    except DraftError:
        return
    draft = draft.model_copy(update={"study": _with_right_kind(draft, article.label)})
    rng = Random(article.stem)
    yield Good(article, "paper", _with_lists(draft, _reworded(draft, rng)))
    if article.model_text:
        written = _written(article)
        if all(written.values()):
            yield Good(article, "model", _with_lists(draft, written))


def _with_right_kind(draft: Summary, label: Label | None) -> StudyFacts:
    """The facts with the design and the species that a reader found, as a good draft has them."""
    if label is None:
        return draft.study
    proof = next((claim.evidence for _, claim in claims(draft) if claim.evidence), ())
    design = Known[StudyDesign](value=label.design, evidence=proof) if label.design else None
    species = Known[Species](value=label.species, evidence=proof)
    return draft.study.model_copy(update={"design": design, "species": species})


def _reworded(draft: Summary, rng: Random) -> dict[str, tuple[Claim, ...]]:
    """The lists in plainer words. A sentence that the rules picked twice stays where a reader meets it first."""
    seen: set[str] = set()
    lists: dict[str, tuple[Claim, ...]] = {"limitations": draft.limitations}
    for name in _LISTS:
        fresh = [claim for claim in getattr(draft, name) if name == "key_messages" or claim.text not in seen]
        lists[name] = tuple(_plain(claim, rng) for claim in fresh or getattr(draft, name)[:1])
        seen.update(claim.text for claim in fresh)
    return lists


def _plain(claim: Claim, rng: Random) -> Claim:
    return claim.model_copy(update={"text": plain(claim.text, rng)})


def _with_lists(draft: Summary, lists: dict[str, tuple[Claim, ...]]) -> Summary:
    fields = {**dict(draft), **lists, "drafted_by": DraftedBy(kind=DrafterKind.MODEL, model="a model")}
    fields["evidence_level"] = evidence_level(draft.study)
    reasons = {entry.field: entry for entry in draft.missing}
    fields["missing"] = tuple(
        reasons.get(name) or Missing(field=name, reason=MissingReason.NOT_IN_SOURCE)
        for name in empty_field_names(fields)
    )
    return Summary(**fields)


def _written(article: Article) -> dict[str, tuple[Claim, ...]]:
    """A model's text as claims under the headings it gave itself; sentences that no quote fits are left out."""
    aligner = Aligner(article.paper)
    parts: dict[str, list[Claim]] = {"simple_explanation": [], "key_findings": [], "key_messages": []}
    for part, sentence in _sentences(article.model_text):
        if evidence := aligner.evidence(sentence):
            parts[part].append(Claim(text=sentence, evidence=evidence))
    if not parts["key_findings"]:  # a text without headings: its last sentences tell what was found
        told = parts["simple_explanation"]
        parts["key_findings"], parts["simple_explanation"] = told[len(told) // 2 :], told[: len(told) // 2]
    if not parts["key_messages"]:
        parts["key_messages"], parts["key_findings"] = parts["key_findings"][-1:], parts["key_findings"][:-1]
    return {name: tuple(claims) for name, claims in parts.items()}


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    part = "simple_explanation"
    for line in filter(None, map(str.strip, text.splitlines())):
        if _HEADING.fullmatch(line):
            part = _part(line)
            continue
        yield from ((part, line[start:end]) for start, end in sentences(line))


def _part(heading: str) -> str:
    if _CONCLUSION.search(heading):
        return "key_messages"
    return "key_findings" if _RESULTS.search(heading) and "methods" not in heading.lower() else "simple_explanation"
