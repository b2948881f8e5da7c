"""`layline history`: who decided what, and whether the record is sound."""

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson, PaperName
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many


def history(paper: PaperName, as_json: AsJson = False) -> None:
    """List decisions and verify their chain. Exit 1 when the record was tampered with."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, safe, say
    from pipeline.review.chain import verify

    with session.store() as store:
        row = store.papers.find(paper)
        decisions = store.decisions.all(row.id)
    verdict = verify(decisions, row.chain_head)
    if as_json:
        print_json(
            {
                "id": row.display_id,
                "sound": verdict.sound,
                "broken_at": verdict.broken_at,
                "why": verdict.why,
                "decisions": [decision.model_dump(mode="json") for decision in decisions],
            }
        )
    else:
        for d in decisions:
            about = f" {d.check} ({d.finding_key})" if d.check else f" of {d.undoes}" if d.undoes else ""
            say(f"{d.sequence}. {d.at:%Y-%m-%d %H:%M} {in_words(d.kind.value)}{about} by {d.by}", d.reason)
            say(f"   content {d.content_hash[:12]}, decision {d.hash[:12]}")
        if verdict.sound:
            say(f"{so_many(len(decisions), 'decision')}; the chain is sound")
        else:
            say(safe("THE RECORD IS NOT SOUND:", "bold red"), verdict.why)
    raise typer.Exit(ExitCode.OK if verdict.sound else ExitCode.FAILED)
