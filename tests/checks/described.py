"""Papers and summaries as a case of a check describes them in its TOML file.

What a case may say, beside `why` and `fires`:

- `paper`, or `sections` with their `kind`, `heading` and `text`; `basis` and `kind` of the paper's only section;
- `claim` with its `quotes`, and the `field` where it stands: a list, `plain_title`, `glossary` or `free_text`;
- `lists`, whose items are texts, or tables of a `text` and its `quotes`; `title`, `glossary`, `drafter`, `told_basis`;
- `doi`, `paper_title`, `journal` and `dates` (by kind) of the paper; of the summary's citation `told_doi`,
  `told_title`, `told_journal` and `told_published`;
- `page`: a page in plain text or HTML instead of a summary, for what is looked at as its reader reads it;
- `facts`: what the summary says of the study. Proofs without a `quote` of their own quote the end of the paper.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.checks.pages.read_page import read_page
from pipeline.checks.paper_view import PaperView
from pipeline.checks.reading import Reading
from pipeline.checks.readings import reading_of_page, reading_of_summary
from pipeline.checks.statement import Part, Statement, statements
from pipeline.models.claim import Claim, Evidence, Match
from pipeline.models.ids import Doi
from pipeline.models.paper import ArticleDate, ArticleType, Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.study import StudyFacts
from pipeline.models.summary import DrafterKind, Summary
from tests.checks.summaries import claim_of, evidence_for, study_of, summary_of

Case = Mapping[str, Any]
PLAIN = "Nothing else stands here."


def described_paper(case: Case) -> Paper:
    """The paper of a case, or one in which hardly anything stands."""
    one = {"kind": case.get("kind", "results"), "text": case.get("paper", PLAIN)}
    builder = PaperBuilder()
    for section in case.get("sections", (one,)):
        builder.heading(section.get("heading", section["kind"].title()), SectionKind(section["kind"]))
        for paragraph in section["text"].split("\n\n"):
            builder.paragraph(paragraph)
    return builder.build(
        _metadata(case),
        basis=Basis(case.get("basis", "full_text")),
        parser="test",
        parser_version="1",
    )


def described_summary(case: Case, paper: Paper) -> Summary:
    """The summary of a case."""
    lists = {name: [_item(item, paper) for item in items] for name, items in case.get("lists", {}).items()}
    field = case.get("field", "key_findings")
    if "claim" in case and field not in ("plain_title", "glossary"):
        lists[field] = [claim_of(case["claim"], *proofs(case, paper))]
    summary = summary_of(
        paper,
        lists if "field" not in case or "claim" in case else {**lists, field: []},
        glossary=[("term", case["claim"])] if field == "glossary" else case.get("glossary", ()),
        plain_title=case["claim"] if field == "plain_title" else case.get("title", "Training and walking"),
        study=_facts(case.get("facts", {}), paper),
        basis=Basis(case.get("told_basis", "full_text")),
        drafter=DrafterKind(case.get("drafter", "offline")),
    )
    told = {"title": case.get("told_title", paper.metadata.title), "doi": _doi(case, "told_doi")}
    told |= {name: case.get(f"told_{name}") for name in ("journal", "published")}
    cited = summary.citation.model_copy(update=told)
    return summary.model_copy(update={"citation": cited})


def _metadata(case: Case) -> Metadata:
    return Metadata(
        title=case.get("paper_title", "A study"),
        journal=case.get("journal"),
        dates=tuple(ArticleDate(kind=kind, date=date) for kind, date in case.get("dates", {}).items()),
        article_type=ArticleType.RESEARCH,
        doi=_doi(case, "doi"),
    )


def _doi(case: Case, name: str) -> Doi | None:
    return Doi(case[name]) if name in case else None


def described_reading(case: Case) -> Reading:
    """What a reader reads: of the page of a case, or of its summary."""
    if "page" in case:
        media_type = "text/html" if case["page"].startswith("<") else "text/plain"
        return reading_of_page(read_page(case["page"].encode(), media_type, own=False).blocks)
    return reading_of_summary(described_summary(case, described_paper(case)))


def described_statements(case: Case, paper: PaperView) -> Iterator[Statement]:
    """The one statement that a case is about; a fact of the study where it has no claim."""
    if case.get("field") == "free_text":
        yield Statement(case["claim"], Part.FREE_TEXT, paper.kind)
        return
    summary = described_summary(case, paper.paper)
    for statement in statements(summary, paper.kind_beside(summary)):
        if statement.text == case["claim"] if "claim" in case else statement.part is Part.FACT:
            yield statement


def proofs(case: Case, paper: Paper) -> list[Evidence]:
    """The evidence that a case gives for its claim."""
    evidence = [evidence_for(quote, paper) for quote in case.get("quotes", ())]
    if shift := case.get("shift"):
        evidence = [
            proof.model_copy(update={"start": (proof.start or 0) + shift, "end": (proof.end or 0) + shift})
            for proof in evidence
        ]
    if "claimed" in case:
        evidence = [proof.model_copy(update={"match": Match(case["claimed"])}) for proof in evidence]
    return evidence


def _item(item: str | Case, paper: Paper) -> Claim:
    if isinstance(item, str):
        return claim_of(item)
    return claim_of(item["text"], *(evidence_for(quote, paper) for quote in item.get("quotes", ())))


def _facts(facts: Case, paper: Paper) -> StudyFacts:
    """A randomised trial in people, unless the case says otherwise; an empty string leaves a fact out."""
    last = evidence_for(paper.text.splitlines()[-1], paper)
    told = {name: _fact(value, paper, last) for name, value in facts.items()}
    return StudyFacts.model_validate_json(json.dumps({**study_of(last).model_dump(mode="json"), **told}))


def _fact(value: str | Sequence[str | Case], paper: Paper, otherwise: Evidence) -> object:
    if isinstance(value, str):
        return _proved({"value": value}, paper, otherwise) if value else None
    return [_proved({"value": one} if isinstance(one, str) else one, paper, otherwise) for one in value]


def _proved(one: Case, paper: Paper, otherwise: Evidence) -> dict[str, Any]:
    proof = evidence_for(one["quote"], paper) if "quote" in one else otherwise
    return {
        "evidence": [proof.model_dump(mode="json")],
        **{name: told for name, told in one.items() if name != "quote"},
    }
