"""Quotes cut from real papers: spoiled by typography they are found, with another meaning they are refused."""

import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document
from pipeline.text.quotes import QuoteIndex

LIGATURES = {"ffi": "\ufb03", "fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00"}
MARKER = re.compile(r"\s?\[\d{1,3}(?:[,\u2013-]\s?\d{1,3})*\]")
UNITS = ("mg", "kg", "ml", "mm", "cm", "ms", "%", "weeks", "days", "months", "years", "hours", "Hz", "mM", "min")
NEGATIONS = ((r"\bnot ", ""), (r"\bno ", "some "), (r"\bwas ", "was not "), (r"\bwere ", "were not "))
NAMES = ("Smith", "London", "Aspirin", "Parkinson")


@pytest.fixture(scope="module")
def papers() -> list[tuple[str, QuoteIndex]]:
    folder = Path(__file__).parents[2] / "../shared/data/papers"
    if not folder.is_dir():
        pytest.skip("the folder shared/data/papers beside the project is not here")
    files = sorted(folder.glob("*/*.xml"))[::3]
    parsed = (parse_document(file.read_bytes(), MediaType.JATS, file.name) for file in files)
    return [
        (
            paper.text,
            QuoteIndex(
                paper.text, [(c.start, c.end) for s in paper.sections for p in s.paragraphs for c in p.citations]
            ),
        )
        for paper in parsed
        if len(paper.text) > 5_000
    ]


def quotes(papers: list[tuple[str, QuoteIndex]], chance: random.Random) -> Iterator[tuple[str, str, QuoteIndex]]:
    while True:
        text, index = chance.choice(papers)
        start = text.find(" ", chance.randrange(len(text) - 400)) + 1
        end = text.find(" ", start + chance.randint(40, 250))
        quote = text[start:end].strip()
        if len(quote.split()) >= 5:
            yield quote, text, index


def mangled(quote: str, chance: random.Random) -> str:
    match chance.choice(["breaks", "hyphens", "ligatures", "dashes", "quotation", "citations"]):
        case "breaks":
            return "".join("\n" if c == " " and chance.random() < 0.2 else c for c in quote)
        case "hyphens":
            return re.sub(
                r"([a-z]{3})([a-z]{3})", lambda m: "-\n".join(m.groups()) if chance.random() < 0.1 else m.group(), quote
            )
        case "ligatures":
            return re.sub("ffi|fi|fl|ff", lambda m: LIGATURES[m.group()], quote)
        case "dashes":
            return re.sub("[-\u2013\u2014]", lambda _: chance.choice("-\u2013\u2014\u2010\u2011"), quote)
        case "quotation":
            return quote.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')
        case _:
            return MARKER.sub("", quote)


def changed(quote: str, chance: random.Random) -> str:
    kind = chance.choice(["digit", "unit", "negation", "name"])
    if kind == "digit" and (digits := [at for at, c in enumerate(quote) if c in "0123456789"]):
        at = chance.choice(digits)
        return quote[:at] + chance.choice([d for d in "0123456789" if d != quote[at]]) + quote[at + 1 :]
    if kind == "unit" and (unit := re.search(rf"(?<=\d)\s?({'|'.join(UNITS)})(?![A-Za-z])", quote)):
        return quote[: unit.start(1)] + chance.choice([u for u in UNITS if u != unit.group(1)]) + quote[unit.end(1) :]
    if kind == "name" and (name := re.search(r"\b[A-Z][a-z]{3,}\b", quote)):
        return quote[: name.start()] + chance.choice(NAMES) + quote[name.end() :]
    form, other = chance.choice(NEGATIONS)
    return re.sub(form, other, quote, count=1)


def test_real_quotes_with_other_typography_are_located_quickly(papers) -> None:
    chance, missed, times = random.Random(5), [], []
    for number, (quote, _, index) in enumerate(quotes(papers, chance)):
        if number == 1_500:
            break
        started = time.perf_counter()
        spoiled = mangled(quote, chance)
        if index.locate(spoiled) is None:
            missed.append(spoiled)
        times.append(time.perf_counter() - started)
    assert len(missed) <= 7, missed
    assert median(times) < 0.005


def test_real_quotes_with_another_meaning_are_refused(papers) -> None:
    chance, tried, accepted = random.Random(6), 0, []
    for quote, text, index in quotes(papers, chance):
        other = changed(quote, chance)
        if other == quote or other in text:
            continue
        tried += 1
        if index.locate(other) is not None:
            accepted.append((quote, other))
        if tried == 1_500:
            break
    assert accepted == []
