"""A draft as a reviewer reads it: each statement with its proof, and the findings beneath what they are about."""

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pipeline.cli.findings_view import say_finding
from pipeline.cli.terminal import safe, say, say_hanging
from pipeline.export import wording
from pipeline.models import words
from pipeline.models.claim import Claim, Evidence, Known, Match
from pipeline.models.missing import Missing, MissingReason
from pipeline.text.in_words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.case import Case
    from pipeline.models.finding import Finding
    from pipeline.models.summary import Summary
    from pipeline.store.store import Store

_PARTS: Final = {
    "/key_messages": "Key messages",
    "/simple_explanation": "Simple explanation",
    "/key_findings": "Key findings",
    "/research_summary": "Research summary",
    "/practical_implications/clinical_practice": "What it may mean for clinical practice",
    "/practical_implications/policy": "What it may mean for policy",
    "/practical_implications/future_research": "What it may mean for future research",
    "/practical_implications/people_living_with_sci": "What it may mean for people living with SCI",
    "/limitations": "Limitations",
    "/what_this_does_not_mean": "What this does not mean",
    "/harms": "Harms",
}
_FACTS: Final = {
    "duration": "duration",
    "follow_up": "follow-up",
    "countries": "where",
    "interventions": "what was tried",
    "primary_outcome": "main outcome",
    "certainty": "certainty (GRADE)",
    "ais_grades": "AIS grades",
    "injury_levels": "level of injury",
    "time_since_injury": "time since injury",
    "registration": "registration",
    "funding": "funding",
    "conflicts": "conflicts of interest",
}


def show_draft(store: "Store", case: "Case") -> None:
    """Print the draft, what is decided on it, and how it came about."""
    _Page(case).show()
    _show_decisions(case)
    _show_making(store, case)


class _Page:
    """Prints one summary; every finding is told once, at the narrowest place that is shown."""

    def __init__(self, case: "Case") -> None:
        self._case = case
        self._summary: Summary = case.draft.summary
        self._untold = list(case.standing.findings)
        self._missing: dict[str, Missing] = {entry.field: entry for entry in self._summary.missing}
        self._last_quotes: tuple[str, ...] = ()

    def show(self) -> None:
        summary, paper = self._summary, self._case.paper
        say(f"  {wording.drafted_by(summary)} {wording.BASIS[summary.citation.basis]}")
        say(f"  parse quality {paper.quality:.2f}", *(f"\n  warning: {w.message}" for w in paper.warnings))
        self._count()
        say(safe("\n" + summary.plain_title, "bold"))
        self._findings("/plain_title")
        self._study()
        for place, title in _PARTS.items():
            self._part(place, title)
        self._glossary()
        self._rest()

    def _count(self) -> None:
        at = self._case.standing
        open_ones = [finding for finding in at.findings if not at.is_waived(finding)]
        counts = {name: sum(f.severity.value == name for f in open_ones) for name in ("block", "warn", "info")}
        waived = len(at.findings) - len(open_ones)
        said = f"  findings: {counts['block']} block, {counts['warn']} warn, {counts['info']} info"
        say(said + (f", {waived} waived" if waived else ""))

    def _study(self) -> None:
        study, level = self._summary.study, self._summary.evidence_level
        say(safe("\nThe study", "bold"))
        if study.design:
            self._fact("/study/design", "design", words.DESIGN[study.design.value], study.design.evidence)
        if study.species:
            self._fact("/study/species", "who or what", words.fact(study.species.value), study.species.evidence)
        for index, sample in enumerate(study.samples):
            self._fact(f"/study/samples/{index}", "how many", words.sample(sample), sample.evidence)
        for name, label in _FACTS.items():
            self._named_fact(name, label)
        for index, result in enumerate(study.results):
            self._fact(f"/study/results/{index}", "result", words.result(result), result.evidence)
        say_hanging(f"evidence level: {words.evidence_level(level)}", "  ")
        self._not_there("/study")
        self._findings("/study", "/evidence_level")

    def _named_fact(self, name: str, label: str) -> None:
        value = getattr(self._summary.study, name)
        if isinstance(value, Known):
            self._fact(f"/study/{name}", label, words.fact(value.value), value.evidence)
        elif isinstance(value, tuple) and value:
            told = ", ".join(words.fact(known.value) for known in value)
            evidence = {found.quote: found for known in value for found in known.evidence}
            self._fact(f"/study/{name}", label, told, evidence.values())

    def _fact(self, place: str, label: str, text: str, evidence: "Iterable[Evidence]") -> None:
        say_hanging(f"{label}: {text}", "  ")
        self._proofs(tuple(evidence), text)
        self._findings(place)

    def _proofs(self, evidence: tuple[Evidence, ...], text: str) -> None:
        """The quotes; one that is the statement itself, or that stands right above, is not spelled out again."""
        quotes = tuple(found.quote for found in evidence)
        for found in evidence:
            same = "word for word" if found.quote == text else "as above" if found.quote in self._last_quotes else ""
            _say_evidence(found, same if found.match is not Match.NOT_FOUND else "")
        self._last_quotes = quotes or self._last_quotes

    def _part(self, place: str, title: str) -> None:
        claims: tuple[Claim, ...] = self._summary.practical_implications.__dict__.get(
            place.rpartition("/")[2], getattr(self._summary, place.strip("/"), ())
        )
        entry = self._missing.get(place)
        if not claims and entry is None and not self._about(place):
            return
        say(safe(f"\n{title}", "bold"))
        self._last_quotes = ()
        for index, claim in enumerate(claims):
            self._statement(f"{place}/{index}", claim)
        if entry is not None:
            _say_missing(entry.reason, entry.searched, "")
        self._findings(place)

    def _statement(self, place: str, claim: Claim) -> None:
        say_hanging(f"- {claim.text}", "  ")
        self._proofs(claim.evidence, claim.text)
        if claim.unproved:
            say(safe(f"      no proof: {words.MISSING[claim.unproved]}", "yellow"))
        self._findings(place)

    def _glossary(self) -> None:
        if self._summary.glossary:
            say(safe("\nGlossary", "bold"))
        for index, entry in enumerate(self._summary.glossary):
            say_hanging(f"{entry.term}: {entry.plain}", "  ")
            self._findings(f"/glossary/{index}")

    def _not_there(self, prefix: str) -> None:
        """What is missing, told together where the reason is the same and the same sections were searched."""
        fields: defaultdict[tuple[MissingReason, tuple[str, ...]], list[str]] = defaultdict(list)
        for field, entry in self._missing.items():
            if field.startswith(f"{prefix}/"):
                fields[entry.reason, entry.searched].append(in_words(field.rpartition("/")[2]))
        for (reason, searched), names in fields.items():
            _say_missing(reason, searched, f"{', '.join(names)}: ")

    def _rest(self) -> None:
        if self._untold:
            say(safe("\nOther findings", "bold"))
        for finding in self._untold:
            say_finding(finding, key=True, waived=self._case.standing.is_waived(finding), place=True)

    def _about(self, *places: str) -> "list[Finding]":
        return [f for f in self._untold if any(f.place == p or f.place.startswith(f"{p}/") for p in places)]

    def _findings(self, *places: str) -> None:
        for finding in self._about(*places):
            self._untold.remove(finding)
            say_finding(finding, "      ", key=True, waived=self._case.standing.is_waived(finding))


