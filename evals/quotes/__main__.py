"""`uv run python -m evals.quotes`: true quotes are located, altered ones refused, and how long it takes.

Wanted: at least 0.995 of the true quotes located, every altered one refused, 5 ms in the median for locating one in a
paper of about 100,000 characters.
"""

import argparse
import logging
import random
import sys
from collections import defaultdict
from typing import Final

from evals.quotes.crossed import crossed_quotes
from evals.quotes.papers import SHARED, Quotable, quotables
from evals.quotes.timing import print_times
from evals.quotes.trials import Tried, altered_quotes, true_quotes

WANTED_LOCATED: Final = 0.995
WANTED_MS: Final = 5.0


def print_table(title: str, tried: list[Tried], wanted: bool) -> None:
    """One line for each kind: the share that ended as wanted, in each form, and of the held-out half."""
    rows: dict[str, list[Tried]] = defaultdict(list)
    for one in tried:
        for row in (one.kind, f"from {one.cut.place}", "all"):
            rows[row].append(one)
    columns = {
        "all": lambda t: t.kind != "",
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


def print_crossed(sources: list[Quotable], count: int, chance: random.Random) -> None:
    """Quotes as other readers give the same papers; no figure is wanted, since their own faults count as well."""
    ended: dict[str, list[bool]] = defaultdict(list)
    missed: list[str] = []
    for name, target, quote in crossed_quotes(sources, count, chance):
        ended[name].append(target.index.locate(quote) is not None)
        if not ended[name][-1]:
            missed.append(f"  {name} {target.name} ({target.half}): {quote!r}")
    print("\nquotes as another reader gives them: located")
    for name in sorted(ended):
        print(f"{name:28}{_share(ended[name]):>8} of {len(ended[name])}")
    print(*missed, sep="\n")


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
    print_crossed(sources, options.count // 100, random.Random(options.seed))
    median = print_times([(t.cut.source, t.spoiled) for t in (*true, *altered)])
    located = sum(t.located for t in true) / len(true)
    return int(located < WANTED_LOCATED or any(t.located for t in altered) or median > WANTED_MS)


def measured(sources: list[Quotable], count: int, seed: int) -> tuple[list[Tried], list[Tried]]:
    """True and altered quotes, half of each from either form."""
    true: list[Tried] = []
    altered: list[Tried] = []
    for number, form in enumerate(("jats", "pdf")):
        chosen = [source for source in sources if source.form == form]
        true += true_quotes(chosen, count // 2, random.Random(2 * seed + number))
        altered += altered_quotes(chosen, count // 2, random.Random(2 * seed + number + 1_000_000))
    return true, altered


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.quotes", description=__doc__)
    parser.add_argument("--count", type=int, default=5_100, help="how many of each; rare kinds come short")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", choices=("both", "even", "odd"), default="both", help="`odd` is held out")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
