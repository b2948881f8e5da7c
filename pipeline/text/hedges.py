"""Words by which a text says how sure it is."""

import re
from typing import Final

VERY_UNSURE: Final = re.compile(
    r"\b(?:very uncertain|uncertain\w*|(?:do|does) not know|don['\u2019]t know|not (?:sure|known|clear"
    r"|certain)|unclear|unknown"
    r"|unsure|cannot (?:be sure|tell|say)|can['\u2019]t (?:tell|say)|too little|no (?:firm|clear"
    r"|certain) (?:answer|conclusion)s?"
    r"|very low certainty|low certainty|little confidence)\b",
    re.IGNORECASE,
)
"""We do not know (very low certainty)."""
UNSURE: Final = re.compile(
    rf"{VERY_UNSURE.pattern}|\b(?:may|might|could|possibl[ey]|perhaps|suggest\w*|appear\w*|seem\w*|some "
    rf"evidence|potential\w*)\b",
    re.IGNORECASE,
)
"""It may (low certainty)."""
SOMEWHAT_SURE: Final = re.compile(rf"{UNSURE.pattern}|\b(?:probabl[ey]|likely|moderate certainty)\b", re.IGNORECASE)
"""It probably does (moderate certainty)."""
