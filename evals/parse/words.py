"""Words and word sequences, the coin in which texts are compared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
Gram = tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of `text`, compatibility-folded and in lower case."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).replace("\u00ad", "").lower())


def grams(tokens: list[str], n: int = 4) -> list[Gram]:
    """All runs of `n` words."""
    return list(zip(*(tokens[i:] for i in range(n)), strict=False))


def counted(texts: Iterable[str]) -> Counter[Gram]:
    """The 4-grams of texts, none across the border of two."""
    return Counter(gram for text in texts for gram in grams(words(text)))


def share(part: Counter[Gram], whole: Counter[Gram]) -> float:
    """How much of `part` stands in `whole`; 1.0 where there is nothing to find."""
    total = sum(part.values())
    return sum((part & whole).values()) / total if total else 1.0


def key(text: str) -> str:
    """A text as the string of its words."""
    return " ".join(words(text))
