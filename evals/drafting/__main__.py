"""`uv run python -m evals.drafting [COUNT]`: 2,000 drafts from a model that spoils its replies; prints what came."""

import sys
from pathlib import Path

from evals.drafting.trial import Tally, run
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document

_DATA = Path(__file__).parents[3] / "shared" / "data"


def papers(most: int = 60) -> list[Paper]:
    """Real papers beside the project, short enough to be drafted often; the samples where there are none."""
    files = sorted(_DATA.glob("papers/jats/*.xml")) or sorted(
        (Path(__file__).parents[2] / "data" / "raw").glob("*.xml")
    )
    read = (parse_document(path.read_bytes(), MediaType.JATS, path.name) for path in files)
    return [paper for paper in read if len(paper.text) < 80_000][:most]


def main(count: int = 2_000) -> int:
    """Print what came of the drafts; 1 where something did not come as it was to."""
    real, failed = papers(), 0
    for recipe in ("one-step", "two-step"):
        tally = run(real, count // 2, seed=11, recipe=recipe)
        _tell(recipe, tally)
        failed += len(tally.wrong)
    return int(failed > 0)


def _tell(recipe: str, tally: Tally) -> None:
    print(f"{recipe}: {tally.drafts} drafts, {tally.attempts} calls, each on record as the server counted it")
    print(
        f"  {len(tally.by_way)} ways of spoiling; repaired {tally.mended} of {tally.to_mend} that were to be repaired"
    )
    print(f"  {len(tally.wrong)} came otherwise than they were to")
    for line in tally.wrong[:20]:
        print(f"    {line}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000))
