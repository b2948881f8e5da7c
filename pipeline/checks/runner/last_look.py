"""What may never leave the house, looked for at a glance: everything malformed that blocks, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from pipeline.checks.declaration import Surface, TextCheck
from pipeline.checks.runner.guarded import of_kind
from pipeline.checks.runner.texts import in_text
from pipeline.checks.suspects import Cleared, suspects
from pipeline.models.finding import Finding, Severity


def may_block(texts: Mapping[Surface, Iterable[str]], cleared: Cleared) -> bool:
    """Whether anything malformed that blocks may stand in any of these texts, of whatever surfaces of a page.

    All of them are looked at as blocks of a page, by every check that looks at any of its surfaces. Blanks and line
    breaks around a text are the template's: no check sees more in it for their sake, as a test holds.
    """
    told = dict.fromkeys(text.strip(" \n") for found in texts.values() for text in found)
    new = cleared.without(told, Surface.PAGE)
    suspected = suspects(new, _MALFORMED_ON_PAGES)
    stopped = {text for text in suspected if any(map(never_leaves, _on_any_surface(text)))}
    cleared.add((text for text in new if text not in stopped), Surface.PAGE)
    return bool(stopped)


def _on_any_surface(text: str) -> Iterator[Finding]:
    return chain.from_iterable(in_text(text, surface, str) for surface in _OF_PAGES)


def never_leaves(finding: Finding) -> bool:
    """Whether nobody can waive what was found, and it blocks."""
    return finding.severity is Severity.BLOCK and not finding.waivable


_OF_PAGES: Final = (Surface.PAGE, Surface.JSON_LEAF, Surface.CODE)
"""What a page that is looked at at a glance is made of."""
_MALFORMED_ON_PAGES: Final = tuple(
    (check, check.find_on(Surface.PAGE))
    for check in of_kind(TextCheck)
    if not check.waivable and not check.warns_on_pages and check.applies_to.intersection(_OF_PAGES)
)
"""The checks whose findings nobody can waive and that block: they look once more at what leaves the house."""
