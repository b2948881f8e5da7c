"""Raised figures and letters as characters of their own: `10⁶` must not become `106`."""

from typing import Final

_SUPERSCRIPTS: Final = str.maketrans("0123456789+-\u2212\u2013=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
_RAISABLE: Final = frozenset("0123456789+-\u2212\u2013")
_LETTERS: Final = dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))


def raised(text: str) -> str | None:
    """`text` in superscript characters, where it is an exponent (`-6`) or one letter; else None."""
    if text and len(text) <= 6 and _RAISABLE.issuperset(text):
        return text.translate(_SUPERSCRIPTS)
    return _LETTERS.get(text)
