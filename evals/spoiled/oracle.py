"""Looks at every byte on disk, by itself: nothing here is shared with the gate, its checks or its readers."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from lxml import html as lxml_html

from evals.spoiled.way import MARK, OTHER_NUMBER

_SIGNS: Final = (
    *(MARK, "layline.another", "[object", "undefined", "object at 0x", "built-in method"),
    *("Statement(", "Part(", "Proof(", "Claim(", "{'", "['", '{"text"', "{{", "}}"),
)
"""What only a spoiled page prints."""
_OTHER_NUMBER: Final = re.compile(rf"(?<![\w.]){OTHER_NUMBER}(?![\da-f])")
"""As a number of its own, not as digits of a SHA-256 or of a fraction of a second."""
Files = Mapping[str, bytes]


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file on disk, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spoiled_on_disk(files: Files, before: Files, originals: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    """What stands on disk that was not approved so. `originals` are the approved summaries by DOI.

    A file that stood there before with the same bytes is what was approved then.
    """
    for name, data in files.items():
        if before.get(name) == data or name.endswith((".js", ".css", ".xml", ".layline-export.json")):
            continue
        try:
            texts = list(_texts(name, data))
        except ValueError as error:
            yield f"{name}: cannot be read: {error}"
            continue
        yield from (f"{name}: {sign}" for sign in _signs(texts))
        if (doi := _doi_of(name, originals)) is not None:
            shown = _bare(" ".join(texts))
            yield from (f"{name}: lacks {text!r}" for text in _approved(originals[doi]) if _bare(text) not in shown)
        if name.endswith(".json") and "papers" not in name and doi is not None:
            yield from _other_values(name, json.loads(data), originals[doi])


def _signs(texts: Sequence[str]) -> Iterator[str]:
    yield from (sign for sign in _SIGNS if any(sign in text for text in texts))
    if any(map(_OTHER_NUMBER.search, texts)):
        yield OTHER_NUMBER


def _doi_of(name: str, originals: Mapping[str, object]) -> str | None:
    return next((doi for doi in originals if Path(name).stem == doi.replace("/", "_")), None)


def _texts(name: str, data: bytes) -> Iterator[str]:
    text = data.decode("utf-8")
    if name.endswith(".html"):
        tree = lxml_html.document_fromstring(text.encode())
        for raw in tree.xpath("//script|//style|//comment()"):
            yield from _leaves(json.loads(raw.text)) if raw.get("type") == "application/ld+json" else ()
            raw.drop_tree()
        yield str(tree.find("body").text_content())
        yield from map(str, tree.xpath("//meta/@content|//title/text()"))
    elif name.endswith(".json"):
        yield from _leaves(json.loads(text))
    elif name.endswith(".md"):
        yield html.unescape(re.sub(r"\\([^\w\s])", r"\1", text))
    else:
        yield text.replace("{{", "").replace("}}", "") if name.endswith(".bib") else text


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _leaves(child)


def _approved(summary: object, key: str = "") -> Iterator[str]:
    if isinstance(summary, str) and key in ("text", "quote", "plain_title", "term", "plain"):
        yield summary
    elif isinstance(summary, dict):
        for name, child in summary.items():
            if name in _TOLD:
                yield from _approved(child, name)
    elif isinstance(summary, list):
        for child in summary:
            yield from _approved(child, key)


_TOLD: Final = frozenset(
    str.split(
        "text quote plain_title term plain evidence key_messages simple_explanation key_findings research_summary"
        " practical_implications clinical_practice policy future_research people_living_with_sci limitations"
        " what_this_does_not_mean harms glossary"
    )
)


def _other_values(name: str, page: dict[str, Any], original: dict[str, Any]) -> Iterator[str]:
    if page.get("summary") != original:
        yield f"{name}: another summary than was approved"
    told = [claim["text"] for claim in original["limitations"]]
    if page.get("display", {}).get("limitations") != told:
        yield f"{name}: another display form than was approved"


def _bare(text: str) -> str:
    return re.sub(r"[\s*_`#>-]+", "", text)
