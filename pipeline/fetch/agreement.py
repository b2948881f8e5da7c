"""When do two services say the same? Spelling, marks and abbreviations aside."""

import re
import unicodedata
from typing import Final

_MARK: Final = re.compile(
    r"^\W*(?:retracted|withdrawn|removed)(?:\s+(?:article|paper))?\s*[\]:\u2013\u2014-]+\s*", re.IGNORECASE
)
_SMALL: Final = frozenset({"the", "of", "and", "in", "for", "a", "an", "on", "de", "la", "der", "et"})


def unmarked(title: str) -> str:
    """A title without the mark that publishers put before retracted ones; the notice itself is kept apart."""
    return _MARK.sub("", title) or title


def words_of(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same letters; where spaces and hyphens stand does not matter."""
    return "".join(words_of(unmarked(one))) == "".join(words_of(unmarked(other)))


def names_agree(one: str, other: str) -> bool:
    """Whether two family names can be of one person: a part in common ("van der Berg", "Berg")."""
    return bool(set(words_of(one)) & set(words_of(other)))


def journals_agree(one: str, other: str) -> bool:
    """Whether two names are of one journal: the same words, or one an abbreviation of the other, or with a subtitle."""
    left, right = ([word for word in words_of(name) if word not in _SMALL] for name in (one, other))
    short, long = sorted((left, right), key=lambda words: (len(words), len("".join(words))))
    if not short:
        return False
    if "".join(short) in ("".join(word[0] for word in long), "".join(long)):
        return True
    return all(any(word.startswith(part) for word in long) for part in short) and long[0].startswith(short[0][:2])


def dates_agree(one: str, other: str) -> bool:
    """Whether two dates can be of one event of publication: online and print may lie a year apart, no more."""
    return abs(int(one[:4]) - int(other[:4])) <= 1
