"""What all requests to NCBI carry, and how fast they may be made.

Source: NCBI's E-utilities guidelines: three requests a second, ten with a key; `tool` and `email` with each.
"""

from pipeline.fetch.services.asking import Asking
from pipeline.models.pace import Pace

SERVICE = "ncbi"
"""One pace for all of NCBI's services."""


def pace(asking: Asking) -> Pace:
    """NCBI's pace."""
    return Pace(10 if asking.ncbi_api_key else 3, at_once=3)


def params(asking: Asking) -> dict[str, str]:
    """Who asks."""
    return {"tool": "layline", "email": asking.contact}


def secrets(asking: Asking) -> dict[str, str]:
    """The key, where there is one."""
    return {"api_key": asking.ncbi_api_key} if asking.ncbi_api_key else {}
