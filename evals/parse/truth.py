"""What an article really says, read from its JATS by means that share nothing with the parser under test."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from evals.parse.words import key

_NOT_TEXT = ("tex-math", "object-id", "graphic")
_FLOATS = {"fig", "table-wrap", "fig-group", "table-wrap-group", "supplementary-material", "boxed-text"}
_KINDS = (
    ("discussion", re.compile(r"discussion|comment$")),
    ("results", re.compile(r"results?$|^results?|findings")),
    ("methods", re.compile(r"method|experimental|procedures|materials")),
    ("conclusion", re.compile(r"^conclu|concluding")),
)


@dataclass
class Passage:
    """A paragraph with the kinds that its section may rightly be given."""

    text: str
    kinds: frozenset[str]


@dataclass
class Truth:
    """An article by parts."""

    title: str = ""
    doi: str = ""
    licensed: bool = False
    body: list[Passage] = field(default_factory=list)
    abstract: list[Passage] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    optional_headings: set[str] = field(default_factory=set)
    everything: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)


def read_truth(path: Path) -> Truth:
    """The truth about the article at `path`."""
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)).getroot()
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    for element in list(root.iter(*_NOT_TEXT)):
        _remove(element)
    return _truth(root)


def _remove(element: Any) -> None:
    parent, tail = element.getparent(), element.tail or ""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _text(element: Any) -> str:
    return " ".join("".join(part for part in element.itertext() if isinstance(part, str)).split())


def _spaced(element: Any) -> str:
    """Text of a container whose parts are not one sentence."""
    return " ".join(part.strip() for part in element.itertext() if isinstance(part, str) and part.strip())


def _truth(root: Any) -> Truth:
    meta = root.find("front/article-meta")
    truth = Truth(title=_text(meta.find("title-group/article-title")))
    truth.doi = next((_text(e).lower() for e in meta.findall("article-id") if e.get("pub-id-type") == "doi"), "")
    truth.licensed = meta.find("permissions/license") is not None
    for abstract in meta.findall("abstract"):
        kind = frozenset({"abstract"}) if not abstract.get("abstract-type") else frozenset[str]()
        truth.abstract += [Passage(_text(p), kind) for p in abstract.iter("p")]
        truth.optional_headings |= {key(_text(t)) for t in abstract.iter("title")} | {"abstract"}
    body = root.find("body")
    if body is not None:
        _read_body(body, truth)
    for title in root.findall("back//title"):
        truth.optional_headings.add(key(_text(title)))
    _everything(root, truth)
    return truth


def _read_body(body: Any, truth: Truth) -> None:
    for paragraph in body.iter("p"):
        if not any(a.tag in _FLOATS for a in paragraph.iterancestors()):
            truth.body.append(Passage(_without_floats(paragraph), _kinds(paragraph)))
    for section in body.iter("sec"):
        title = section.find("title")
        if title is not None and _text(title):
            truth.headings.append(key(_text(title)))
    for table in body.getroottree().getroot().iter("table"):
        rows = [[_text(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
        truth.tables.append([[cell for cell in row if key(cell)] for row in rows])


def _without_floats(paragraph: Any) -> str:
    parts = [paragraph.text or ""]
    for child in paragraph:
        apart = not isinstance(child.tag, str) or child.tag in _FLOATS or next(child.iter("p"), None) is not None
        if not apart:
            parts.append("".join(t for t in child.itertext() if isinstance(t, str)))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _kinds(paragraph: Any) -> frozenset[str]:
    sections = list(paragraph.iterancestors("sec"))
    for section in reversed(sections[-1:]):
        title = section.find("title")
        words = re.sub(r"^[\d. ]+", "", key(_text(title)) if title is not None else "")
        found = {kind for kind, cue in _KINDS if cue.search(words)}
        if found:
            return frozenset(found | ({"limitations", "conclusion"} if "discussion" in found else set()))
    return frozenset()


def _everything(root: Any, truth: Truth) -> None:
    front = root.find("front")
    truth.everything.append(_spaced(front))
    truth.everything += [_text(p) for p in front.iter("p")]
    for part in ("body", "back", "floats-group"):
        for element in root.findall(part):
            truth.everything += [_text(p) for p in element.iter("p")]
            truth.everything.append(_spaced_without_references(element))


def _spaced_without_references(element: Any) -> str:
    for references in list(element.iter("ref-list")):
        _remove(references)
    return _spaced(element)
