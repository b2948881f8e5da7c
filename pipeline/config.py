"""The workspace (a folder) and its settings: `layline.toml`, then the environment; keys from the environment only."""

import os
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticKnownError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from pipeline.errors import SetupError
from pipeline.shape.allowed import ALLOWED, allowed, part_at
from pipeline.shape.misfits import Misfit, misfits

SETTINGS_FILE = "layline.toml"


class _Table(BaseModel):
    """A part of the settings; `true` is no number there, though Python counts it as 1."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    @field_validator("*", mode="before")
    @classmethod
    def _true_is_no_number(cls, value: Any, info: ValidationInfo) -> Any:
        kinds = {cls.model_fields[info.field_name or ""].annotation}
        kinds |= {each for kind in kinds for each in get_args(kind)}
        if isinstance(value, bool) and kinds & {int, float}:
            raise PydanticKnownError("float_type")
        return value


class Price(_Table):
    """What a model costs, per million tokens, in the currency of the provider's price list."""

    input: float = Field(ge=0)
    cached_input: float | None = Field(default=None, ge=0)
    output: float = Field(ge=0)


def _written(pattern: str, in_words: str, **more: Any) -> Any:
    """A field whose text has a form; who writes it otherwise is told the form in words."""
    return Field(pattern=pattern, json_schema_extra={ALLOWED: in_words}, **more)


_SERVER = r"^(https?://\S+)?$"
"""An empty variable is as good as none."""
_FORM_ADDRESS = r"https://[A-Za-z0-9.-]+(:\d{1,5})?(/[^\s\"'<>#]*)?"
_WEB = r"^https?://[^\s/]\S*$"
_WEB_IN_WORDS = "an address that begins with http:// or https://"
_Address = Annotated[str, _written(_WEB, _WEB_IN_WORDS)]


class Services(_Table):
    """Where the services that describe articles and give out their texts are asked; each without a final slash."""

    crossref: _Address = "https://api.crossref.org"
    datacite: _Address = "https://api.datacite.org"
    europepmc: _Address = "https://www.ebi.ac.uk/europepmc/webservices/rest"
    eutils: _Address = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    idconv: _Address = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles"
    pmc_bucket: _Address = "https://pmc-oa-opendata.s3.amazonaws.com"
    unpaywall: _Address = "https://api.unpaywall.org/v2"
    biorxiv: _Address = "https://api.biorxiv.org"
    """Serves medRxiv too."""
    openalex: _Address = "https://api.openalex.org"
    doi: _Address = "https://doi.org"


class Watch(_Table):
    """A saved search."""

    name: str = _written(r"^[a-z0-9][a-z0-9_-]{0,63}$", "a word of small letters, digits, - and _, such as sci-trials")
    source: Literal["europepmc", "pubmed", "biorxiv", "medrxiv", "crossref", "feed"]
    query: str = Field(min_length=1)
    """In the source's own language; of a feed, its address."""
    categories: tuple[str, ...] = ()
    """What every page of a paper that this search found is filed under, besides what its drafter chose."""
    daily_limit: int = Field(default=20, ge=1)
    since: date | None = None
    """Nothing older is taken; without it, the first run looks back 30 days."""

    @model_validator(mode="after")
    def _a_feed_has_an_address(self) -> Self:
        if self.source == "feed" and not self.query.startswith(("https://", "http://")):
            raise ValueError(f"the query of the feed {self.name} must be its address, with https://")
        return self


