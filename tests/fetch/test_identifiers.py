import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.identifiers import read_identifier
from pipeline.models.ids import Doi, Pmcid, Pmid


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("10.1016/S0140-6736(97)11096-0", Doi("10.1016/s0140-6736(97)11096-0")),
        ("https://doi.org/10.1016/S0140-6736(97)11096-0", Doi("10.1016/s0140-6736(97)11096-0")),
        ("doi:10.1000/abc.", Doi("10.1000/abc")),
        ("DOI: 10.1000/abc", Doi("10.1000/abc")),
        ("http://dx.doi.org/10.1000%2Fabc", Doi("10.1000/abc")),
        ("doi.org/10.1000/abc", Doi("10.1000/abc")),
        ("10.1206/0003-0090(2003)277<0001:TSSAAA>2.0.CO;2", Doi("10.1206/0003-0090(2003)277<0001:tssaaa>2.0.co;2")),
        ("DOI 10.1000/abc", Doi("10.1000/abc")),
        ("info:doi/10.1000/abc", Doi("10.1000/abc")),
        ("10.1101/2020.02.18.954685v2", Doi("10.1101/2020.02.18.954685")),
        ("doi:10.48550/arXiv.2304.05376v2", Doi("10.48550/arxiv.2304.05376")),
        ("pubmed.ncbi.nlm.nih.gov/12345", Pmid("12345")),
        ("arxiv.org/abs/2304.05376", Doi("10.48550/arxiv.2304.05376")),
        ("PMID:12345.", Pmid("12345")),
        ("PMID: 12345", Pmid("12345")),
        ("pubmed:12345", Pmid("12345")),
        ("https://pubmed.ncbi.nlm.nih.gov/12345/", Pmid("12345")),
        ("https://www.ncbi.nlm.nih.gov/pubmed/12345", Pmid("12345")),
        ("PMC123456", Pmcid("PMC123456")),
        ("pmcid:PMC123456.2", Pmcid("PMC123456")),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/", Pmcid("PMC123456")),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/pdf/x.pdf", Pmcid("PMC123456")),
        ("https://europepmc.org/article/MED/12345", Pmid("12345")),
        ("https://europepmc.org/article/PMC/PMC123456", Pmcid("PMC123456")),
        ("arXiv:2304.05376v2", Doi("10.48550/arxiv.2304.05376")),
        ("hep-th/9901001", Doi("10.48550/arxiv.hep-th/9901001")),
        ("https://arxiv.org/pdf/2304.05376v2.pdf", Doi("10.48550/arxiv.2304.05376")),
        ("https://www.biorxiv.org/content/10.1101/2020.02.18.954685v2.full.pdf", Doi("10.1101/2020.02.18.954685")),
        ("https://www.medrxiv.org/content/10.1101/2020.02.18.954685v1", Doi("10.1101/2020.02.18.954685")),
        ("https://onlinelibrary.wiley.com/doi/full/10.1002/abc.123?x=1", Doi("10.1002/abc.123")),
        ("https://www.tandfonline.com/doi/pdf/10.1080/10790268.2024.2448040", Doi("10.1080/10790268.2024.2448040")),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0115884",
            Doi("10.1371/journal.pone.0115884"),
        ),
    ],
)
def test_an_identifier_is_read_in_the_forms_that_people_write(words: str, identifier: str) -> None:
    found = read_identifier(words)
    assert (type(found), found) == (type(identifier), identifier)


@pytest.mark.parametrize(
    "words", ["", "12345", "spinal cord injury", "10.1000", "https://example.org/", "paper.pdf", "-"]
)
def test_other_words_are_no_identifier(words: str) -> None:
    assert read_identifier(words) is None


def test_a_number_alone_is_a_pmid_only_where_numbers_are_expected() -> None:
    assert read_identifier("12345", bare_numbers=True) == Pmid("12345")


@given(st.text())
def test_no_text_breaks_it(words: str) -> None:
    read_identifier(words, bare_numbers=True)
    read_identifier(f"https://{words}")
