"""Each proof leads to where the paper can be read."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.export.formats import FORMATS
from pipeline.export.source_links import doi_url, text_url
from pipeline.models.ids import Doi
from tests import made


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.5555/layline.1", "https://doi.org/10.5555/layline.1"),
        ("10.1002/(sici)1097(199806)49:8<693::aid-asi4>3.0.co;2-o",
         "https://doi.org/10.1002/(sici)1097(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o"),
        ("10.5555/a#b?c%d", "https://doi.org/10.5555/a%23b%3Fc%25d"),
    ],
)  # fmt: skip
def test_whatever_a_doi_holds_its_address_leads_to_it(doi: str, address: str) -> None:
    assert doi_url(Doi(doi)) == address


@pytest.mark.parametrize(
    ("pmcid", "address"),
    [
        ("PMC4521097", "https://pmc.ncbi.nlm.nih.gov/articles/PMC4521097/"),
        ("../../x", "https://doi.org/10.5555/layline.sample.0001"),
        (None, "https://doi.org/10.5555/layline.sample.0001"),
    ],
)
def test_a_proof_leads_to_pubmed_central_else_to_the_doi(pmcid: str | None, address: str) -> None:
    citation = made.summary().citation.model_copy(update={"pmcid": pmcid})
    assert text_url(citation) == address
    page = made.page(made.summary().model_copy(update={"citation": citation}))
    links = LexborHTMLParser(FORMATS["html"].render(page, None).decode()).css("blockquote footer a")
    assert {link.attributes["href"] for link in links} == {address}
    assert "Results" in {link.text() for link in links}
    assert f"([Results](<{address}>))" in FORMATS["md"].render(page, None).decode()


def test_without_an_address_a_proof_only_names_its_place() -> None:
    citation = made.summary().citation.model_copy(update={"pmcid": None, "doi": None})
    page = made.page(made.summary().model_copy(update={"citation": citation}))
    tree = LexborHTMLParser(FORMATS["html"].render(page, None).decode())
    assert not tree.css("blockquote a")
    assert "In the paper: Results" in {footer.text() for footer in tree.css("blockquote footer")}
