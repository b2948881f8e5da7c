"""Identifiers whose type says what they identify: `Doi`, `Sha256`, `PaperId`."""

import hashlib
import re
import unicodedata
from functools import partial
from typing import Any, ClassVar, Self
from urllib.parse import unquote

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_DOI_PREFIXES = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/|^(?:info:)?doi:\s*", re.IGNORECASE)
_OPENERS = {")": "(", "]": "[", "}": "{", ">": "<"}


class _Identifier(str):
    """A string that has the form of its kind, or does not exist."""

    __slots__ = ()
    form: ClassVar[re.Pattern[str]]

    def __new__(cls, value: str) -> Self:
        if not cls.form.fullmatch(value):
            raise ValueError(f"{value!r} is not a {cls.__name__}")
        return super().__new__(cls, value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            partial(str.__new__, cls),  # the pattern below is the form: it is not matched twice
            core_schema.str_schema(pattern=cls.form.pattern),
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )


class Sha256(_Identifier):
    """The SHA-256 of some bytes, as 64 lower-case hexadecimal digits."""

    __slots__ = ()
    form = re.compile(r"^[0-9a-f]{64}$")

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The hash of `data`."""
        return cls(hashlib.sha256(data).hexdigest())


class PaperId(_Identifier):
    """The short stable id of a paper: `p` and 12 hexadecimal digits of its first source's hash."""

    __slots__ = ()
    form = re.compile(r"^p[0-9a-f]{12}$")

    @classmethod
    def for_source(cls, sha256: Sha256) -> Self:
        """The id of the paper that starts with this source."""
        return cls(f"p{sha256[:12]}")


class Pmid(_Identifier):
    """The number of an article in PubMed."""

    __slots__ = ()
    form = re.compile(r"^[1-9]\d{0,7}$")


class Pmcid(_Identifier):
    """The id of an article in PubMed Central, without its version."""

    __slots__ = ()
    form = re.compile(r"^PMC[1-9]\d{0,8}$")


class Doi(_Identifier):
    """A DOI in its normal form: without resolver or prefix, in lower case (DOIs ignore the case of ASCII letters).

    Form and normalisation follow the DOI Handbook: opaque, no length limit, any printable character after the
    slash, old SICI forms with `<>();:` included.
    """

    __slots__ = ()
    form = re.compile(r"^10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x1f\x7f]+$")

    @classmethod
    def parse(cls, raw: str) -> Self:
        """Read a DOI as people write it (a URL, `doi:…`, a trailing full stop). Raises ValueError if it is none."""
        text = unicodedata.normalize("NFKC", raw).strip()
        bare = _DOI_PREFIXES.sub("", unquote(text) if "%" in text else text)
        return cls(_without_trailing_punctuation(bare.split()[0] if bare.split() else "").lower())


def _without_trailing_punctuation(text: str) -> str:
    while text and (text[-1] in ".,;:\"'" or _closes_nothing(text)):
        text = text[:-1]
    return text


def _closes_nothing(text: str) -> bool:
    opener = _OPENERS.get(text[-1])
    return opener is not None and text.count(text[-1]) > text.count(opener)
