"""`layline doctor`: is everything there that a run needs?"""

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson

_STYLES = {"ok": "green", "note": "yellow", "bad": "bold red"}


def doctor(as_json: AsJson = False) -> None:
    """Say what is set and what is missing. What is reachable, too, and how to mend it; exit 3 when something is bad."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, safe, say
    from pipeline.doctor import Health, examine

    symptoms = examine(session.workspace())
    if as_json:
        print_json({"symptoms": [{**symptom.__dict__, "health": symptom.health.value} for symptom in symptoms]})
    else:
        for symptom in symptoms:
            say(safe(f"{symptom.health.value:5}", _STYLES[symptom.health.value]), f"{symptom.what}: {symptom.found}")
            if symptom.remedy:
                say(f"      {symptom.remedy}")
    bad = any(symptom.health is Health.BAD for symptom in symptoms)
    raise typer.Exit(ExitCode.ENVIRONMENT if bad else ExitCode.OK)