class Settings(_Table, BaseSettings):
    """Everything that can be set. Environment variables (`LAYLINE_…`) win over `layline.toml`.

    No model is named by default: models come and go, and which one to trust is the user's choice.
    """

    model_config = SettingsConfigDict(env_prefix="LAYLINE_", env_nested_delimiter="__")

    model: str | None = None
    """The model's name, as the server knows it."""
    base_url: str | None = Field(
        default=None, validation_alias="OPENAI_BASE_URL", pattern=_SERVER, json_schema_extra={ALLOWED: _WEB_IN_WORDS}
    )
    """The server that speaks the OpenAI protocol; without it, OpenAI's own."""
    api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    """From the environment only; a key in the settings file is refused."""
    drafter: Literal["auto", "model", "offline"] = "auto"
    """`auto` takes the model where one is configured, else the offline drafter, and says which."""
    recipe: Literal["two-step", "one-step"] = "two-step"
    """`two-step` collects facts and claims with quotes, then writes from those alone; `one-step` does both at once."""
    api: Literal["chat", "responses"] = "chat"
    """Chat completions work everywhere; the Responses API is for OpenAI itself, and is told not to store the paper."""
    temperature: float | None = Field(default=None, ge=0, le=2)
    """Left to the server where it is not set; some models refuse any other value."""
    reasoning_effort: str | None = None
    """Such as `low` or `high`, for models that reason; left to the server where it is not set."""
    service_tier: str | None = None
    """Such as `flex`; left to the server where it is not set."""
    extra_body: dict[str, Any] = Field(default_factory=dict)
    """Fields that are added to the body of every request, for what a server of your own wants besides."""
    max_output_tokens: int = Field(default=16_000, ge=256)
    """A ceiling for one reply, reasoning included."""
    context_tokens: int = Field(default=128_000, ge=2_000)
    """The model's context; a paper that does not fit is read in parts, and what is left out is named."""
    parts_at_most: int = Field(default=24, ge=1, le=200)
    """Parts that one paper may be read in; what tells least about the study is left out first, by name."""
    attempts: int = Field(default=2, ge=1, le=10)
    """How often one question is asked in all, as long as asking again may help."""
    repairs: int = Field(default=2, ge=0, le=10)
    """How often blocking findings go back to the model; each attempt is kept, the best one goes on."""
    concurrency: int = Field(default=8, ge=1, le=256)
    """Model calls in flight at once."""
    request_timeout: float = Field(default=180.0, gt=0)
    """Seconds for one HTTP attempt."""
    retry_for: float = Field(default=300.0, ge=0)
    """Seconds after which a call that keeps failing for transient reasons is given up, for this run."""
    judge_model: str | None = None
    """A second model that is asked whether each quote says what its statement says; it only adds findings."""
    judge_base_url: str | None = _written(_SERVER, _WEB_IN_WORDS, default=None)
    """The judge's server, where it is another one."""
    judge_api_key: SecretStr | None = None
    """The key for that server, from the environment only."""
    prices: dict[str, Price] = Field(default_factory=dict)
    """By model name; a model without a price has no cost on record, never a cost of zero."""
    budget: float | None = Field(default=None, gt=0)
    """What one run may spend at most, in the currency of the prices; it stops before the call that could pass it."""
    batch_price_factor: float = Field(default=0.5, gt=0, le=1)
    """What a call costs in a batch, as a part of its price."""
    requests_per_minute: float | None = Field(default=None, gt=0)
    """What the model's server allows; shared by all processes of the workspace."""
    tokens_per_minute: float | None = Field(default=None, gt=0)
    """The same for tokens, input and output together, by estimate."""
    parser: Literal["builtin", "grobid"] = "builtin"
    """What reads PDFs. Where GROBID fails on one, the built-in parser reads it, and the paper says so."""
    grobid_url: str | None = _written(_WEB, _WEB_IN_WORDS, default=None)
    """The address of the GROBID server, such as `http://localhost:8070`; every PDF is sent there."""
    grobid_timeout: float = Field(default=120.0, gt=0)
    """Seconds for one answer of GROBID."""
    grobid_retry_for: float = Field(default=120.0, ge=0)
    """Seconds after which a GROBID that is busy or not reachable is given up, for this document."""
    ocr: bool = False
    """Whether scanned PDFs, which have no text layer, are given to ocrmypdf."""
    ocr_language: str = _written(
        r"^[A-Za-z_]{2,32}(\+[A-Za-z_]{2,32}){0,8}$", "names of languages, such as eng or eng+deu", default="eng"
    )
    """Tesseract's name for the language of scanned papers; several are joined by a plus: `eng+deu`."""
    ocr_timeout: float = Field(default=600.0, gt=0)
    """Seconds that the text recognition of one document may take."""
    parse_workers: int = Field(default=2, ge=1, le=64)
    """Documents that are parsed at once, each in a process of its own."""
    parse_timeout: float = Field(default=60.0, gt=0)
    """Seconds that one document may take."""
    parse_memory_mb: int = Field(default=1_024, ge=128)
    """Address space of one parsing worker, in megabytes; 120 pages of papers take about 130."""
    max_source_mb: int = Field(default=200, ge=1)
    """Larger files are refused by name."""
    lease_seconds: float = Field(default=120.0, ge=1)
    """How long a claimed stage stays claimed without a sign of life (other machines; on this one, death is seen)."""
    severities: dict[str, Literal["block", "warn", "info"]] = Field(default_factory=dict)
    """By the name of a check, how much it matters on this site; malformed output always blocks."""
    required_approvals: int = Field(default=1, ge=1, le=5)
    """How many different people must approve the same content."""
    contact: str | None = _written(
        r"^[^@\s]+@[^@\s]+\.[^@\s]+$", "an e-mail address, such as you@example.org", default=None
    )
    """An e-mail address under which the services can reach whoever runs this; nothing is fetched without it."""
    services: Services = Services()
    """The addresses of the services."""
    ncbi_api_key: SecretStr | None = None
    """From the environment only; allows 10 requests a second instead of 3."""
    openalex_api_key: SecretStr | None = None
    """From the environment only; OpenAlex is asked where it is set."""
    crossref_api_key: SecretStr | None = None
    """From the environment only; the token of Crossref Metadata Plus."""
    lookup: Literal["auto", "off"] = "auto"
    """Whether supplied files are looked up by their DOI (licence, retractions), where a contact is set."""
    on_retraction: Literal["hold", "banner"] = "hold"
    """What becomes of a published page whose paper was retracted: out of the next export, or a banner on it."""
    fetch_concurrency: int = Field(default=8, ge=1, le=64)
    """Papers that are fetched at once; each service's own limits hold besides."""
    fetch_timeout: float = Field(default=30.0, gt=0)
    """Seconds for one attempt at a service's answer."""
    text_timeout: float = Field(default=120.0, gt=0)
    """Seconds for one attempt at a full text."""
    fetch_retry_for: float = Field(default=60.0, ge=0)
    """Seconds after which a service that keeps failing for transient reasons is given up, for this run."""
    metadata_max_age_days: float = Field(default=7.0, ge=0)
    """Days for which a service's answer is kept and not asked for again; `recheck` always asks."""
    watch: tuple[Watch, ...] = Field(default=(), json_schema_extra={ALLOWED: "saved searches, each a [[watch]]"})
    """Saved searches, each a `[[watch]]`; see `layline watch`."""
    allowed_local_servers: tuple[str, ...] = ()
    """For tests: `host:port` of servers that may be asked though their address is not public."""
    categories: tuple[str, ...] = ()
    """The site's categories; empty keeps the built-in list."""
    site_title: str = Field(default="Research in Plain Language", min_length=1)
    """The name of the site that `export --format site` writes."""
    site_url: str | None = _written(
        r"^https?://[^\s/?#]+(/[^\s?#]*)?$", f"{_WEB_IN_WORDS}, without ? and #", default=None
    )
    """Where the site will stand; without it the feeds, the sitemap and canonical addresses are left out."""
    feedback_url: str | None = _written(
        rf"^({_FORM_ADDRESS}|mailto:[^\s@?&]+@[^\s@?&]+)$",
        "an address that begins with https:// or a mailbox, such as mailto:you@example.org",
        default=None,
    )
    """Where pages of the site post feedback (`https://…`), or the mailbox for it (`mailto:…`); else it is left out."""
    subscribe_url: str | None = _written(rf"^{_FORM_ADDRESS}$", "an address that begins with https://", default=None)
    """Where the site posts the e-mail address of who subscribes (`https://…`); else the form is left out."""

    @model_validator(mode="after")
    def _watches_are_told_apart(self) -> Self:
        names = [each.name for each in self.watch]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two saved searches have the name {twice[0]}")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags first, then the environment, then the file."""
        return init_settings, env_settings, _File(settings_cls)


