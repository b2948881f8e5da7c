"""What a site may change of how much a check matters, and what it may not."""

import pytest

from pipeline.checks.finding_of import finding_of
from pipeline.checks.registry import registry
from pipeline.checks.severities import DECLARED, Severities
from pipeline.errors import SetupError
from pipeline.models.finding import Finding, Severity


def _finding(check: str, severity: Severity | None = None) -> Finding:
    return finding_of(registry()[check].check, "/limitations/0/text", "Because.", "excerpt", severity)


def test_a_check_weighs_what_the_site_says() -> None:
    site = Severities.of({"advice": "warn", "undefined_abbreviation": "block"})
    weighed = site.weigh([_finding("advice"), _finding("undefined_abbreviation"), _finding("overclaim")])
    assert {finding.check: finding.severity for finding in weighed} == {
        "advice": Severity.WARN,
        "undefined_abbreviation": Severity.BLOCK,
        "overclaim": registry()["overclaim"].check.severity,
    }
    assert weighed[0].severity is Severity.BLOCK, "what blocks comes first"


def test_what_a_check_is_not_sure_of_is_lowered_and_never_raised() -> None:
    unsure = _finding("negation_changed", Severity.WARN)
    assert Severities.of({"negation_changed": "block"}).weighed(unsure).severity is Severity.WARN
    assert Severities.of({"negation_changed": "info"}).weighed(unsure).severity is Severity.INFO


def test_a_waiver_still_names_the_finding_whose_severity_was_changed() -> None:
    finding = _finding("advice")
    assert Severities.of({"advice": "warn"}).weighed(finding).key == finding.key


def test_without_settings_everything_weighs_as_declared() -> None:
    finding = _finding("advice")
    assert DECLARED.weigh([finding]) == (finding,)


@pytest.mark.parametrize("name", [name for name, entry in registry().items() if entry.check.group.value == "malformed"])
def test_malformed_output_blocks_whatever_the_site_says(name: str) -> None:
    with pytest.raises(SetupError, match="malformed output always blocks"):
        Severities.of({name: "warn"})


def test_a_check_that_does_not_exist_is_named_with_the_one_that_was_meant() -> None:
    with pytest.raises(SetupError, match="advise") as error:
        Severities.of({"advise": "warn"})
    assert "'advice'" in error.value.remedy
