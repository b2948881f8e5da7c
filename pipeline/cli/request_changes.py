"""`layline request-changes`: a draft that should be made anew, with a wish."""

from pipeline.cli.options import AsJson, By, PaperName, Reason


def request_changes(paper: PaperName, by: By = None, reason: Reason = "", as_json: AsJson = False) -> None:
    """Send a draft back to be made anew. The reason goes into the prompt of the next run."""
    from pipeline import decide
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision

    with session.store() as store:
        done = decide.request_changes(store, session.settings(), paper, session.person(by), reason)
    report_decision(done, as_json=as_json)
