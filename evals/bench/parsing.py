"""Peak memory of a parsing worker on a document of 120 pages, against one page: `python -m evals.bench.parsing`.

The document is made of the real papers beside the project, bound together; where they are missing, of pages of text
made here, which hold no pictures and few fonts, and say less.
"""

import asyncio
import io
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import pypdf
from reportlab.pdfgen.canvas import Canvas

from pipeline.models.source import MediaType
from pipeline.run.parse_pool import ParsePool
from pipeline.run.parse_workers import Document

PAGES: Final = 120
WANTED_MB: Final = 300
_PAIRS: Final = Path(__file__).parents[2] / "../shared/data/papers/pairs"


def main() -> int:
    """Print the figures; 1 where the worker took more than is wanted."""
    if not Path("/proc/self/status").exists():
        print("memory is read from /proc, which is not here")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one.pdf", Path(folder) / "many.pdf"
        one.write_bytes(_made(1))
        many.write_bytes(bound() if _PAIRS.is_dir() else _made(PAGES))
        bare, whole = measured(one), measured(many)
    figures = {"pages": PAGES, "real papers": _PAIRS.is_dir(), "one page": bare, "all pages": whole}
    print(json.dumps(figures))
    print(f"worker, peak resident on {PAGES} pages: {whole['resident MB']:.0f} MB (wanted: at most {WANTED_MB})")
    return int(whole["resident MB"] > WANTED_MB)


def measured(path: Path) -> dict[str, float]:
    """Parse one document in a worker of its own: seconds, and the worker's peaks in MB."""

    async def parse() -> dict[str, float]:
        pool = ParsePool(1, seconds=120, memory_mb=4_096)
        started = time.monotonic()
        parsed = await pool.parse(Document(path, MediaType.PDF, path.name))
        seconds = time.monotonic() - started
        peaks = [_peaks(pid) for pid in _descendants(os.getpid())]
        resident, space = max(peaks)
        return {"seconds": round(seconds, 2), "resident MB": resident, "address space MB": space,
                "characters": parsed.characters}  # fmt: skip

    return asyncio.run(parse())


def _descendants(pid: int) -> list[int]:
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found[1:]


def _parent(folder: Path) -> int:
    return int(_field(folder, "PPid"))


def _peaks(pid: int) -> tuple[float, float]:
    folder = Path("/proc") / str(pid)
    return float(_field(folder, "VmHWM")) / 1024, float(_field(folder, "VmPeak")) / 1024


def _field(folder: Path, name: str) -> str:
    """A number of a process; 0 where it has ended in the meantime."""
    try:
        lines = (folder / "status").read_text().splitlines()
    except OSError:
        return "0"
    return next((line.split()[1] for line in lines if line.startswith(f"{name}:")), "0")


def bound() -> bytes:
    """The first 120 pages of the real papers as one document."""
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    for path in sorted(_PAIRS.glob("*.pdf")):
        for page in pypdf.PdfReader(path).pages:
            if len(writer.pages) < PAGES:
                writer.add_page(page)
    writer.write(out)
    return out.getvalue()


def _made(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(pages):
        for line in range(60):
            canvas.drawString(50, 800 - 12 * line, f"Line {line} of page {page} tells how people with injuries stood.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
