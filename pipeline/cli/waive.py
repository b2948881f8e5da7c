"""`layline waive`: a finding that a reviewer answers for."""

from typing import Annotated

import typer

from pipeline.cli.options import AsJson, By, PaperName, Reason


def waive(
    paper: PaperName,
    finding: Annotated[
        str, typer.Argument(metavar="FINDING", help="The finding's key from `layline show`, or its check's name.")
    ],
    by: By = None,
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Waive a finding, with a reason. Malformed output can never be waived."""
    from pipeline import decide
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision

    with session.store() as store:
        done = decide.waive(store, session.settings(), paper, finding, session.person(by), reason)
    report_decision(done, as_json=as_json)
