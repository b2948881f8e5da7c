"""Every piece of evidence in a summary, with its place."""

from collections.abc import Iterator

from pipeline.models.claim import Evidence, Known
from pipeline.models.study import Result, Sample, StudyFacts
from pipeline.models.summary import Summary, claims


def proofs(summary: Summary) -> Iterator[tuple[str, Evidence]]:
    """JSON pointer and evidence, for claims first and then for the study's facts."""
    for place, claim in claims(summary):
        for index, evidence in enumerate(claim.evidence):
            yield f"{place}/evidence/{index}", evidence
    for place, fact in facts(summary.study):
        for index, evidence in enumerate(fact.evidence):
            yield f"{place}/evidence/{index}", evidence
    counted: tuple[tuple[str, tuple[Sample | Result, ...]], ...] = (
        ("samples", summary.study.samples),
        ("results", summary.study.results),
    )
    for name, parts in counted:
        yield from _of_each(name, parts)


def _of_each(name: str, parts: tuple[Sample | Result, ...]) -> Iterator[tuple[str, Evidence]]:
    for number, part in enumerate(parts):
        for index, evidence in enumerate(part.evidence):
            yield f"/study/{name}/{number}/evidence/{index}", evidence


def facts(study: StudyFacts) -> Iterator[tuple[str, Known[object]]]:
    """JSON pointer and value of every known fact, samples and results left out."""
    for name in type(study).model_fields:
        value = getattr(study, name)
        if isinstance(value, Known):
            yield f"/study/{name}", value
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Known):
                    yield f"/study/{name}/{index}", item
