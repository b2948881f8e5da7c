"""The decisions of a reviewer, each asked for once and then made on exactly what is on the screen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from pipeline import decide
from pipeline.decide import Outcome
from pipeline.models.finding import Severity
from pipeline.review.taken_back import effective
from pipeline.text.in_words import in_words
from pipeline.tui.confirm import Confirm
from pipeline.tui.look import BLOCK, MARK, SEVERITY, SOFT, STRONG, WARN, beside, told
from pipeline.tui.reason import Reason
from pipeline.tui.sitting import Sitting

if TYPE_CHECKING:
    from pipeline.tui.paper_screen import PaperScreen


async def approve(screen: "PaperScreen") -> None:
    """Show what would be signed, and sign it if the answer is yes."""
    if screen.sitting is None:
        return
    desk = screen.app.desk
    lines = signed(screen.sitting, desk.person, desk.settings.required_approvals)
    if await screen.app.push_screen_wait(Confirm("Approve this page?", lines, "sign it")):
        done = await _decided(screen, decide.approve, desk.person)
        if done is not None:
            screen.app.say(_approved(done, desk.settings.required_approvals))


def _approved(done: Outcome, required: int) -> str:
    missing = required - len(done.case.standing.approved_by)
    return f"Approved; {missing} more must approve it." if missing > 0 else "Approved; it can be exported now."


def signed(sitting: Sitting, person: str, required: int) -> list[Content]:
    """What an approval would sign: the content, what was seen of it, and what was found in it."""
    standing, at = sitting.case.standing, sitting.signing
    approvals = f"{len(standing.approved_by) + 1} of {required} approvals" if required > 1 else "the only approval"
    return [
        told(sitting.case.draft.summary.plain_title, STRONG),
        told(f"content {standing.content_hash[:12]}, signed by {person} ({approvals})", SOFT),
        told(""),
        told(f"statements seen   {at.seen} of {at.statements}"),
        told(f"unproved          {at.unproved}"),
        told(f"findings open     {', '.join(f'{at.found[each]} {each.value}' for each in Severity)}"),
        told(f"findings waived   {at.waived}"),
        *([told(f"{len(at.unseen)} statements with findings were not marked as seen.", WARN)] if at.unseen else []),
        *([told("Blocking findings are open: this will be refused.", BLOCK)] if standing.blocking else []),
    ]


async def reject(screen: "PaperScreen") -> None:
    """Reject the content, with a reason."""
    lines = [told("The paper is held; everything stays on record."), told("Why is it not fit?", SOFT)]
    reason = await _reason(screen, "reject", "Reject this page", lines)
    if reason and await _decided(screen, decide.reject, screen.app.desk.person, reason) is not None:
        _done(screen, "reject", "Rejected; the paper is held.")


async def request_changes(screen: "PaperScreen") -> None:
    """Send the paper back to be drafted anew, with a note for the drafter."""
    lines = [told("The paper is drafted anew; this note goes into its prompt."), told("What is to be changed?", SOFT)]
    note = await _reason(screen, "changes", "Request changes", lines)
    if note and await _decided(screen, decide.request_changes, screen.app.desk.person, note) is not None:
        _done(screen, "changes", "Changes are requested; the next run drafts the paper anew.")


async def waive(screen: "PaperScreen") -> None:
    """Waive the finding under the cursor, with a reason."""
    noted = screen.findings.current
    if noted is None:
        screen.app.say("No finding stands here.", "f goes to the next one.")
        return
    finding = noted.finding
    if not finding.waivable:
        screen.app.say(f"{finding.check} cannot be waived.", "Edit the statement, or have the paper drafted anew.")
        return
    head = beside(
        told(f"{MARK[finding.severity]} {finding.check}", SEVERITY[finding.severity]), told(f": {finding.message}")
    )
    lines = [head, told(finding.excerpt, SOFT), told("Why may it stand?", SOFT)]
    reason = await _reason(screen, finding.key, "Waive this finding", lines)
    if reason and await _decided(screen, decide.waive, finding.key, screen.app.desk.person, reason) is not None:
        _done(screen, finding.key, "Waived.")


async def undo(screen: "PaperScreen") -> None:
    """Take back one's own last decision, after a question."""
    if screen.sitting is None:
        return
    counting = effective(screen.sitting.case.decisions)
    if not counting:
        screen.app.say("There is no decision to take back.")
        return
    last = counting[-1]
    lines = [told(f"{in_words(last.kind.value)} by {last.by}, {last.at:%Y-%m-%d %H:%M}"), told(last.reason, SOFT)]
    if await screen.app.push_screen_wait(Confirm("Take back the last decision?", lines, "take it back")):
        done = await _decided(screen, decide.undo, screen.app.desk.person)
        if done is not None:
            screen.app.say(f"Taken back; it is {in_words(done.status.value)} now. Both stay on record.")


async def _decided(screen: "PaperScreen", act: Callable[..., Outcome], *words: str) -> Outcome | None:
    """Decide about exactly the content that is on the screen."""
    if screen.sitting is None:
        return None
    return await screen.decide(act, screen.paper_id, *words, expected=screen.sitting.case.standing.content_hash)


async def _reason(screen: "PaperScreen", name: str, title: str, lines: Sequence[Content]) -> str | None:
    """Ask for a reason; one that was typed before and not used is offered again."""
    reason = await screen.app.push_screen_wait(Reason(title, lines, screen.reasons.get(name, "")))
    if reason:
        screen.reasons[name] = reason
    return reason


def _done(screen: "PaperScreen", name: str, message: str) -> None:
    screen.reasons.pop(name, None)
    screen.app.say(message)
