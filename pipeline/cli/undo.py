"""`layline undo`: one's own last decision taken back."""

from pipeline.cli.options import AsJson, By, PaperName, Reason


def undo(paper: PaperName, by: By = None, reason: Reason = "", as_json: AsJson = False) -> None:
    """Take back your last decision. Both stay on record; after an edit, what stood before it stands again.

    Refused once somebody else has decided, the paper was drafted anew, or the page was published.
    """
    from pipeline import decide
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision

    with session.store() as store:
        done = decide.undo(store, session.settings(), paper, session.person(by), reason)
    report_decision(done, as_json=as_json)
