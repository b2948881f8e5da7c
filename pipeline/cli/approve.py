"""`layline approve`: a person stands for exactly this content."""

from pipeline.cli.options import AsJson, By, PaperName, Reason


def approve(paper: PaperName, by: By = None, reason: Reason = "", as_json: AsJson = False) -> None:
    """Approve exactly what stands now. Refused while a blocking finding is open; any later change voids it."""
    from pipeline import decide
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision

    with session.store() as store:
        done = decide.approve(store, session.settings(), paper, session.person(by), reason)
    report_decision(done, as_json=as_json)
