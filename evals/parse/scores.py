"""How well a reading matches the truth."""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from evals.parse.truth import Truth
from evals.parse.words import counted, grams, key, share, words
from pipeline.models.paper import Paper

_NUMBER = re.compile(r"^(?:\d+ )+")


def recall(truth: Truth, text: str) -> float:
    """Share of the body's 4-grams that the reading has."""
    return share(counted(p.text for p in truth.body), counted([text]))


def precision(truth: Truth, texts: Iterable[str]) -> float:
    """Share of the reading's 4-grams that the article has anywhere but in its references."""
    everything = set(counted([*truth.everything, *(p.text for p in truth.body)]))
    read = counted(texts)
    total = sum(read.values())
    return sum(n for gram, n in read.items() if gram in everything) / total if total else 0.0


def order(truth: Truth, text: str) -> float:
    """Share of neighbouring paragraphs of the truth that follow each other in the reading."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, gram in enumerate(grams(words(text))):
        places[gram].append(index)
    found = [place for p in truth.body if (place := _place(p.text, places)) is not None]
    pairs = list(pairwise(found))
    return sum(a < b for a, b in pairs) / len(pairs) if pairs else 1.0


def _place(text: str, places: dict[tuple[str, ...], list[int]]) -> float | None:
    own = [places[gram][0] for gram in grams(words(text)) if len(places.get(gram, ())) == 1]
    return median(own) if len(own) >= 3 else None


def headings(truth: Truth, paper: Paper) -> tuple[int, int, int]:
    """(found, in the truth, in the reading), numbering aside; titles outside `sec` count neither way."""
    real = Counter(_bare(h) for h in truth.headings)
    optional = {_bare(h) for h in truth.optional_headings}
    read = Counter(_bare(key(s.heading)) for s in paper.sections if s.heading)
    hits = sum((real & read).values())
    extra = sum(n for h, n in (read - real).items() if h not in optional)
    return hits, sum(real.values()), hits + extra


def _bare(heading: str) -> str:
    return _NUMBER.sub("", heading)


def kinds(truth: Truth, paper: Paper) -> tuple[float, float]:
    """(characters of the right kind, characters found) over abstract, methods, results, discussion, conclusion."""
    where: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for section in paper.sections:
        for paragraph in section.paragraphs:
            for gram in grams(words(paragraph.text)):
                where[gram].add(section.kind.value)
    right = total = 0.0
    for passage in [*truth.abstract, *truth.body]:
        own = [where[gram] for gram in grams(words(passage.text)) if gram in where]
        if passage.kinds and own:
            total += len(passage.text)
            right += len(passage.text) * sum(bool(k & passage.kinds) for k in own) / len(own)
    return right, total


def title_found(truth: Truth, paper: Paper) -> float:
    """How alike the titles are, 0 to 1."""
    return difflib.SequenceMatcher(None, key(truth.title), key(paper.metadata.title or "")).ratio()


def cells(truth: Truth, paper: Paper) -> tuple[int, int, int, int]:
    """(truth cells found, truth cells, our cells that hold two truth cells, our cells)."""
    real = Counter(key(cell) for table in truth.tables for row in table for cell in row)
    read = Counter(k for t in paper.tables for row in (*t.header, *t.rows) for cell in row if (k := key(cell)))
    twos = {f" {key(a)} {key(b)} " for t in truth.tables for row in t for a, b in pairwise(row)}
    merged = sum(n for cell, n in read.items() if cell not in real and any(two in f" {cell} " for two in twos))
    return sum((real & read).values()), sum(real.values()), merged, sum(read.values())
