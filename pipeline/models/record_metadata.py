"""From what services say of an article to the metadata that a paper carries."""

from pipeline.models.paper import ArticleDate, ArticleType, Licence, Metadata
from pipeline.models.record import Record, TextVersion


def metadata_of(record: Record, licence: Licence | None = None) -> Metadata:
    """The metadata, with the licence of the version at hand or, failing that, of the version of record."""
    return Metadata(
        title=record.title.value if record.title else None,
        authors=record.authors.value if record.authors else (),
        journal=record.journal.value if record.journal else None,
        doi=record.doi,
        pmid=record.pmid,
        pmcid=record.pmcid,
        dates=(ArticleDate(kind="published", date=record.published.value),) if record.published else (),
        article_type=record.article_type.value if record.article_type else ArticleType.OTHER,
        licence=licence or licence_of(record, usual_version(record)),
        language=record.language.value if record.language else None,
    )


def completed(document: Metadata, record: Record, licence: Licence | None = None) -> Metadata:
    """The document's own metadata, where it is silent filled from the record."""
    known = metadata_of(record, licence)
    silent = {
        name: getattr(known, name)
        for name in ("title", "authors", "journal", "doi", "pmid", "pmcid", "dates", "licence", "language")
        if not getattr(document, name)
    }
    if document.article_type is ArticleType.OTHER or known.article_type.is_notice:
        silent["article_type"] = known.article_type
    return document.model_copy(update=silent)


def usual_version(record: Record) -> TextVersion:
    """The version that a record is about: a preprint's only one, else the version of record."""
    return TextVersion.SUBMITTED if record.is_preprint else TextVersion.PUBLISHED


def licence_of(record: Record, version: TextVersion) -> Licence | None:
    """The licence that services give for a version, the one most of them agree on first; None where none does."""
    fitting = [said for said in record.licences if said.value.version in (version, TextVersion.UNKNOWN)]
    best = max(fitting, key=lambda said: (said.value.version is version, len(said.by)), default=None)
    return best.value.licence if best else None
