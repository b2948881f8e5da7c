"""Says what is set, what is reachable, what is missing, and how to mend it."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from pipeline import __version__
from pipeline.checks.severities import Severities
from pipeline.config import Settings, Workspace, load_settings
from pipeline.draft.recipes.recipe import load_prompts
from pipeline.errors import LaylineError, said
from pipeline.run.judging import judge_settings
from pipeline.run.model_list import ModelList, ModelListError, model_list
from pipeline.store.store import Store
from pipeline.text.in_words import in_words

_NO_SETTINGS: Final = {"LAYLINE_WORKSPACE", "LAYLINE_DEBUG"}
"""Variables that are read elsewhere than in the settings."""


class Health(StrEnum):
    """How a thing is."""

    OK = "ok"
    NOTE = "note"
    """Fine to work with, but something optional is not there."""
    BAD = "bad"
    """Work will fail."""


@dataclass(frozen=True)
class Symptom:
    """What was looked at, how it is, and, where it is not well, what to do."""

    what: str
    health: Health
    found: str
    remedy: str = ""


def examine(workspace: Workspace) -> list[Symptom]:
    """Look at everything that a run needs. Nothing raises: what fails is a symptom."""
    symptoms = [Symptom("layline", Health.OK, f"{__version__} on Python {sys.version.split()[0]}")]
    symptoms += _folder(workspace)
    try:
        settings = load_settings(workspace)
    except LaylineError as error:
        return [*symptoms, _bad("settings", error)]
    symptoms += _settings(workspace, settings)
    symptoms += _variables()
    symptoms += _severities(settings)
    symptoms += _database(workspace)
    symptoms += _prompt(workspace)
    symptoms += _model(settings)
    symptoms += _parsers(settings)
    symptoms += _services(settings)
    symptoms += _tools()
    return symptoms


def _bad(what: str, error: LaylineError) -> Symptom:
    return Symptom(what, Health.BAD, error.message, error.remedy)


def _folder(workspace: Workspace) -> Iterator[Symptom]:
    if os.access(workspace.root, os.W_OK):
        yield Symptom("workspace", Health.OK, str(workspace.root))
    else:
        yield Symptom(
            "workspace", Health.BAD, f"{workspace.root} cannot be written", "Mend its permissions or name another."
        )
    papers = workspace.raw.is_dir()
    yield Symptom(
        "data/raw",
        Health.OK if papers else Health.NOTE,
        str(workspace.raw) if papers else "there is no folder data/raw",
        "" if papers else "Put papers there, or name files and folders to `layline run`.",
    )


def _variables() -> Iterator[Symptom]:
    """Variables that look like settings and are none: a slip of the pen there has no effect, and no error."""
    known = {f"LAYLINE_{name.upper()}" for name in Settings.model_fields} | _NO_SETTINGS
    for name in sorted(os.environ):
        if name.upper().startswith("LAYLINE_") and name.upper().partition("__")[0] not in known:
            near = get_close_matches(name.upper(), known, n=1)
            remedy = f"Did you mean {near[0]}?" if near else "Remove it; README lists the settings."
            yield Symptom(name, Health.NOTE, "is no setting, and has no effect", remedy)


def _severities(settings: Settings) -> Iterator[Symptom]:
    try:
        changed = Severities.of(settings.severities).changed
    except LaylineError as error:
        yield _bad("severities", error)
        return
    for name, severity in changed.items():
        yield Symptom(f"severity of {name}", Health.OK, severity.value)


def _settings(workspace: Workspace, settings: Settings) -> Iterator[Symptom]:
    there = workspace.settings_file.exists()
    yield Symptom(
        "settings", Health.OK, str(workspace.settings_file) if there else "no layline.toml: defaults and environment"
    )
    for name in (
        "recipe",
        "repairs",
        "concurrency",
        "parse_workers",
        "attempts",
        "max_output_tokens",
        "context_tokens",
    ):
        yield Symptom(name, Health.OK, str(getattr(settings, name)))
    yield Symptom("required_approvals", Health.OK, str(settings.required_approvals))


def _database(workspace: Workspace) -> Iterator[Symptom]:
    if not workspace.database.exists():
        yield Symptom("database", Health.NOTE, "not made yet", "The first `layline run` makes it.")
        return
    try:
        with Store(workspace) as store:
            counts = store.papers.count_by_status()
    except LaylineError as error:
        yield _bad("database", error)
        return
    listed = ", ".join(f"{count} {in_words(status.value)}" for status, count in counts.items()) or "empty"
    yield Symptom("database", Health.OK, f"{workspace.database}: {listed}")


def _prompt(workspace: Workspace) -> Iterator[Symptom]:
    try:
        prompts = load_prompts(workspace.prompts)
    except LaylineError as error:
        yield _bad("prompts", error)
        return
    for prompt in prompts.values():
        yield Symptom("prompt", Health.OK, f"{prompt.name} {prompt.version}, hash {prompt.hash[:12]}")


def _model(settings: Settings) -> Iterator[Symptom]:
    yield Symptom(
        "OPENAI_API_KEY",
        Health.OK if settings.api_key or settings.base_url else Health.NOTE,
        "set" if settings.api_key else "not set",
        "" if settings.api_key or settings.base_url else "Without a key and a model, drafts are made offline.",
    )
    if not settings.model:
        half = settings.base_url is not None
        yield Symptom(
            "model",
            Health.BAD if half else Health.NOTE,
            "no model is named",
            "Set LAYLINE_MODEL, or `model` in layline.toml." if half else "Drafts are made offline, and marked so.",
        )
        return
    priced = settings.model in settings.prices
    yield Symptom("model", Health.OK, settings.model + ("" if priced else ", without a price: costs will not be known"))
    if settings.api_key or settings.base_url:
        yield _server(settings, _WRITER)
    own = judge_settings(settings)
    if own is not None:
        yield from _judge(own)


@dataclass(frozen=True)
class _Names:
    """What a model's server and its settings are called."""

    server: str
    address: str
    key: str


