"""Speed of `layline lint` on 1,000 pages of HTML on one core: `python -m evals.bench.linting`.

The baseline is selectolax (Lexbor, in C), which only parses the same pages and gives out their text. The target of 10 s
is for one core of 2026.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from evals.bench.process import Took, layline

PAGES: Final = 1_000
WANTED_SECONDS: Final = 10.0
_BAD_EVERY: Final = 50
_FINDINGS: Final = (
    "After {n} weeks, people in the standing group had {m} fewer leg spasms a day than people who only stretched.",
    "The difference was small, and {n} of {m} people could not say which exercise they had liked better.",
    "Sleep and mood were much the same in both groups, and nobody was hurt by study {n} in its {m} weeks.",
    "People who stood on most days ({n} in all) told the nurses that their legs felt looser on {m} mornings a month.",
)
_WORDS: Final = (
    "Spinal cord injury can lead to stiff muscles, and {n} in 100 are woken by spasms that come without warning.",
    "Researchers asked whether standing in a frame for {n} minutes on five days a week makes them less frequent.",
    "Chance decided who stood and who stretched, so that both groups were alike in their age of {m} years and more.",
    "Nurses who kept the {n} diaries did not know who belonged where, but those who took part did.",
    "Whether it lasts after the frame was given back is not known, because nobody came again after month {m}.",
)


def main() -> int:
    """Print the figures; 1 where the pages took longer than is wanted."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        written = write_pages(site, PAGES)
        _on_one_core()
        parsing = _parsing_alone(site)
        took, core = _cpu_seconds(lambda: layline(Path(folder), "lint", str(site), "--json"))
    found = json.loads(took.out)
    bad = sum(1 for target in found["targets"] if target["findings"])
    figures = {
        "pages": PAGES,
        "MB": round(written / 1e6, 1),
        "seconds": round(took.seconds, 2),
        "CPU seconds": round(core, 2),
        "pages with findings": bad,
        "selectolax alone, CPU seconds": round(parsing, 2),
        "ratio": round(core / parsing, 1),
        "peak MB": round(took.peak_mb),
    }
    print(json.dumps(figures))
    print(f"lint of {PAGES:,} pages: {core:.1f} s of one core (wanted: at most {WANTED_SECONDS:g})")
    return int(core > WANTED_SECONDS or bad != PAGES // _BAD_EVERY)


def write_pages(folder: Path, count: int) -> int:
    """Write so many different pages, one in fifty of them with a fault; the number of bytes in all."""
    folder.mkdir(parents=True)
    return sum((folder / f"page-{number:05}.html").write_text(page(number), "utf-8") for number in range(count))


def page(number: int) -> str:
    """A page as sites of research summaries have them: head, navigation, sections, JSON-LD, footer (some 14 kB)."""
    title = f"Standing and leg spasms, study {number}"
    linked = json.dumps({"@context": "https://schema.org", "@type": "Article", "headline": title,
                         "description": _WORDS[number % len(_WORDS)].format(n=number, m=number)}, indent=1)  # fmt: skip
    links = "".join(f'<li class="nav"><a href="/topic/{n}" title="Topic {n}">Topic {n}</a></li>\n' for n in range(40))
    sections = "\n".join(_section(number, part) for part in range(8))
    limits = "[object Object]" if number % _BAD_EVERY == 0 else "The study was small."
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="description" content="What study {number} found about standing and spasms.">
<style>body {{ font: 1rem/1.5 sans-serif; }} .nav {{ display: inline }}</style>
<script type="application/ld+json">{linked}</script></head>
<body><nav><ul>{links}</ul></nav>
<main><h1>{title}</h1>
{sections}
<h2>Limitations</h2><ul><li>{limits}</li></ul></main>
<footer><p>Written for patients and carers &amp; everybody else. &copy; 2026</p></footer></body></html>
"""


def _section(number: int, part: int) -> str:
    items = "".join(f"<li>{text}</li>\n" for text in _with_numbers(_FINDINGS, number, part))
    words = " ".join(_with_numbers(_WORDS, number, part))
    return f'<section class="part"><h2>Part {part} of study {number}</h2>\n<p>{words}</p>\n<ul>{items}</ul></section>'


def _with_numbers(texts: Sequence[str], number: int, part: int) -> Iterator[str]:
    for at, text in enumerate(texts):
        yield text.format(n=number % 90 + part + at + 2, m=number % 7 + 3 * part + 4)


def _cpu_seconds(run: Callable[[], Took]) -> tuple[Took, float]:
    """What a command took of its core, start-up included: what others do on the machine meanwhile is left out."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _on_one_core() -> None:
    """This process and the command that it starts share one core, where the system lets us say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _parsing_alone(site: Path) -> float:
    started = time.process_time()
    for file in sorted(site.iterdir()):
        assert LexborHTMLParser(file.read_bytes()).text()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
