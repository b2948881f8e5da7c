"""`layline reject`: a draft that must not be published."""

from pipeline.cli.options import AsJson, By, PaperName, Reason


def reject(paper: PaperName, by: By = None, reason: Reason = "", as_json: AsJson = False) -> None:
    """Reject a draft, with a reason. The paper is held; everything stays on record."""
    from pipeline import decide
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision

    with session.store() as store:
        done = decide.reject(store, session.settings(), paper, session.person(by), reason)
    report_decision(done, as_json=as_json)
