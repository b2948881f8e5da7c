"""Where a reader finds the paper itself."""

import re
from typing import Final
from urllib.parse import quote

from pipeline.models.ids import Doi
from pipeline.models.summary import Citation

_PLAIN: Final = "/:;(),.!*'$&=@+~-"
"""What may stand in the path of an address as it is; a DOI may hold anything."""
_PMCID: Final = re.compile(r"PMC\d+")


def doi_url(doi: Doi | None) -> str:
    """The address that leads to the paper wherever it moves; empty where it has no DOI."""
    return f"https://doi.org/{quote(doi, safe=_PLAIN)}" if doi else ""


def text_url(citation: Citation) -> str:
    """Where the text can be read: at PubMed Central, which is open to everyone, else behind its DOI; or empty."""
    if citation.pmcid and _PMCID.fullmatch(citation.pmcid):
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{citation.pmcid}/"
    return doi_url(citation.doi)
