"""How long locating a quote takes in long papers, beside a plain search in the folded text."""

import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import Final

from evals.quotes.papers import Quotable
from pipeline.text.folding import fold, fold_quote
from pipeline.text.quotes import QuoteIndex

LONG: Final = range(80_000, 125_000)
"""Characters of a paper that counts as one of about 100,000."""


Looked = tuple[Quotable, str]
"""A quote and the paper that it is looked for in."""


def print_times(tried: Sequence[Looked]) -> float:
    """Print median and 99th percentile in ms, and give the median of locating."""
    long = [(source, quote) for source, quote in tried if len(source.text) in LONG]
    sources = list({source for source, _ in long})
    folded = {source.name: fold(source.text).text for source in sources}
    ours = [_ms(source.index.locate, quote) for source, quote in long]
    plain = [_ms(lambda text, q: text.find(fold_quote(q)[0]), folded[source.name], quote) for source, quote in long]
    ready = [_ms(_first, source) for source in sources]
    print(f"\ntimes in {len(sources)} papers of {LONG.start:,} to {LONG.stop:,} characters, {len(long)} quotes")
    for name, times in (("locate", ours), ("str.find, folded", plain), ("index, first quote", ready)):
        print(f"{name:20} median {median(times):7.3f} ms   p99 {_p99(times):7.3f} ms")
    print(f"{'ratio of medians':20} {median(ours) / median(plain):.2f} (locate / str.find in the folded text)")
    return median(ours)


def _first(source: Quotable) -> None:
    """An index made, and one quote looked for that is not there."""
    QuoteIndex(source.text, source.markers).locate("no such words stand here")


def _ms(action: Callable[..., object], *given: object) -> float:
    started = time.perf_counter()
    action(*given)
    return (time.perf_counter() - started) * 1_000


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100)[98] if len(times) > 1 else times[0]