class _File(TomlConfigSettingsSource):
    """`layline.toml` of the workspace that is being loaded; plain field names stand for the aliases."""

    path: Path | None = None

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls, toml_file=_File.path)

    def _read_file(self, file_path: Path | Traversable) -> dict[str, Any]:
        values = super()._read_file(file_path)
        if any(name.casefold().replace("-", "_").endswith("api_key") for name in values):
            raise SetupError(
                f"{file_path} holds an API key",
                remedy="Remove it there (and from its history), and set OPENAI_API_KEY in the environment.",
            )
        if "base_url" in values:
            values["OPENAI_BASE_URL"] = values.pop("base_url")
        return values


def load_settings(workspace: "Workspace", **overrides: Any) -> Settings:
    """The settings of a workspace. Raises SetupError that names each wrong one, where it stands and what is allowed."""
    _File.path = _settings_file(workspace)
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise _refused(_told(error, workspace.settings_file)) from error
    except SettingsError as error:
        raise _refused(f"in the environment: {_unreadable_variable(error)}") from error
    except UnicodeDecodeError as error:
        raise _refused(f"{_File.path} is not text in UTF-8") from error
    except ValueError as error:
        raise SetupError(
            f"{_File.path} is not valid TOML: {error}",
            remedy="Correct that line: `name = value`, texts in quotes, each name once.",
        ) from error


