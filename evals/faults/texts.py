"""`python -m evals.faults.texts`: what the checks say of lay texts that nobody planted a fault into.

Texts by professionals (digests, author summaries) and by a model are each held against their own paper as a page would
be. Every finding that blocks has a verdict in `verdicts.toml`, made by reading the text beside the paper.
"""

import argparse
import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.faults.papers import DATA, Article, Half, articles
from pipeline.checks.registry import registry
from pipeline.checks.runner.pages import check_page
from pipeline.models.finding import Finding, Severity

_VERDICTS: Final = Path(__file__).with_name("verdicts.toml")
_HASH: Final = 10


@dataclass(frozen=True)
class Raised:
    """A finding in a text, and the key under which its verdict stands; no text is kept."""

    writer: str
    text: str
    finding: Finding

    @property
    def group(self) -> str:
        """The group of the check that raised it."""
        return registry()[self.finding.check].check.group.value

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Text, check, place, and a short hash of the excerpt."""
        digest = hashlib.sha256(self.finding.excerpt.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]
        return f"{self.writer}/{self.text}", self.finding.check, self.finding.place, digest


def texts(article: Article) -> Iterator[tuple[str, str]]:
    """Who wrote a text about the article, and the text."""
    if article.lay:
        yield "professional", "\n\n".join(article.lay)
    if article.model_text:
        yield "model", article.model_text


def raised(half: Half) -> tuple[Counter[str], list[Raised]]:
    """The number of texts by writer, and everything that was found in them."""
    counts: Counter[str] = Counter()
    found = []
    for article in articles(half):
        for writer, text in texts(article):
            counts[writer] += 1
            findings = check_page(text.encode(), "text/plain", own=False, paper=article.paper)
            found += [Raised(writer, article.stem, finding) for finding in findings]
    return counts, found


def verdicts() -> dict[tuple[str, str, str, str], tuple[bool, str]]:
    """Whether a finding is right, and why, by its key."""
    entries = tomllib.loads(_VERDICTS.read_text(encoding="utf-8")).get("verdict", [])
    return {
        (entry["text"], entry["check"], entry["place"], entry["hash"]): (entry["right"], entry["why"])
        for entry in entries
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.faults.texts", description=__doc__)
    parser.add_argument("--half", type=Half, default=Half.BOTH, choices=list(Half))
    parser.add_argument("--show", action="store_true", help="print the excerpts of what was found")
    asked = parser.parse_args()
    if not DATA.is_dir():
        print(f"{DATA} is missing: there are no texts to look at", file=sys.stderr)
        return 1
    counts, found = raised(asked.half)
    for line in _lines(counts, found, show=asked.show):
        print(line)
    return 0


def _lines(counts: Counter[str], found: list[Raised], *, show: bool) -> Iterator[str]:
    known = verdicts()
    for writer, count in counts.items():
        own = [one for one in found if one.writer == writer]
        yield f"{count} texts by a {writer}"
        for severity in (Severity.BLOCK, Severity.WARN):
            here = [one for one in own if one.finding.severity is severity]
            judged = [known[one.key][0] for one in here if one.key in known]
            with_one = len({one.text for one in here})
            yield (
                f"  {severity.value}: {len(here)} findings in {with_one} texts ({with_one / count:.1%});"
                f" {sum(judged)} right and {len(judged) - sum(judged)} wrong of {len(judged)} with a verdict"
            )
            tally = Counter((one.group, one.finding.check) for one in here)
            yield from (f"    {group:10} {check:28}{number:4}" for (group, check), number in sorted(tally.items()))
    yield from _unjudged(found, known, show=show)


def _unjudged(
    found: list[Raised], known: dict[tuple[str, str, str, str], tuple[bool, str]], *, show: bool
) -> Iterator[str]:
    for one in found:
        verdict = known.get(one.key)
        blocks = one.finding.severity is Severity.BLOCK
        if (blocks and verdict is None) or show:
            said = "no verdict yet" if verdict is None else f"{'right' if verdict[0] else 'wrong'}: {verdict[1]}"
            yield f"{one.finding.severity.value} {' '.join(one.key)} [{said}]"
            if show:
                yield f"    {one.finding.message} {one.finding.excerpt!r}"


if __name__ == "__main__":
    sys.exit(main())
