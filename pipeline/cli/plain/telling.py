"""How papers and statements are told in lines: in words, what matters first, nothing that only an eye can read."""

from collections.abc import Iterator, Sequence

from pipeline.case import Case
from pipeline.models import words
from pipeline.models.claim import Evidence, Match
from pipeline.models.decision import Decision
from pipeline.models.paper import Paper
from pipeline.models.queue_row import QueueRow
from pipeline.review.difference import Change
from pipeline.review.passage import passage
from pipeline.review.statement import LineKind, NotedFinding, ReviewStatement
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many


def row_line(number: int, row: QueueRow) -> str:
    """A paper of the queue in one line."""
    about = [
        in_words(row.status.value),
        f"{row.open_blocking} blocking",
        so_many(row.warnings, "warning"),
        "abstract only" if row.is_abstract_only else "",
        f"parse quality {row.quality:.2f}" if row.quality is not None else "",
        f"held by {row.held_by}" if row.held_by else "",
        f"since {row.since[:10]}",
    ]
    why = f" {row.hold_reason}." if row.hold_reason else ""
    return f"{number}. {row.title or 'No title'}. {row.display_id}. {', '.join(filter(None, about))}.{why}"


def paper_lines(case: Case) -> Iterator[str]:
    """What a reviewer should know of a paper before its first statement."""
    row, paper, at = case.row, case.paper, case.standing
    yield f"{row.title or 'No title'}. {row.display_id}. It is {in_words(row.status.value)}."
    if row.hold_reason:
        yield f"Held: {row.hold_reason}."
    yield f"{in_words(paper.basis.value)}; parse quality {paper.quality:.2f}."
    yield from (f"Parse warning: {warning.message}" for warning in paper.warnings)
    waived = sum(at.is_waived(finding) for finding in at.findings)
    found = sum(statement.has_open_finding for statement in case.statements)
    unproved = sum(statement.is_unproved for statement in case.statements)
    yield (
        f"{so_many(len(case.statements), 'statement')}; {found} with open findings, {unproved} without proof. "
        f"{so_many(len(at.blocking), 'finding')} blocking, {waived} waived."
    )
    if at.approved_by:
        yield f"Approved by {', '.join(at.approved_by)}."
    yield from (f"Note on the draft: {note}" for note in case.draft.provenance.notes)


def statement_lines(statement: ReviewStatement, number: int, of: int, *, seen: bool) -> Iterator[str]:
    """A statement with its proof and what was found there."""
    kind = "" if statement.kind in (LineKind.CLAIM, LineKind.TITLE) else f", {statement.kind.value}"
    place = statement.place or "the whole page"
    yield f"Statement {number} of {of}. {statement.heading}{kind}, at {place}.{' Seen before.' if seen else ''}"
    if statement.text:
        yield f"{statement.label}: {statement.text}" if statement.label else statement.text
    if not statement.on_page:
        yield "This stands in the data alone, not on the page."
    if statement.searched:
        yield words.searched(statement.searched)
    for count, evidence in enumerate(statement.evidence, start=1):
        yield f"Proof {count}: {evidence.quote} ({_place_of(evidence)})"
    if statement.unproved:
        yield f"No proof: {words.MISSING[statement.unproved]}"
    for noted in statement.findings:
        yield from finding_lines(noted)


def finding_lines(noted: NotedFinding) -> Iterator[str]:
    """A finding; its excerpt has a line of its own."""
    finding = noted.finding
    weight = "Waived" if noted.waived else {"block": "Blocks", "warn": "Warning", "info": "Note"}[finding.severity]
    may = "" if finding.waivable or noted.waived else " It cannot be waived."
    yield f"{weight}: {finding.check}, key {finding.key}: {finding.message}{may}"
    if finding.excerpt:
        yield f"It is about: {finding.excerpt}"


def passage_lines(paper: Paper, evidence: Evidence) -> Iterator[str]:
    """The passage around a quote: what stands before it, the quote as the paper has it, what follows."""
    found = passage(paper, evidence)
    if found is None:
        yield f"The paper does not hold this quote: {evidence.quote}"
        return
    yield f"In the paper, {_place_of(evidence)}."
    yield f"Before it: {_squeezed(found.before) or 'nothing; the paper begins here.'}"
    yield f"The quote: {_squeezed(found.quoted)}"
    yield f"After it: {_squeezed(found.after) or 'nothing; the paper ends here.'}"


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """What changed, statement by statement."""
    for change in changes:
        yield f"{change.heading}, at {change.place}."
        yield f"Before: {change.before.text if change.before else 'nothing stood there.'}"
        yield f"Now: {change.after.text if change.after else 'it was taken out.'}"


def decision_line(decision: Decision) -> str:
    """A decision in one line."""
    about = f" {decision.check} ({decision.finding_key})" if decision.check else ""
    about += f" of decision {decision.undoes}" if decision.undoes else ""
    told = f"{decision.sequence}. {in_words(decision.kind.value)}{about} by {decision.by}"
    return f"{told} on {decision.at:%Y-%m-%d %H:%M}. {decision.reason}"


def _place_of(evidence: Evidence) -> str:
    if evidence.match is Match.NOT_FOUND:
        return "not found in the paper"
    page = f"page {evidence.page}" if evidence.page else ""
    return ", ".join(filter(None, (evidence.section, page, evidence.match.value)))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
