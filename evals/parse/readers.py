"""The readers that are measured: ours and what an editor could install with one command."""

import importlib
import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

Reader = Callable[[Path], str]


def pdfium_plain(path: Path) -> str:
    """pypdfium2's plain text, page by page."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
    document.close()
    return "\n".join(texts)


def pypdf_plain(path: Path) -> str:
    """Pypdf's plain text."""
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def pdfminer_plain(path: Path) -> str:
    """pdfminer.six with its layout analysis."""
    return str(importlib.import_module("pdfminer.high_level").extract_text(str(path)))


def pdftotext_plain(path: Path) -> str:
    """Poppler's pdftotext in reading order."""
    return subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout


def readers() -> dict[str, Reader | None]:
    """By name; None where a tool is not installed."""
    return {
        "pypdf": pypdf_plain,
        "pypdfium2": pdfium_plain,
        "pdfminer.six": pdfminer_plain if importlib.util.find_spec("pdfminer") else None,
        "pdftotext": pdftotext_plain if shutil.which("pdftotext") else None,
    }
