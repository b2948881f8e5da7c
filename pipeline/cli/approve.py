"""`layline approve`: a person stands for exactly this content."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import AsJson, By, PaperName, Reason

if TYPE_CHECKING:
    from pipeline.case import Case
    from pipeline.config import Settings
    from pipeline.decide import Outcome
    from pipeline.store.store import Store


def approve(
    paper: PaperName,
    by: By = None,
    reason: Reason = "",
    seen: Annotated[
        bool, typer.Option("--seen", help="Say that you have looked at every statement that has a finding.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Approve exactly what stands now. Refused while a blocking finding is open; any later change voids it.

    On a terminal it shows what you sign and asks. Elsewhere it takes --seen, unless you have looked at every statement
    with a finding in `layline review`.
    """
    from pipeline.case import open_case
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision

    with session.store() as store:
        settings, name = session.settings(), session.person(by)
        case = open_case(store, store.papers.find(paper), settings)
        if _is_asked(seen=seen, as_json=as_json) and not case.standing.blocking:
            _ask(store, settings, case, name)
            seen = True
        done = _approve(store, settings, case, name, reason, seen=seen)
    report_decision(done, as_json=as_json)


def _approve(store: "Store", settings: "Settings", case: "Case", name: str, reason: str, *, seen: bool) -> "Outcome":
    from pipeline import decide

    if seen:
        decide.mark_seen(store, case, name, decide.unseen(store, case, name))
    words = case.row.display_id
    return decide.approve(store, settings, words, name, reason, expected=case.draft.content_hash)


def _is_asked(*, seen: bool, as_json: bool) -> bool:
    import sys

    return not seen and not as_json and sys.stdin.isatty() and sys.stdout.isatty()


def _ask(store: "Store", settings: "Settings", case: "Case", name: str) -> None:
    """Show what is signed, and ask once. Raises ReviewError where the answer is no."""
    from pipeline.cli.signing import say_signed
    from pipeline.errors import ReviewError

    say_signed(store, case, name, settings.required_approvals)
    if not typer.confirm(f"Do you, {name}, approve exactly this?", default=False):
        raise ReviewError(
            f"{case.row.display_id} was not approved",
            remedy="Nothing was changed. `layline review` goes through the page with you.",
            kind="not_confirmed",
        )
