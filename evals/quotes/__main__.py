"""`uv run python -m evals.quotes`: true quotes are located, altered ones refused, and how long it takes.

Wanted: at least 0.995 of the true quotes located, every altered one refused, 5 ms in the median for locating one in a
paper of about 100,000 characters.
"""

import argparse
import logging
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evals.quotes.altered import ALTERATIONS
from evals.quotes.cuts import Cut, cuts
from evals.quotes.papers import SHARED, Quotable, plain, quotables
from evals.quotes.spoiled import SPOILERS, uncited
from evals.quotes.timing import print_times

WANTED_LOCATED: Final = 0.995
WANTED_MS: Final = 5.0


@dataclass(frozen=True)
class Tried:
    """One quote that was looked for."""

    cut: Cut
    kind: str
    quote: str
    spoiled: str
    located: bool

    @property
    def source(self) -> Quotable:
        return self.cut.source


def true_quotes(sources: list[Quotable], count: int, chance: random.Random) -> Iterator[Tried]:
    """True quotes with each kind of typography in turn."""
    kinds = [*SPOILERS, "citation markers dropped"]
    wanted = Counter({kind: -(-count // len(kinds)) for kind in kinds})
    for cut in cuts(sources, chance):
        kind = "citation markers dropped" if cut.markers and +wanted["citation markers dropped"] else None
        kind = kind if kind and wanted[kind] else next((k for k in _shuffled(SPOILERS, chance) if wanted[k]), None)
        if kind is None and not +wanted:
            return
        quote = spoiled(cut, kind, chance) if kind else None
        if quote is None or kind is None:
            continue
        wanted[kind] -= 1
        yield Tried(cut, kind, cut.text, quote, cut.source.index.locate(quote) is not None)


def spoiled(cut: Cut, kind: str, chance: random.Random) -> str | None:
    """The quote with this typography; None where it has nothing that could be spoiled in this way."""
    quote = uncited(cut, chance) if kind == "citation markers dropped" else SPOILERS[kind](cut.text, chance)
    return quote if kind == "as it stands" or (quote != cut.text and len(quote.split()) >= 4) else None


def altered_quotes(sources: list[Quotable], count: int, chance: random.Random) -> Iterator[Tried]:
    """Quotes with another meaning, each kind in turn; every other one with other typography on top."""
    wanted = Counter({kind: -(-count // len(ALTERATIONS)) for kind in ALTERATIONS})
    typography = [kind for kind in SPOILERS if kind not in ("as it stands", "case")]
    idle = 0
    for cut in cuts(sources, chance):
        made = ((kind, ALTERATIONS[kind](cut, chance)) for kind in _shuffled(wanted, chance) if wanted[kind] > 0)
        kind, quote = next(((k, q) for k, q in made if q and not is_elsewhere(q, k, cut.source)), ("", ""))
        idle = 0 if kind else idle + 1
        if not +wanted or idle > 20_000:
            return
        if kind:
            wanted[kind] -= 1
            other = SPOILERS[chance.choice(typography)](quote, chance) if chance.random() < 0.5 else quote
            yield Tried(cut, kind, quote, other, cut.source.index.locate(other) is not None)


def is_elsewhere(quote: str, kind: str, source: Quotable) -> bool:
    """Whether an altered quote happens to stand in the paper, but for white space and, unless that was altered, case."""
    if kind == "unit in other case":
        return " ".join(quote.split()) in " ".join(source.text.split())
    return plain(quote) in source.plain_text


def _shuffled(kinds: dict[str, object] | Counter[str], chance: random.Random) -> list[str]:
    return chance.sample(list(kinds), len(kinds))


def print_table(title: str, tried: list[Tried], wanted: bool) -> None:
    """One line for each kind: the share that ended as wanted, in each form, and of the held-out half."""
    rows: dict[str, list[Tried]] = defaultdict(list)
    for one in tried:
        for row in (one.kind, f"from {one.cut.place}", "all"):
            rows[row].append(one)
    columns = {
        "all": lambda t: True,
        "jats": lambda t: t.cut.source.form == "jats",
        "pdf": lambda t: t.cut.source.form == "pdf",
        "even": lambda t: t.cut.source.half == "even",
        "odd": lambda t: t.cut.source.half == "odd",
    }
    print(f"\n{title:28}" + "".join(f"{name:>16}" for name in columns))
    for name in sorted(rows, key=lambda row: (row == "all", row.startswith("from "), row)):
        cells = [[t.located == wanted for t in rows[name] if among(t)] for among in columns.values()]
        print(f"{name:28}" + "".join(f"{_share(cell):>8} of {len(cell):<5}" for cell in cells))


def _share(ended: list[bool]) -> str:
    return f"{sum(ended) / len(ended):.4f}" if ended else "-"


def print_failures(tried: list[Tried], wanted: bool) -> None:
    """Every quote that ended otherwise, with its paper and kind; both texts where it was altered."""
    for one in tried:
        if one.located != wanted:
            source = one.cut.source
            print(f"  {source.form} {source.name} ({source.half}) at {one.cut.start}, {one.kind}: {one.spoiled!r}")
            print(f"      stands as {one.cut.text!r}")


def main() -> int:
    """Print every figure; 1 where one is not as wanted."""
    options = _options()
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    if not SHARED.is_dir():
        print(f"{SHARED} is missing: nothing to measure on", file=sys.stderr)
        return 1
    sources = [s for s in quotables() if options.half in ("both", s.half)]
    true, altered = measured(sources, options.count, options.seed)
    print_table("true: located", true, wanted=True)
    print_failures(true, wanted=True)
    print_table("altered: refused", altered, wanted=False)
    print_failures(altered, wanted=False)
    median = print_times([*true, *altered])
    located = sum(t.located for t in true) / len(true)
    return int(located < WANTED_LOCATED or any(t.located for t in altered) or median > WANTED_MS)


def measured(sources: list[Quotable], count: int, seed: int) -> tuple[list[Tried], list[Tried]]:
    """True and altered quotes, half of each from either form."""
    true, altered = [], []
    for number, form in enumerate(("jats", "pdf")):
        chosen = [source for source in sources if source.form == form]
        true += true_quotes(chosen, count // 2, random.Random(2 * seed + number))
        altered += altered_quotes(chosen, count // 2, random.Random(2 * seed + number + 1_000_000))
    return true, altered


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.quotes", description=__doc__)
    parser.add_argument("--count", type=int, default=5_000, help="how many of each (default 5000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", choices=("both", "even", "odd"), default="both", help="`odd` is held out")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
