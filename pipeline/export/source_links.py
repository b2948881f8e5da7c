"""Where a reader finds the paper itself."""

import re
from typing import Final

from pipeline.models.summary import Citation

_PMCID: Final = re.compile(r"PMC\d+")


def doi_url(citation: Citation) -> str:
    """The address that leads to the paper wherever it moves; empty where it has no DOI."""
    return f"https://doi.org/{citation.doi}" if citation.doi else ""


def text_url(citation: Citation) -> str:
    """Where the text can be read: at PubMed Central, which is open to everyone, else behind its DOI; or empty."""
    if citation.pmcid and _PMCID.fullmatch(citation.pmcid):
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{citation.pmcid}/"
    return doi_url(citation)
