"""What a terminal may print of a text that somebody else wrote."""

import re
from typing import Final

_PICTURES: Final = 0x2400
"""Unicode's Control Pictures: U+2400 + n shows the C0 control n."""
_HIDDEN: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls, DEL
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen, grapheme joiner, fillers
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # zero width, bidi controls, line and paragraph separators
    "\u3164\ufeff\uffa0\ufff9-\ufffb"  # fillers, byte order mark, interlinear annotation
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # musical controls, tags, variation selectors supplement
    "\ud800-\udfff"  # lone surrogates
)
_EMOJI: Final = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f"
_JOINED_SCRIPTS: Final = "\u0600-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
"""Scripts whose spelling uses the zero-width joiners: Arabic, Syriac, Indic, Burmese, Khmer, Mongolian."""
_UNSAFE: Final = re.compile(
    f"\r\n?|[{_HIDDEN}]"
    f"|\u200d(?!(?<=[{_EMOJI}]\u200d)[{_EMOJI}])(?<![{_JOINED_SCRIPTS}]\u200d)"
    f"|\u200c(?<![{_JOINED_SCRIPTS}]\u200c)"
)
_BLANK: Final = str.maketrans("\t\n", "  ")


def visible(text: str, *, newlines: bool = False) -> str:
    """`text` with everything shown that would act on a terminal or hide in it, and nothing else changed.

    Controls become their pictures (`␛`), other hidden characters their code point (`⟨U+202E⟩`): bidi controls,
    zero-width and tag characters, lone surrogates, U+2028 and U+2029. Brackets, markup, emoji with their joiners
    and right-to-left letters stay. Tabs and line breaks are kept with `newlines`, else each is shown as a space;
    a carriage return alone, which would overwrite the line, counts as a line break. Idempotent.
    """
    shown = _UNSAFE.sub(_shown, text)
    return shown if newlines else shown.translate(_BLANK)


def _shown(found: re.Match[str]) -> str:
    character = found.group()
    if character[0] == "\r":
        return "\n"
    code = ord(character)
    if code < 0x20:
        return chr(_PICTURES + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
