"""Puts a summary together from its parts, and types what is empty with its reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from pipeline.errors import DraftError
from pipeline.models.claim import Claim
from pipeline.models.evidence_level import evidence_level
from pipeline.models.missing import Missing, MissingReason
from pipeline.models.paper import ArticleType, Basis, Paper
from pipeline.models.study import StudyDesign, StudyFacts
from pipeline.models.summary import (
    SCHEMA_VERSION,
    DraftedBy,
    GlossaryEntry,
    Implications,
    Summary,
    cite,
    empty_field_names,
)

Claims = tuple[Claim, ...]


@dataclass(frozen=True)
class Parts:
    """What a drafter found; everything else of a summary follows from it and from the paper."""

    plain_title: str
    study: StudyFacts
    implications: Implications
    key_messages: Claims
    simple_explanation: Claims
    key_findings: Claims
    research_summary: Claims
    limitations: Claims
    harms: Claims
    what_this_does_not_mean: Claims = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    categories: tuple[str, ...] = field(default=())


_LISTS: Final = ("key_messages", "simple_explanation", "key_findings", "research_summary", "limitations", "harms")


def assemble(
    paper: Paper,
    drafted_by: DraftedBy,
    parts: Parts,
    searched: Callable[[str], tuple[str, ...]],
    reason: Callable[[str], MissingReason],
) -> Summary:
    """The summary made of these parts.

    For a field that is empty, `searched` gives the headings that were searched and `reason` why it is empty; that
    only the abstract was there, or that the field does not apply to this paper, is worked out here.

    Raises DraftError `no_title` for a paper without a title: it cannot be cited.
    """
    if not (paper.metadata.title or "").strip():
        raise no_title()
    lists: dict[str, Claims] = {name: getattr(parts, name) for name in _LISTS}
    empty = empty_field_names({**lists, "study": parts.study, "practical_implications": parts.implications})
    reasons = _Reasons(paper, parts.study, reason)
    return Summary(
        schema_version=SCHEMA_VERSION,
        citation=cite(paper.metadata, paper.basis),
        drafted_by=drafted_by,
        plain_title=parts.plain_title,
        study=parts.study,
        evidence_level=evidence_level(parts.study),
        practical_implications=parts.implications,
        what_this_does_not_mean=parts.what_this_does_not_mean,
        glossary=parts.glossary,
        categories=parts.categories,
        missing=tuple(Missing(field=name, reason=reasons.of(name), searched=searched(name)) for name in empty),
        **lists,
    )


def no_title() -> DraftError:
    """The error for a paper that has no title."""
    return DraftError(
        "the paper has no title, so that no page can cite it",
        remedy="Supply a version of the paper with its title, such as the publisher's PDF or its JATS file.",
        kind="no_title",
    )


_SCI_FIELDS: Final = frozenset({"/study/ais_grades", "/study/injury_levels", "/study/time_since_injury"})
_SCI: Final = (
    *("spinal cord", "spinal-cord", "tetraplegi", "quadriplegi", "paraplegi", "spinal injur", "myelopath"),
    *("cord injur", "cord lesion", "cord syndrome", "cauda equina", "conus medullaris"),
)
_OF_RESULTS: Final = frozenset(
    {
        "/key_findings",
        "/harms",
        "/study/results",
        "/study/certainty",
        "/practical_implications/clinical_practice",
        "/practical_implications/policy",
        "/practical_implications/future_research",
        "/practical_implications/people_living_with_sci",
    }
)
"""What a protocol cannot have yet."""


class _Reasons:
    """Why the empty fields of one paper's summary are empty."""

    def __init__(self, paper: Paper, study: StudyFacts, reason: Callable[[str], MissingReason]) -> None:
        self._given = reason
        self._only_abstract = paper.basis is Basis.ABSTRACT_ONLY
        designed = study.design is not None and study.design.value is StudyDesign.PROTOCOL
        self._planned = designed or paper.metadata.article_type is ArticleType.PROTOCOL
        self._about_sci = about_spinal_cord(paper)

    def of(self, name: str) -> MissingReason:
        if (name in _SCI_FIELDS and not self._about_sci) or (name in _OF_RESULTS and self._planned):
            return MissingReason.NOT_APPLICABLE
        return MissingReason.ABSTRACT_ONLY if self._only_abstract else self._given(name)


def about_spinal_cord(paper: Paper) -> bool:
    """Whether the paper speaks about the spinal cord or its injuries at all."""
    text = paper.text.lower()
    return any(term in text for term in _SCI)


def headings(paper: Paper) -> tuple[str, ...]:
    """The headings of the paper, each once, in order."""
    return distinct(section.heading for section in paper.sections)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Headings each once, in order; `RESULTS` of the body is the `Results:` of the abstract, an empty one is none."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault("".join(filter(str.isalnum, name.casefold())), name)
    return tuple(name for letters, name in found.items() if letters)
