"""What `layline lint` finds, as SARIF 2.1.0, written page by page.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", sections 3.13 to 3.58.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from pipeline import __version__
from pipeline.checks.registry import Registered, registry
from pipeline.cli.terminal import print_raw
from pipeline.text.visible import visible

if TYPE_CHECKING:
    from pipeline.checks.pages.page_finding import PageFinding
    from pipeline.examine.lint import Summary
    from pipeline.examine.target import Target
    from pipeline.models.finding import Finding

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {"block": "error", "warn": "warning", "info": "note"}


class SarifReport:
    """One run of one tool."""

    begun = False

    def __init__(self) -> None:
        self._results = 0
        self._rules = {name: number for number, name in enumerate(registry())}
        self._failures: list[dict[str, Any]] = []

    def page(self, target: "Target") -> None:
        """The results of one page."""
        self._begin()
        if target.error:
            self._failures.append(_notification(target))
        for seen in target.findings:
            result = _result(target.name, seen) | {"ruleIndex": self._rules[seen.finding.check]}
            print_raw((",\n" if self._results else "\n") + json.dumps(result))
            self._results += 1

    def end(self, summary: "Summary") -> None:
        """What stands behind the results."""
        self._begin()
        invocation = {"executionSuccessful": summary.complete, "toolExecutionNotifications": self._failures}
        rest = {"invocations": [invocation], "properties": {"summary": summary.as_json()}}
        print_raw("],\n" + json.dumps(rest)[1:] + "]}\n")

    def _begin(self) -> None:
        if not self.begun:
            driver = {"name": "Layline", "semanticVersion": __version__, "rules": list(map(_rule, registry().values()))}
            head = json.dumps({"$schema": _SCHEMA, "version": "2.1.0"})[:-1]
            run = json.dumps({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"})[:-1]
            print_raw(f'{head}, "runs": [{run}, "results": [')
            self.begun = True


def _rule(entry: Registered) -> dict[str, Any]:
    manual, check = entry.documentation, entry.check
    parts = (("Why it is wrong", manual.why), ("Wrong", manual.wrong), ("Right", manual.right))
    text = "\n\n".join(f"{heading}:\n{body}" for heading, body in (*parts, ("Blind spots", manual.blind_spots)))
    return {
        "id": check.name,
        "shortDescription": {"text": manual.gist},
        "fullDescription": {"text": manual.why},
        "help": {"text": f"{manual.gist}\n\n{text}"},
        "defaultConfiguration": {"level": _LEVELS[check.severity.value]},
        "properties": {"tags": [check.group.value]},
    }


def _result(name: str, seen: "PageFinding") -> dict[str, Any]:
    finding = seen.finding
    location: dict[str, Any] = {"physicalLocation": _physical(name, seen.line, finding)}
    if seen.heading:
        location["logicalLocations"] = [{"name": visible(seen.heading), "kind": "heading"}]
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity.value],
        "message": {"text": visible(finding.message)},
        "locations": [location],
        "partialFingerprints": {"layline/v1": finding.key},
    }


def _physical(name: str, line: int | None, finding: "Finding") -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": line or 1}
    if finding.excerpt:
        region["snippet"] = {"text": visible(finding.excerpt, newlines=True)}
    return {"artifactLocation": {"uri": _uri(name)}, "region": region}


def _notification(target: "Target") -> dict[str, Any]:
    assert target.error is not None  # noqa: S101 - only those that could not be read come here
    return {
        "level": "error",
        "descriptor": {"id": target.error.kind},
        "message": {"text": visible(target.error.message)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(target.name)}}}],
    }


def _uri(name: str) -> str:
    """An address as it is; a file relative to where the command ran, or in full where its name was given so."""
    if "://" in name:
        return quote(visible(name), safe="%/:=&?~#+!$,;'@()*[]")
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
