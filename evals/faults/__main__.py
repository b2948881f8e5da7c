"""`python -m evals.faults [--half odd|even|both] [--only NAME]... [--missed NAME]... [--alarms CHECK]...`."""

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from evals.faults import report
from evals.faults.measure import Outcome, measure
from evals.faults.papers import DATA, Half, articles


def main() -> int:
    asked = _arguments()
    if not DATA.is_dir():
        print(f"{DATA} is missing: nothing to plant faults into", file=sys.stderr)
        return 1
    started = time.perf_counter()
    outcome = Outcome()
    with ProcessPoolExecutor(2) as pool:
        for one in pool.map(partial(measure, names=frozenset(asked.only)), list(articles(asked.half)), chunksize=4):
            outcome.add(one)
    parts = [report.families(outcome), report.kinds(outcome), report.checks(outcome)]
    for part in parts:
        print("\n".join(part), end="\n\n")
    print("\n".join((*report.missed(outcome.trials, asked.missed), *report.raised(outcome.alarms, asked.alarms))))
    seconds = time.perf_counter() - started
    print(f"{len(outcome.trials)} faults in {outcome.summaries} summaries ({asked.half} half), {seconds:.0f} s")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.faults", description=__doc__)
    parser.add_argument("--half", type=Half, default=Half.ODD, choices=list(Half), help="even is for development")
    parser.add_argument("--only", action="append", default=[], help="a kind or a family of faults")
    parser.add_argument(
        "--missed", action="append", default=[], help="print what was missed of a kind, family or check"
    )
    parser.add_argument("--alarms", action="append", default=[], help="print a check's alarms in unspoiled summaries")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
