"""Findings out of a judge's verdicts: they are added to what the checks find, and never take anything away."""

from pipeline.checks.finding_of import finding_of
from pipeline.checks.grounding import claim_contradicted, claim_unsupported
from pipeline.models.finding import Finding


def judged_finding(place: str, claim: str, quote: str, *, contradicted: bool) -> Finding:
    """What a judge holds against a claim (the JSON pointer of its text)."""
    check = claim_contradicted.CHECK if contradicted else claim_unsupported.CHECK
    said = "says that this quote contradicts the statement" if contradicted else "finds the statement in no quote of it"
    return finding_of(check, place, f"The judge {said}: {quote[:300]}", claim[:200])
