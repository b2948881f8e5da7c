"""The page of one paper on the site."""

import json
from dataclasses import fields
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from pipeline.export.contract import PublishedPage
from pipeline.export.site.card import category_links, lead_of, paper_path
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.view import PageView, page_view


def paper_page(page: PublishedPage, frame: Frame) -> SiteFile:
    """The page with everything that was approved. Raises RenderError."""
    view = page_view(page)
    path = paper_path(page.name)
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    return frame.page(
        "site/paper.html",
        path,
        heading=view.title,
        description=lead_of(page),
        json_ld=_for_script(_linked_data(page, view, frame, path)),
        page_id=page.id,
        feedback_mail=_feedback_mail(page, frame),
        category_links=category_links(view.categories),
        **values,
    )


def _feedback_mail(page: PublishedPage, frame: Frame) -> str:
    """The link that opens a mail about this page; empty where feedback is sent by a form, or not asked for."""
    is_mail = frame.feedback_url.startswith("mailto:")
    return f"{frame.feedback_url}?subject={quote(f'Feedback on {page.id}', safe='')}" if is_mail else ""


def _linked_data(page: PublishedPage, view: PageView, frame: Frame, path: str) -> dict[str, Any]:
    """What the page is and which article it explains, in the words of schema.org."""
    article = {
        "@type": "ScholarlyArticle",
        "headline": view.paper_title,
        "author": [{"@type": "Person", "name": name} for name in page.summary.citation.authors],
        "isPartOf": {"@type": "Periodical", "name": view.journal} if view.journal else None,
        "datePublished": page.summary.citation.published,
        "sameAs": view.doi_url,
        "license": view.licence_url,
    }
    whole = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": view.title,
        "inLanguage": "en",
        "url": f"{frame.url}/{path}" if frame.url else None,
        "dateModified": page.approval.approved_at,
        "mainEntity": {name: value for name, value in article.items() if value},
    }
    return {name: value for name, value in whole.items() if value}


def _for_script(data: dict[str, Any]) -> Markup:
    """JSON in which nothing can end its <script> element or begin another, by JSON's own escapes."""
    text = json.dumps(data, ensure_ascii=False)
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704  # escaped for where it stands
