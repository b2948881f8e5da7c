"""The file cannot be read as what it says it is.

Why it is wrong:
    Bytes that are no text in the file's encoding, or JSON that is not JSON, reach readers as strange signs or not
    at all; and what cannot be read cannot be checked.
Wrong:
    An empty file. A page without text, which a script would have to fill: for other people's pages a warning.
    A page that is declared as UTF-8 and holds bytes of another encoding; a JSON file that is cut off.
Right:
    A page in the encoding that it declares.
Blind spots:
    Bytes that are valid in the declared encoding but were meant in another one.
"""

from pipeline.checks.declaration import Group, RunnerCheck
from pipeline.models.finding import Severity

CHECK = RunnerCheck(
    name="unreadable_page",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
)