def _refused(message: str) -> SetupError:
    return SetupError(message, remedy="Correct it there, or remove it to use the default.")


def _told(error: ValidationError, file: Path) -> str:
    """All that is wrong, by the place where it is to be corrected."""
    by_place: dict[str, list[str]] = {}
    for misfit in misfits(error, Settings.model_json_schema()):
        where, words = _placed(misfit, file)
        by_place.setdefault(where, []).append(words)
    return "; ".join(f"{where}: {'; '.join(words)}" for where, words in by_place.items())


def _placed(misfit: Misfit, file: Path) -> tuple[str, str]:
    for variable in _variables(misfit):
        if variable in {name.upper() for name in os.environ}:
            return "in the environment", f"{variable} {misfit.matter}"
    name = "base_url" if misfit.name == "OPENAI_BASE_URL" else misfit.name
    return str(file), f"{name} {misfit.matter}".strip()


def _variables(misfit: Misfit) -> Iterator[str]:
    """The variables that may have set this, the narrowest first; those of other programs have no prefix."""
    place = [str(part).upper() for part in misfit.place]
    for length in range(len(place), 0, -1):
        yield f"LAYLINE_{'__'.join(place[:length])}"
    yield from place[:1]


def _unreadable_variable(error: SettingsError) -> str:
    """A list or table in a variable is written as JSON; the library's message names the field."""
    found = re.search(r'field "(\w+)"', str(error))
    schema, name = Settings.model_json_schema(), found[1] if found else ""
    form = allowed(part_at(schema, [name]) or {}, schema)
    return f"LAYLINE_{name.upper()} cannot be read; it must be {form}, written as JSON"


def _settings_file(workspace: "Workspace") -> Path | None:
    """The file, or None where there is none. What is there and cannot be read must not pass for nothing."""
    path = workspace.settings_file
    if not os.path.lexists(path):
        return None
    if not path.is_file() or not os.access(path, os.R_OK):
        raise SetupError(f"{path} is not a file that can be read", remedy="Mend it, or remove it to use the defaults.")
    return path


def shipped_prompts() -> Path:
    """The folder of the prompts that Layline ships: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "_shipped" / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"


class Workspace:
    """The folder that an editor works in, and where everything in it lies; nothing in it has to exist."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()

    @cached_property
    def settings_file(self) -> Path:
        """`layline.toml`."""
        return self.root / SETTINGS_FILE

    @cached_property
    def raw(self) -> Path:
        """Where editors put papers, and where fetched ones are kept."""
        return self.root / "data" / "raw"

    @cached_property
    def summaries(self) -> Path:
        """Where exports go when nothing else is said."""
        return self.root / "data" / "summaries"

    @cached_property
    def prompts(self) -> Path:
        """Prompts that replace the shipped ones of the same name."""
        return self.root / "prompts"

    @cached_property
    def templates(self) -> Path:
        """Page templates that replace the shipped ones of the same name."""
        return self.root / "templates"

    @cached_property
    def kept_sources(self) -> Path:
        """Sources as received, named by their hash."""
        return self.raw / ".kept"

    @cached_property
    def state(self) -> Path:
        """The database, model replies and parsed papers; the only folder that must be backed up with `data/raw`."""
        return self.root / "data" / ".layline"

    @cached_property
    def database(self) -> Path:
        """The SQLite file."""
        return self.state / "layline.db"
