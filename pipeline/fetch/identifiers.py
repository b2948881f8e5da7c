"""Reads the identifier of an article out of what people write: a DOI, PMID, PMCID, arXiv id, or an address of one."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline.models.ids import Doi, Pmcid, Pmid

ArticleId = Doi | Pmid | Pmcid

_PMID: Final = re.compile(r"(?:pmid|pubmed)\s*:?\s*(\d{1,8})", re.IGNORECASE)
_PMCID: Final = re.compile(r"(?:pmc(?:id)?\s*:?\s*)?(PMC\d+)(?:\.\d+)?", re.IGNORECASE)
_ARXIV_NEW: Final = re.compile(r"(?:arxiv\s*:\s*)?(\d{4}\.\d{4,5})(?:v\d+)?", re.IGNORECASE)
_ARXIV_OLD: Final = re.compile(r"(?:arxiv\s*:\s*)?([a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"(?:www\.|(?:dx\.)?doi\.org/|(?:pubmed|pmc|www)\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/|europepmc\.org/"
    r"|(?:export\.)?arxiv\.org/|(?:bio|med)rxiv\.org/)",
    re.IGNORECASE,
)
"""Addresses that people write without their scheme."""
_BARE: Final = re.compile(r"[1-9]\d{0,7}")
_LOOKS_LIKE_DOI: Final = re.compile(r"(?:info:doi/|(?:info:)?doi\s*:?\s*)?(10\.\d{4,9})", re.IGNORECASE)
_DOI_IN_PATH: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/.+")
_PREPRINT_TAIL: Final = re.compile(r"(?:v\d+)?(?:\.(?:full|abstract|article-info|supplementary-material).*)?$")
_VIEWS: Final = re.compile(
    r"(?:/(?:full(?:text)?|full-text|pdf|epdf|abstract|meta|html|summary))+$|\.pdf$|\.full(?:\.pdf)?$"
)


def read_identifier(words: str, *, bare_numbers: bool = False) -> ArticleId | None:
    """The identifier that `words` are, or None. With `bare_numbers` a number alone is a PMID.

    arXiv ids become the DOIs that arXiv registers for them (10.48550/arXiv.…), without a version.
    """
    text = words.strip().strip("<>").rstrip(".,;")
    if "://" in text or _ADDRESS.match(text):
        return _from_address(text if "://" in text else f"https://{text}")
    return _from_words(text, bare_numbers=bare_numbers)


def _from_words(text: str, *, bare_numbers: bool = False) -> ArticleId | None:
    if found := _LOOKS_LIKE_DOI.match(text):
        return _without_version(_doi(text[found.start(1) :]))
    if found := _PMCID.fullmatch(text):
        return _made(Pmcid, found[1].upper())
    if (found := _PMID.fullmatch(text)) or (bare_numbers and (found := _BARE.fullmatch(text))):
        return _made(Pmid, (found[1] if found.re.groups else found[0]).lstrip("0"))
    if found := _ARXIV_NEW.fullmatch(text) or _ARXIV_OLD.fullmatch(text):
        return _doi(f"10.48550/arxiv.{found[1]}")
    return None


def _without_version(doi: Doi | None) -> Doi | None:
    """A preprint's DOI without the version that bioRxiv and arXiv append to it in their addresses."""
    if doi is None or not doi.startswith(("10.1101/", "10.64898/", "10.48550/arxiv.")):
        return doi
    return Doi(re.sub(r"(?<=\d)v\d{1,2}$", "", doi))


def _from_address(address: str) -> ArticleId | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    path = unquote(parts.path).strip("/")
    for reads, read in _HOSTS:
        if reads(host):
            return read(path)
    return _doi_in(path) or _doi_in(" ".join(value for values in parse_qs(parts.query).values() for value in values))


def _from_pubmed(path: str) -> ArticleId | None:
    found = re.search(r"(?:^|pubmed/)(\d{1,8})$", path)
    return _made(Pmid, found[1]) if found else None


def _from_ncbi(path: str) -> ArticleId | None:
    found = re.search(r"PMC\d+", path, re.IGNORECASE)
    return _made(Pmcid, found[0].upper()) if found else _from_pubmed(path)


def _from_europepmc(path: str) -> ArticleId | None:
    found = re.fullmatch(r"(?:article|abstract)/(MED|PMC|PPR|PREPRINT)/(\w+)", path, re.IGNORECASE)
    if not found:
        return _from_ncbi(path)
    if found[1].upper() == "PMC":
        return _made(Pmcid, "PMC" + found[2].upper().removeprefix("PMC"))
    return _made(Pmid, found[2]) if found[1].upper() == "MED" else None


def _from_arxiv(path: str) -> ArticleId | None:
    _, _, rest = path.partition("/")
    return _from_words(rest.removesuffix(".pdf"))


def _from_preprint_server(path: str) -> ArticleId | None:
    found = _DOI_IN_PATH.search(path)
    return _doi(_PREPRINT_TAIL.sub("", _VIEWS.sub("", found[0]), count=1)) if found else None


def _doi_in(text: str) -> Doi | None:
    found = _DOI_IN_PATH.search(text)
    return _doi(_VIEWS.sub("", found[0])) if found else None


def _doi(text: str) -> Doi | None:
    try:
        return Doi.parse(text)
    except ValueError:
        return None


def _made(kind: type[Pmid] | type[Pmcid], value: str) -> ArticleId | None:
    try:
        return kind(value)
    except ValueError:
        return None


_HOSTS: Final[tuple[tuple[Callable[[str], bool], Callable[[str], ArticleId | None]], ...]] = (
    (lambda host: host in ("doi.org", "dx.doi.org"), _doi),
    (lambda host: host == "pubmed.ncbi.nlm.nih.gov", _from_pubmed),
    (lambda host: host in ("ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "m.ncbi.nlm.nih.gov"), _from_ncbi),
    (lambda host: host == "europepmc.org", _from_europepmc),
    (lambda host: host in ("arxiv.org", "export.arxiv.org"), _from_arxiv),
    (lambda host: host in ("biorxiv.org", "medrxiv.org"), _from_preprint_server),
)
