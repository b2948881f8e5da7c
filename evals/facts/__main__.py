"""`python -m evals.facts`: how often each fact is right, not found or wrong, and each that is not right.

Of the held-out papers the rates alone are printed: who sees which papers fail begins to work on them.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from evals.facts.ablation import Left, measure_without
from evals.facts.label import Label, read_labels
from evals.facts.measure import RIGHT, WRONG, falls_short, measure, rates
from evals.facts.parts import SHARED, Part, Reader, find_papers, folders, labels_of
from evals.facts.verdicts import OF_THE_CORD, Judged, Verdict


def main() -> int:
    """Measure and print; 1 where papers or labels are missing."""
    asked = _arguments()
    labels, papers = _labels(asked), _papers(asked)
    there = [label for label in labels if label.id in papers]
    if not there:
        print(f"none of the {len(labels)} labelled papers is there: nothing to measure on", file=sys.stderr)
        return 1
    judged = list(measure_without(asked.without, there, papers) if asked.without else measure(there, papers))
    told = [] if _rates_alone(asked) else judged
    if asked.json:
        print(json.dumps({"papers": len(there), "rates": rates(judged), "facts": [asdict(each) for each in told]}))
    else:
        _print_failures(told)
        _print_rates(judged, f"{len(there)} papers of {len(labels)} labelled")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.facts", description=__doc__)
    parser.add_argument(
        "--part", type=Part, choices=Part, nargs="+", default=[Part.DEVELOPMENT], help="one or several, taken together"
    )
    parser.add_argument("--reader", type=Reader, choices=Reader, default=Reader.FIRST, help="second: of held_out alone")
    parser.add_argument("--labels", type=Path, help="labels of other papers; with --papers")
    parser.add_argument("--papers", type=Path, help=f"the folder in which they lie (else in {SHARED.parent.name!r})")
    parser.add_argument("--format", choices=("jats", "pdf"), default="jats", help="which files to read")
    parser.add_argument("--rates", action="store_true", help="no single paper; always so with held-out papers")
    parser.add_argument(
        "--without", type=Left, choices=Left, help="a part that is taken out of each paper; proof: each fact's quote"
    )
    parser.add_argument("--json", action="store_true", help="everything, for programs")
    return parser.parse_args()


def _labels(asked: argparse.Namespace) -> list[Label]:
    files = [asked.labels] if asked.labels else [labels_of(part, asked.reader) for part in asked.part]
    return [label for file in files for label in read_labels(file)]


def _rates_alone(asked: argparse.Namespace) -> bool:
    return asked.rates or (asked.labels is None and Part.HELD_OUT in asked.part)


def _papers(asked: argparse.Namespace) -> dict[str, Path]:
    places = [asked.papers] if asked.papers else folders()
    suffixes = (".pdf",) if asked.format == "pdf" else (".xml", ".nxml")
    return {name: path for suffix in suffixes for name, path in find_papers(places, suffix).items()}


def _print_failures(judged: list[Judged]) -> None:
    for each in judged:
        if each.verdict is not Verdict.RIGHT:
            print(f"{each.fact}: {each.verdict} in {each.paper}: label {each.label}; given {each.given or 'nothing'}")
            if each.quote:
                print(f"    {' '.join(each.quote.split())[:300]}")


def _print_rates(judged: list[Judged], of_what: str) -> None:
    print(f"\n{of_what}")
    print(f"{'':18}{'right':>8}{'not found':>11}{'wrong':>8}   at least right (wrong at most {WRONG:.2f})")
    for fact, shares in rates(judged).items():
        bar = f"{RIGHT[fact]:.2f}" if fact in RIGHT else "-"
        cells = "".join(f"{shares[verdict]:{width}.3f}" for verdict, width in zip(Verdict, (8, 11, 8), strict=True))
        of = f"  of {sum(each.fact == fact for each in judged)} on the spinal cord" if fact in OF_THE_CORD else ""
        print(f"{fact:18}{cells}   {bar}{'  FALLS SHORT' if falls_short(fact, shares) else ''}{of}")


if __name__ == "__main__":
    sys.exit(main())