def _say_missing(reason: MissingReason, searched: tuple[str, ...], label: str) -> None:
    told = f" {words.searched(searched)}" if searched else ""
    say_hanging(f"{label}{words.MISSING[reason]}{told}", "  ", "dim")


def _say_evidence(evidence: Evidence, short: str) -> None:
    where = ", ".join(part for part in (evidence.section or "", f"p. {evidence.page}" if evidence.page else "") if part)
    found = evidence.match is not Match.NOT_FOUND
    place = f" [{where or 'not found in the paper'}]" if where or not found else ""
    say_hanging(f"> {short or evidence.quote}{place}", "      ", "dim" if found else "red")


def _show_decisions(case: "Case") -> None:
    if case.decisions:
        say(safe("\nDecisions", "bold"))
    for d in case.decisions:
        say(f"  {d.sequence}. {in_words(d.kind.value)} by {d.by} on {d.at:%Y-%m-%d %H:%M}", d.reason)


def _show_making(store: "Store", case: "Case") -> None:
    """By whom, from which prompt, at what cost, in how many attempts; and what had to be mended or left out."""
    provenance = case.draft.provenance
    say(safe("\nHow it was made", "bold"))
    say(f"  drafted by {provenance.author}, content {case.draft.content_hash[:12]}", _cost(case))
    attempts = store.drafts.all(case.row.id)
    if len(attempts) > 1:
        say(f"  {len(attempts)} drafts are kept; layline show --json lists them")
    for note in provenance.notes:
        say_hanging(f"note: {note}", "  ")


def _cost(case: "Case") -> str:
    provenance = case.draft.provenance
    tokens = provenance.usage
    parts = [f"prompt {provenance.prompt_name} {provenance.prompt_version}"] if provenance.prompt_name else []
    if tokens and tokens.prompt_tokens is not None:
        parts.append(f"{tokens.prompt_tokens:,} tokens in, {tokens.completion_tokens or 0:,} out")
    if provenance.cost is not None:
        parts.append(f"cost {provenance.cost:.4f}")
    return ", ".join(parts)
