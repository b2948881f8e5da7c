"""Exports of what was spoiled after its approval: `python -m evals.spoiled [N] [--seed S]`.

Every way of spoiling is tried in every format that it concerns, in turn, until N exports are made (2,000 unless said
otherwise). After each, an oracle that shares nothing with the gate looks at every byte on disk. `refused`: the page was
refused with page, place and cause, and its sound neighbours left. `nothing written`: the export stopped as a whole and
left everything as it was. `wrong`: anything else. Ends with 1 where anything was wrong.
"""

import argparse
import sys
from collections import Counter

from evals.spoiled.trial import WAYS, run
from evals.spoiled.way import FORMATS


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.spoiled", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    tally = run(asked.count, asked.seed)
    print(f"{'refused/nothing written/wrong':40}" + "".join(f"{name:>12}" for name in FORMATS))
    for way in WAYS:
        print(f"{way.name:40}" + "".join(f"{_cell(tally.ends.get((way.name, name))):>12}" for name in FORMATS))
    total = sum(tally.ends.values(), Counter[str]())
    print(f"{sum(total.values())} exports: {', '.join(f'{count} {end}' for end, count in total.most_common())}")
    print("\n".join(tally.wrong[:50]))
    return int(bool(tally.wrong))


def _cell(ends: Counter[str] | None) -> str:
    return "/".join(str(ends[end]) for end in ("refused", "nothing written", "wrong")) if ends else ""


if __name__ == "__main__":
    sys.exit(main())
