"""How much each check matters on this site: as it was declared, or as the settings want it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, Self

from pipeline.checks.order import RANK, in_order, order_of
from pipeline.checks.pages.page_finding import PageFinding
from pipeline.errors import SetupError
from pipeline.models.finding import Finding, Severity

if TYPE_CHECKING:
    from pipeline.checks.declaration import Check

# The checks are imported where a severity was changed: a run that only hands work out starts without them.


@dataclass(frozen=True, slots=True)
class Severities:
    """The checks whose severity was changed, by name. `of` is the way to make it from settings."""

    changed: Mapping[str, Severity] = field(default_factory=dict)

    @classmethod
    def of(cls, wanted: Mapping[str, str]) -> Self:
        """Raises SetupError for a name that no check has, and for malformed output: it never reaches a reader."""
        for name in wanted:
            _changeable(name)
        return cls({name: Severity(severity) for name, severity in wanted.items()})

    def weigh(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings at the severities of this site, in their order."""
        return in_order(map(self.weighed, findings))

    def weigh_seen(self, seen: Iterable[PageFinding]) -> tuple[PageFinding, ...]:
        """The same for findings on a page."""
        weighed = (replace(each, finding=self.weighed(each.finding)) for each in seen)
        return tuple(sorted(weighed, key=lambda each: order_of(each.finding)))

    def weighed(self, finding: Finding) -> Finding:
        """The finding at the severity that is set for its check.

        What a check weighs less than it could (a denial that may be told in other words) is never raised, only
        lowered: the setting says how much the check matters, not how sure it is.
        """
        wanted = self.changed.get(finding.check)
        if wanted is None or wanted is finding.severity:
            return finding
        is_less = RANK[finding.severity] > RANK[_check(finding.check).severity]
        if is_less and RANK[wanted] < RANK[finding.severity]:
            return finding
        return finding.model_copy(update={"severity": wanted})


def _check(name: str) -> "Check":
    from pipeline.checks.registry import registry  # noqa: PLC0415

    return registry()[name].check


def _changeable(name: str) -> None:
    from pipeline.checks.declaration import Group  # noqa: PLC0415
    from pipeline.checks.registry import registry  # noqa: PLC0415

    if name not in registry():
        close = get_close_matches(name, registry(), n=1)
        raise SetupError(
            f"the setting 'severities' names a check that does not exist: {name!r}",
            remedy=f"Did you mean {close[0]!r}? `layline checks` lists them." if close else "See `layline checks`.",
        )
    if _check(name).group is Group.MALFORMED:
        raise SetupError(
            f"the setting 'severities' cannot change {name!r}: malformed output always blocks",
            remedy="Take it out of layline.toml.",
        )


DECLARED: Final = Severities()
"""Every check as it was declared."""