_WRITER: Final = _Names("model server", "OPENAI_BASE_URL", "OPENAI_API_KEY")
_JUDGE: Final = _Names("judge's server", "judge_base_url", "LAYLINE_JUDGE_API_KEY")


def _judge(own: Settings) -> Iterator[Symptom]:
    priced = own.model in own.prices
    named = f"{own.model}" + ("" if priced else ", without a price: costs will not be known")
    yield Symptom("judge_model", Health.OK, named)
    names = _JUDGE if own.judge_base_url else _Names(_JUDGE.server, _WRITER.address, _WRITER.key)
    if own.api_key or own.base_url:
        yield _server(own, names)


def _server(settings: Settings, names: _Names) -> Symptom:
    base = settings.base_url or "https://api.openai.com/v1"
    try:
        told = model_list(base, settings.api_key.get_secret_value() if settings.api_key else "none")
        base = _without_secrets(base)
    except ModelListError as error:
        found = f"the server of {names.address} does not answer: {said(error.cause)}"
        remedy = f"Start the server, correct {names.address}, or look at the network."
        return Symptom(names.server, Health.BAD, found, remedy)
    return _answered(settings.model or "", base, told, names)


def _answered(model: str, base: str, told: ModelList, names: _Names) -> Symptom:
    if told.status in (401, 403):
        found = f"{base} refuses the key ({told.status})"
        return Symptom(names.server, Health.BAD, found, f"Check {names.key}.")
    if told.status != HTTPStatus.OK or not told.names:
        what = (
            "lists no models" if told.names is not None or told.status != HTTPStatus.OK else "not with a list of models"
        )
        found = f"{base} answers, but {what} ({told.status}): whether it has {model!r} is not known"
        return Symptom(names.server, Health.NOTE, found)
    if model not in told.names:
        some = ", ".join(told.names[:8]) + (" …" if len(told.names) > 8 else "")
        return Symptom(names.server, Health.BAD, f"{base} has no {model!r}", f"It offers: {some}")
    return Symptom(names.server, Health.OK, f"{base} answers and has the model")


def _without_secrets(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _parsers(settings: Settings) -> Iterator[Symptom]:
    if settings.parser == "grobid":
        yield _grobid(settings)
    installed = shutil.which("ocrmypdf")
    missing = Health.BAD if settings.ocr else Health.NOTE
    remedy = "" if installed else "Install it to read scanned PDFs with --ocr: https://ocrmypdf.readthedocs.io"
    yield Symptom("ocrmypdf", Health.OK if installed else missing, installed or "not installed", remedy)


def _grobid(settings: Settings) -> Symptom:
    import httpx2  # noqa: PLC0415 - needed only where GROBID is set

    url = settings.grobid_url or ""
    try:
        reply = httpx2.get(f"{url.rstrip('/')}/api/isalive", timeout=10)
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        return Symptom(
            "grobid", Health.BAD, f"{url!r} does not answer: {said(error)}", "Start it or correct grobid_url."
        )
    health = Health.OK if reply.status_code == HTTPStatus.OK else Health.BAD
    return Symptom(
        "grobid", health, f"{url} answers {reply.status_code}", "" if health is Health.OK else "See its log."
    )


def _services(settings: Settings) -> Iterator[Symptom]:
    """Whether papers can be fetched; the two services that know most are asked for any answer at all."""
    if settings.contact is None:
        remedy = 'Set contact = "you@example.org" to fetch papers by DOI and to look files up.'
        yield Symptom("contact", Health.NOTE, "not set: nothing is fetched or looked up", remedy)
        return
    yield Symptom("contact", Health.OK, settings.contact)
    for name in ("crossref", "europepmc"):
        yield _service(name, getattr(settings.services, name))


def _service(name: str, url: str) -> Symptom:
    import httpx2  # noqa: PLC0415 - needed only where papers are fetched

    try:
        reply = httpx2.get(url, timeout=10, trust_env=False)
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        remedy = "Look at the network. Layline uses no proxy."
        return Symptom(name, Health.BAD, f"{url} does not answer: {said(error)}", remedy)
    return Symptom(name, Health.OK, f"{url} answers ({reply.status_code})")


def _tools() -> Iterator[Symptom]:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    yield Symptom(
        "editor",
        Health.OK if editor else Health.NOTE,
        editor or "EDITOR is not set",
        "" if editor else "Set it to use `layline edit` without --file.",
    )
    git = shutil.which("git")
    yield Symptom(
        "git", Health.OK if git else Health.NOTE, git or "not installed", "" if git else "Decide with --as NAME."
    )
