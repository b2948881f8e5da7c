from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.models.ids import Doi
from pipeline.models.paper import ArticleType, Paper, RelatedArticle
from pipeline.models.source import MediaType
from pipeline.models.status import Status
from tests import made


def _like(**metadata: object) -> Paper:
    read = made.paper()
    return read.model_copy(update={"metadata": read.metadata.model_copy(update=metadata)})


def test_the_pdf_and_the_jats_of_one_article_become_one_paper_read_from_the_jats(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        pdf = made.received(store, b"%PDF-", MediaType.PDF)
        jats = made.received(store, b"<article/>")
        made.take_in(store, pdf, made.paper(), MediaType.PDF)
        taken = made.take_in(store, jats, made.paper())
        row = store.papers.get(jats)
        assert taken.paper_id == pdf == row.id
        assert [source.media_type for source in store.papers.sources(pdf)] == [MediaType.JATS, MediaType.PDF]
        assert len(store.papers.all()) == 1


def test_the_same_bytes_are_one_paper_however_often_they_come(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        assert made.received(store, b"<article/>") == made.received(store, b"<article/>")
        assert len(store.papers.all()) == 1


def test_a_correction_with_the_title_of_its_article_is_held_as_a_notice_and_not_joined(tmp_path: Path) -> None:
    about = (RelatedArticle(relation="corrected-article", id_type="doi", id="10.5555/layline.sample.0001"),)
    with made.store(tmp_path) as store:
        article, notice = made.received(store, b"<article/>"), made.received(store, b"<article>notice</article>")
        made.take_in(store, article, made.paper())
        doi = Doi("10.5555/layline.sample.0009")
        made.take_in(store, notice, _like(article_type=ArticleType.CORRECTION, doi=doi, related=about))
        row = store.papers.get(notice)
        assert row.id == notice
        assert row.status is Status.HELD
        assert "a correction about doi 10.5555/layline.sample.0001" in (row.hold_reason or "")


def test_one_doi_with_two_titles_goes_to_a_person(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        first, second = made.received(store, b"one"), made.received(store, b"two")
        made.take_in(store, first, made.paper())
        made.take_in(store, second, _like(title="A quite different paper about kidney stones in sheep"))
        row = store.papers.get(second)
        assert row.status is Status.HELD
        assert "whose title is another" in (row.hold_reason or "")
        assert row.doi is None


def test_a_paper_is_found_by_its_doi_in_any_form_and_by_a_unique_prefix(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        paper_id = made.received(store, b"<article/>")
        made.take_in(store, paper_id, made.paper())
        for words in ("https://doi.org/10.5555/LAYLINE.sample.0001", "10.5555/layline", paper_id, paper_id[:6]):
            assert store.papers.find(words).id == paper_id


def test_a_prefix_of_two_papers_is_refused_with_both_named(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        for data, doi in ((b"one", "10.5555/a.1"), (b"two", "10.5555/a.2")):
            paper_id = made.received(store, data)
            made.take_in(store, paper_id, _like(doi=Doi(doi), title=f"A title of its own for the paper {doi}"))
        with pytest.raises(StoreError, match="fits 2 papers"):
            store.papers.find("10.5555/a")
        with pytest.raises(StoreError, match="no paper has an id that starts with '10.9999/x'"):
            store.papers.find("10.9999/x")
