"""File names, made from ids alone: a title may hold anything."""

import hashlib
import re
from typing import Final

_PLAIN: Final = re.compile(r"[^a-z0-9._-]+")
_LONGEST: Final = 80


def file_name(paper_id: str) -> str:
    """A name that is safe on every file system and in every URL, and different for different ids.

    The first slash of a DOI becomes an underscore; where anything else had to go, a piece of the id's hash keeps
    two such ids apart.
    """
    simple = paper_id.replace("/", "_", 1)
    name = _PLAIN.sub("-", simple).strip("-.")
    if name == simple and len(name) <= _LONGEST and not name.startswith("."):
        return name
    digest = hashlib.sha256(paper_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name[:_LONGEST].strip('-.')}-{digest}"
