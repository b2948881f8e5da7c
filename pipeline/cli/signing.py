"""What a person signs by an approval, before they do."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.case import Case
    from pipeline.review.statement import ReviewStatement
    from pipeline.store.store import Store


def signed_lines(store: "Store", case: "Case", name: str, required: int) -> list[str]:
    """In few lines: which content, how much of it this person has looked at, which findings are open or waived."""
    from pipeline.review.signing import seen_places, signing

    seen = seen_places(case.statements, store.seen.by(case.row.id, name))
    at = signing(case.statements, case.standing, seen)
    return [
        f"{case.draft.summary.plain_title}",
        f"{case.row.display_id}, content {case.draft.content_hash[:12]}",
        f"statements: {at.statements}, of which you have looked at {at.seen}",
        f"findings: {at.open} open that warn or block, {at.waived} waived",
        f"approvals: yours is number {len(case.standing.approved_by) + 1} of {required} that are needed",
    ]


def say_signed(store: "Store", case: "Case", name: str, required: int) -> None:
    """Print them, and every statement with an open finding."""
    from pipeline.cli.terminal import safe, say

    for number, line in enumerate(signed_lines(store, case, name, required)):
        say(safe(line, "bold" if number == 0 else ""))
    for statement in case.statements:
        if statement.has_open_finding:
            _say_statement(statement)


def _say_statement(statement: "ReviewStatement") -> None:
    from pipeline.cli.findings_view import say_finding
    from pipeline.cli.terminal import say_hanging

    say_hanging(f"- {statement.heading}: {statement.text}".rstrip(": "), "  ")
    for noted in statement.findings:
        say_finding(noted.finding, "      ", key=True, waived=noted.waived)
