"""Languages as ISO 639-1 writes them; MEDLINE writes three letters."""

from typing import Final

_THREE: Final = {
    "eng": "en", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "spa": "es", "ita": "it", "por": "pt",
    "chi": "zh", "zho": "zh", "jpn": "ja", "rus": "ru", "kor": "ko", "dut": "nl", "nld": "nl", "pol": "pl",
    "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "tur": "tr", "cze": "cs", "ces": "cs", "hun": "hu",
    "gre": "el", "ell": "el", "heb": "he", "ara": "ar", "per": "fa", "fas": "fa", "ukr": "uk", "hrv": "hr",
    "srp": "sr", "rum": "ro", "ron": "ro", "slo": "sk", "slk": "sk", "slv": "sl", "bul": "bg", "cat": "ca",
}  # fmt: skip
_NONE: Final = frozenset({"und", "mul", "zxx"})


def language_code(word: str | None) -> str | None:
    """`en` for `en`, `en-GB`, `eng`; three letters where there are no two; None for "undetermined" and the like."""
    first = (word or "").strip().lower().replace("_", "-").partition("-")[0]
    if not first.isascii() or not first.isalpha() or len(first) not in (2, 3) or first in _NONE:
        return None
    return _THREE.get(first, first)
