r"""The text holds characters that cannot be seen or that do not belong in text.

Why it is wrong:
    Controls and escapes act on terminals and files, bidirectional overrides make text read otherwise than it is
    stored, U+FFFD marks letters that are lost, and tags can hide whole messages.
Wrong:
    Pain fell \x1b[31mby half.
    Pain fell\u202e by half.
    The Br\ufffdwn trial.
Right:
    Pain fell by half.
    The family \U0001f469\u200d\U0001f467 took part.
Blind spots:
    Letters of other scripts that look like Latin ones.
    Text that is hidden by its colour or size.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import EVERYWHERE, Group, Hit, TextCheck
from pipeline.models.finding import Severity

_BROKEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]++"  # C0 and C1 but tab and line ends
    "|[\u202a-\u202e\u2066-\u2069]++|[\ufff9-\ufffd\ufffe\uffff]++|[\ud800-\udfff]++"
    "|[\ue200-\ue206]++"  # marks that chat products put around their citations
    "|(?<!\U0001f3f4)[\U000e0000-\U000e007f]++(?<!\U000e007f)"  # tags, but for the flags of England, Scotland, Wales
)
_SUSPICIOUS: Final = re.compile(
    "[\u200b\u200e\u200f\u061c\u2028\u2029\u2060\u206a-\u206f\ufeff\xad\u034f\u180e\u3164]++"
    "|[\ue000-\ue1ff\ue207-\uf8ff]++"
    "|[\u200c\u200d](?<![\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f\u0600-\u0dff\u1000-\u109f\u1780-\u18af].)"
)
_PRINTABLE_BUT_WRONG: Final = ("\ufffd", "\u034f", "\u3164")
"""What this check looks for though Unicode calls it printable."""


_ANY: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060\u2066-\u206f\u3164"
    "\ud800-\uf8ff\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
"""Every character of the two."""


def _hint(texts: str) -> bool:
    plain = texts.replace("\n", " ")
    return not (plain.isascii() and plain.isprintable()) and _ANY.search(plain) is not None


def _find(text: str) -> Iterator[Hit]:
    if text.isprintable() and not any(character in text for character in _PRINTABLE_BUT_WRONG):
        return
    for found in _BROKEN.finditer(text):
        yield Hit(found.start(), found.end(), f"A character that is no text: {_names(found.group())}.")
    for found in _SUSPICIOUS.finditer(text):
        message = f"A character that cannot be seen: {_names(found.group())}."
        yield Hit(found.start(), found.end(), message, Severity.WARN)


def _names(characters: str) -> str:
    codes = dict.fromkeys(f"U+{ord(character):04X}" for character in characters[:8])
    return ", ".join(codes)


CHECK = TextCheck(
    name="control_characters",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=EVERYWHERE,
)
