"""A whole static site: built in a folder beside the one that is out, and put in its place in one step.

Until then readers see the old site, and if anything in the frame of the site is refused they go on seeing it. Pages
that did not change are linked, not written; what Layline did not write is carried over as it is.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from lxml import etree

from pipeline.checks.declaration import Surface
from pipeline.checks.rules import rules
from pipeline.checks.suspects import Cleared
from pipeline.config import Settings
from pipeline.errors import RenderError, SetupError
from pipeline.export.index import entry_of, newest_first
from pipeline.export.look import look_of
from pipeline.export.manifest import (
    MANIFEST_NAME,
    ExportedFile,
    GonePage,
    Logged,
    Manifest,
    OtherFile,
    file_key,
    looked_at,
    page_key,
    read_manifest,
    render_manifest,
)
from pipeline.export.site.card import Card, card_of, lead_of, paper_path, terms_of
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.log import LogLine, log_lines, log_of
from pipeline.export.site.paper_page import paper_page
from pipeline.export.site.planned import Planned
from pipeline.export.site.whole import site_files
from pipeline.models.ids import Sha256
from pipeline.models.status import Status
from pipeline.publish.files import cannot_be_written, hash_of
from pipeline.publish.outcome import Reason, Refused, TakenBack, Written
from pipeline.publish.place import Place
from pipeline.publish.rendered import faults_of_bytes, faults_of_page
from pipeline.publish.swap import fresh_beside, take_place
from pipeline.publish.verified import Verified
from pipeline.store.clock import stamp
from pipeline.store.publications import Left
from pipeline.store.store import Store

SITE: Final = "site"
_READ_AS_TEXT: Final = ("text/html", "application/json")


_NO_ADDRESS: Final = "site_url is not set: the feeds, the sitemap and canonical addresses were left out"


class Site(Place):
    """The site while an export goes on; nothing of what readers see changes before `close`.

    A preview goes the same way, and is not put on record as published.
    """

    def __init__(
        self, store: Store, settings: Settings, out: Path, templates: Path, *, is_preview: bool = False
    ) -> None:
        url = settings.site_url.rstrip("/") if settings.site_url else None
        self._store, self._out, self._is_preview = store, out.resolve(), is_preview
        feedback, subscribe = settings.feedback_url or "", settings.subscribe_url or ""
        self._frame = Frame(settings.site_title, url, templates, feedback, subscribe)
        self._look = look_of(templates, settings.site_title, url or "", feedback, subscribe)
        self._before = read_manifest(self._out)
        super().__init__(SITE, self._before.files)
        self.notes = () if url else (_NO_ADDRESS,)
        self._gone = {page.path: page for page in self._before.gone}
        self._published: list[Left] = []
        self._cleared = Cleared()
        self._seen_before: set[str] = set()
        self._new: set[str] = set()
        """The files that were written in the fresh folder."""
        try:
            self._fresh = fresh_beside(self._out)
        except OSError as error:
            raise cannot_be_written(self._out, error) from error

    def put(self, found: Verified) -> Written | Refused:
        """Render a page, unless its file is whole and up to date."""
        page, path = found.page, paper_path(found.page.name)
        key = page_key(page, SITE, self._look)
        known = self._files.get(path)
        if known and known.key == key and hash_of(self._out / path) == known.sha256:
            return self._written(found, known, changed=False)
        file = self._rendered(found)
        if isinstance(file, Refused):
            return self._keep_if_approved(page, file)
        self._write(file)
        self._files[path] = ExportedFile(
            path=path, format=SITE, key=key, sha256=Sha256.of(file.data), entry=entry_of(page),
            lead=lead_of(page), terms=terms_of(page), log=log_of(page),
        )  # fmt: skip
        return self._written(found, self._files[path], changed=True)

    def close(self) -> None:
        """Complete the site and put it in its place. Raises RenderError or SetupError, and then changes nothing."""
        gone = tuple(page for path, page in sorted(self._gone.items()) if path not in self._files)
        cards = {path: card_of(file.entry, file.lead, file.terms) for path, file in self._files.items()}
        others = self._others(cards, log_lines(self._files.values(), gone))
        self._carry_over(others)
        files = tuple(self._seen(self._files[path], cards[path]) for path in sorted(self._files))
        self._write(SiteFile(MANIFEST_NAME, "", render_manifest(Manifest(files=files, others=others, gone=gone))))
        try:
            take_place(self._fresh, self._out)
        except OSError as error:
            raise cannot_be_written(self._out, error) from error
        if not self._is_preview:
            self._store.publications.record(*self._published)

    def abandon(self) -> None:
        """Clear away what was not put in its place."""
        shutil.rmtree(self._fresh, ignore_errors=True)

    def _rendered(self, found: Verified) -> SiteFile | Refused:
        page = found.page
        try:
            file = paper_page(page, self._frame)
        except RenderError as error:
            return Refused(page.id, (Reason(error.kind, "", error.message),))
        reasons = tuple(faults_of_page(found, file.data, file.media_type, self._cleared))
        return Refused(page.id, reasons) if reasons else file

    def _written(self, found: Verified, file: ExportedFile, *, changed: bool) -> Written:
        path, content = self._out / file.path, found.page.approval.content_hash
        if changed or found.row.status is not Status.PUBLISHED:
            self._published.append(Left(found.row.id, content, SITE, str(path), file.sha256))
        return Written(found.page.id, path, file.sha256, content, changed=changed)

    def _take_back(self, file: ExportedFile, reason: str, *, announced: str = "") -> None:
        del self._files[file.path]
        told = f"Taken back: {announced}." if announced else "Taken back: it is no longer approved."
        logged = Logged(on=stamp()[:10], text=told)
        self._gone[file.path] = GonePage(path=file.path, title=file.entry.plain_title, logged=logged)
        (self._fresh / file.path).unlink(missing_ok=True)
        self._new.discard(file.path)
        self.taken_back.append(TakenBack(file.entry.id, self._out / file.path, reason))

    def _others(self, cards: Mapping[str, Card], log: list[LogLine]) -> tuple[OtherFile, ...]:
        self._clear(cards)
        before = {file.path: file for file in self._before.others}
        newest = [cards[file.path] for file in newest_first(self._files.values(), lambda file: file.entry)]
        return tuple(self._other(plan, before.get(plan.path)) for plan in site_files(newest, log, self._frame))

    def _other(self, plan: Planned, known: OtherFile | None) -> OtherFile:
        """A file that is rendered and looked at, unless one from the same stands there, by the same rules."""
        key = file_key(self._look, rules(), *plan.made_from)
        if known and known.key == key and hash_of(self._out / plan.path) == known.sha256:
            return known
        file = plan.render()
        for reason in _faults_of(file, self._cleared):
            raise _may_not_leave(file, reason, plan)
        self._write(file)
        return OtherFile(path=file.path, sha256=Sha256.of(file.data), key=key)

    def _clear(self, cards: Mapping[str, Card]) -> None:
        """What the last export looked at of the pages that stay, on lists and in the search, by the same rules."""
        for path, card in cards.items():
            if self._files[path].looked_at == looked_at(card.digest, rules()):
                address = f"{self._frame.url or ''}/{card.path}"
                self._cleared.keep((card.path, address, *card.texts), Surface.PAGE)
                self._seen_before.add(path)

    def _seen(self, file: ExportedFile, card: Card) -> ExportedFile:
        """With what the next export need not look at again."""
        if file.path in self._seen_before:
            return file
        return file.model_copy(update={"looked_at": looked_at(card.digest, rules())})

    def _write(self, file: SiteFile) -> None:
        # The folder is not out yet: whole files are the business of the swap.
        self._new.add(file.path)
        path = f"{self._fresh}/{file.path}"
        try:
            with _opened(path) as opened:
                opened.write(file.data)
        except OSError as error:
            raise cannot_be_written(Path(path), error) from error

    def _carry_over(self, others: Iterable[OtherFile]) -> None:
        """Link what stays: the pages and lists that did not change, and every file that Layline did not write."""
        stay = self._files.keys() | {file.path for file in others}
        hashes = {file.path: file.sha256 for file in (*self._before.files, *self._before.others)}
        for name in _files_in(str(self._out)):
            if name == MANIFEST_NAME:
                continue
            if name in hashes and hash_of(f"{self._out}/{name}") != hashes[name]:
                raise _not_ours(self._out / name)
            if name not in hashes or (name in stay and name not in self._new):
                _link(f"{self._out}/{name}", f"{self._fresh}/{name}")


def _opened(path: str) -> BinaryIO:
    """A new file; its folder is made where it is missing, which is rare and so not asked about before."""
    try:
        return open(path, "wb")  # noqa: PTH123 - a path object for each of many thousand files is dear
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return open(path, "wb")  # noqa: PTH123


def _files_in(folder: str) -> Iterator[str]:
    """Every file and link by its path in the folder. Written for speed: a site has many thousands."""
    for at, folders, files in os.walk(folder):
        prefix = "" if at == folder else f"{at[len(folder) + 1 :]}/"
        yield from (f"{prefix}{name}" for name in files)
        yield from (f"{prefix}{name}" for name in folders if (Path(at) / name).is_symlink())


def _faults_of(file: SiteFile, cleared: Cleared) -> list[Reason]:
    if file.media_type in _READ_AS_TEXT:
        return list(faults_of_bytes(file.data, file.media_type, cleared))
    if file.media_type == "application/xml":
        texts = [str(text) for text in etree.fromstring(file.data).itertext()]
        return list(faults_of_bytes(json.dumps(texts).encode(), "application/json", cleared))
    return []


def _may_not_leave(file: SiteFile, reason: Reason, plan: Planned) -> RenderError:
    """The error, with the papers whose texts bring it about; none, where a template does."""
    message = f"{file.path} may not leave: {reason.kind} at {reason.place}: {reason.message}"
    told = ((card.id, json.dumps(card.texts).encode()) for card in plan.cards)
    papers = [paper for paper, texts in told if next(faults_of_bytes(texts, "application/json"), None)]
    if not papers:
        return RenderError(message, remedy="Mend its template or its text; the old site is still in its place.")
    remedy = f"See it with `layline show {papers[0]}`, edit or reject it; the old site is still in its place."
    return RenderError(f"{message}; it comes from {', '.join(papers)}", remedy=remedy)


def _link(path: str, target: str) -> None:
    try:
        os.link(path, target, follow_symlinks=False)
    except FileExistsError:
        raise _not_ours(Path(path)) from None
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        _link(path, target)
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise _not_ours(Path(path)) from None
        shutil.copy2(path, target, follow_symlinks=False)


def _not_ours(path: Path) -> SetupError:
    return SetupError(
        f"{path} was not written by Layline, or was changed since, and stands in the way of the site",
        remedy="Move it (changes belong into templates), or choose another folder with --out.",
    )
