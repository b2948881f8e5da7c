"""Makes any number of different papers out of the project's fictional JATS sample."""

from pathlib import Path
from typing import Final

SAMPLE: Final = Path(__file__).parents[2] / "data" / "raw" / "fictional-standing-trial.xml"
_DOI: Final = "10.5555/layline.sample.0001"
_TITLE: Final = "Supported standing and leg spasms"
_BODY: Final = "<p>We wanted to find out"


def write_papers(folder: Path, count: int, *, paragraphs: int = 0) -> None:
    """Write `count` papers, each with a DOI and title of its own; `paragraphs` more make them longer (0.4 kB each)."""
    folder.mkdir(parents=True, exist_ok=True)
    sample = SAMPLE.read_text("utf-8")
    for number in range(count):
        text = sample.replace(_DOI, f"10.5555/layline.bench.{number:05}").replace(_TITLE, f"{_TITLE}, study {number}")
        more = "".join(_paragraph(number, position) for position in range(paragraphs))
        (folder / f"paper-{number:05}.xml").write_text(text.replace(_BODY, more + _BODY), "utf-8")


def _paragraph(number: int, position: int) -> str:
    return (
        f"<p>Earlier study {position} of series {number} followed {20 + position} adults with spinal cord injury for "
        f"{4 + position % 20} weeks and counted their leg spasms in diaries. It had no comparison group, and its "
        "authors asked for trials in which chance decides who stands and who stretches. Other authors have said the "
        "same, and have added that the diaries should be kept by people who do not know the groups, where that can be "
        "done.</p>"
    )
