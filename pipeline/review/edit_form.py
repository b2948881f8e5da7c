"""The form in which a person edits a draft: the statements with their quotes, as YAML; everything else is computed."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import yaml
from pydantic import ValidationError

from pipeline.errors import ReviewError
from pipeline.models.claim import Evidence
from pipeline.models.evidence_level import evidence_level
from pipeline.models.missing import MissingReason
from pipeline.models.study import StudyFacts
from pipeline.models.summary import Summary, empty_field_names
from pipeline.shape.misfits import misfits

Locate = Callable[[str], Evidence]
"""Finds a quote in the paper: evidence with its place, or with `not_found`."""

_COMPUTED: Final = ("schema_version", "citation", "drafted_by", "evidence_level", "missing")
_FAULTS_TOLD: Final = 3
_HEAD: Final = """\
# {title}
#
# Edit the text and the quotes; save and close to have the checks run again. Quotes must stand in the paper as they
# are. Citation, evidence level and the reasons for what is missing are computed and not shown here.
# To give up, leave the file unchanged.

"""


def to_form(summary: Summary) -> str:
    """The summary as a person edits it."""
    body = yaml.dump(to_fields(summary), sort_keys=False, allow_unicode=True, width=100, Dumper=_Dumper)
    return _HEAD.format(title=" ".join(summary.citation.title.split())) + body


def from_form(text: str, before: Summary, by: str, locate: Locate) -> Summary:
    """The edited summary. Raises ReviewError (`bad_edit`) that names the place of what cannot be read."""
    return from_fields(_read(text), before, by, locate)


def to_fields(summary: Summary) -> dict[str, Any]:
    """What a person edits, as plain fields: statements with their quotes."""
    fields: dict[str, Any] = _quotes_only(summary.model_dump(mode="json", exclude=set(_COMPUTED)))
    return fields


def from_fields(fields: dict[str, Any], before: Summary, by: str, locate: Locate) -> Summary:
    """The summary of edited fields. Raises ReviewError (`bad_edit`, `unchanged`)."""
    _refuse_computed(fields, before)
    raised = {name: _raise(value, locate) for name, value in fields.items() if name not in _COMPUTED}
    try:
        return _complete(raised, before, by)
    except ValidationError as error:
        raise _bad(_told(error)) from error
    except (TypeError, ValueError) as error:  # a date, a set or bytes by a tag of YAML's
        raise _bad(f"it holds what is neither text nor a number: {error}") from error


def _complete(fields: dict[str, Any], before: Summary, by: str) -> Summary:
    kept = {name: getattr(before, name) for name in ("schema_version", "citation")}
    whole = {**before.model_dump(mode="json"), **fields}
    study = StudyFacts.model_validate_json(json.dumps(whole["study"]))
    whole |= {name: _plain(value) for name, value in kept.items()}
    whole["evidence_level"] = evidence_level(study).model_dump(mode="json")
    whole["missing"] = _missing(whole, before)
    edited = Summary.model_validate_json(json.dumps(whole))
    if edited == before:
        raise ReviewError(
            "nothing was changed", remedy="Change something, or leave the draft as it is.", kind="unchanged"
        )
    editors = tuple(dict.fromkeys((*before.drafted_by.edited_by, by)))
    return edited.model_copy(update={"drafted_by": before.drafted_by.model_copy(update={"edited_by": editors})})


def _missing(fields: dict[str, Any], before: Summary) -> list[dict[str, Any]]:
    known = {entry.field: entry.model_dump(mode="json") for entry in before.missing}
    new = {"reason": MissingReason.NOT_IN_SOURCE.value, "searched": []}
    return [known.get(field, {"field": field, **new}) for field in empty_field_names(fields)]


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value


def _quotes_only(value: Any) -> Any:
    if isinstance(value, list):
        return [_quotes_only(item) for item in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _quotes_only(item) for key, item in value.items() if key not in ("evidence", "unproved")}
    if "evidence" in value:
        plain["quotes"] = [item["quote"] for item in value["evidence"]]
    if value.get("unproved"):
        plain["unproved"] = value["unproved"]
    return plain


def _raise(value: Any, locate: Locate) -> Any:
    """Turn the quotes under statements and facts into evidence, located anew; what is on the form is not trusted."""
    if isinstance(value, list):
        return [_raise(item, locate) for item in value]
    if not isinstance(value, Mapping):
        return value
    fields = {key: _raise(item, locate) for key, item in value.items() if key not in ("quotes", "evidence")}
    if "quotes" in value or "evidence" in value:
        quotes = _texts(value.get("quotes", value.get("evidence")))
        fields["evidence"] = [locate(quote).model_dump(mode="json") for quote in quotes]
    is_claim = "text" in fields
    if is_claim:
        fields.setdefault("evidence", [])
        fields["unproved"] = None if fields["evidence"] else fields.get("unproved") or MissingReason.NOT_IN_SOURCE.value
    return fields


def _texts(quotes: Any) -> list[str]:
    if not isinstance(quotes, list):
        raise _bad("quotes must be a list of texts")
    texts = [quote.get("quote") if isinstance(quote, Mapping) else quote for quote in quotes]
    if not all(isinstance(text, str) for text in texts):
        raise _bad("each quote must be text")
    return [text for text in texts if isinstance(text, str)]


def _read(text: str) -> dict[str, Any]:
    try:
        fields = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader that knows no types but text and numbers
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _bad(f"it is not valid YAML: {_yaml_told(error)}") from error
    if not isinstance(fields, dict) or not all(isinstance(key, str) for key in fields):
        raise _bad("it must hold the fields of a summary by name")
    return fields


def _refuse_computed(fields: dict[str, Any], before: Summary) -> None:
    known = before.model_dump(mode="json")
    for name in _COMPUTED:
        if name in fields and fields[name] != known[name]:
            raise _bad(f"{name} is computed and cannot be edited; leave it out")


def _told(error: ValidationError) -> str:
    of_study = error.title == StudyFacts.__name__  # which are read before the whole
    schema = (StudyFacts if of_study else Summary).model_json_schema()
    within = "/study" if of_study else ""
    found = [f"at {within}/{'/'.join(map(str, each.place))}: {each.matter}" for each in misfits(error, schema)]
    more = f"; and {len(found) - _FAULTS_TOLD} more" if len(found) > _FAULTS_TOLD else ""
    return "; ".join(found[:_FAULTS_TOLD]) + more


def _yaml_told(error: Exception) -> str:
    """The parser's words with their line; those of our own loader have none."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    if mark is None or problem is None:
        return str(error)
    return f"{problem} (line {mark.line + 1}, column {mark.column + 1})"


def _bad(what: str) -> ReviewError:
    return ReviewError(f"the edited draft cannot be used: {what}", remedy="Correct it and try again.", kind="bad_edit")


class _Loader(yaml.SafeLoader):
    """Reads plain words as text: in YAML's older rules `no` is false and `2021-11-24` a date.

    Nothing can be named and repeated: a short text could then stand for gigabytes, or hold itself.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse what points at another part."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it repeats a part by reference (*name); write it out")
        return super().compose_node(parent, index)


class _Dumper(yaml.SafeDumper):
    """Writes long text in full and never by reference."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Repeat equal values instead of pointing at them."""
        return True


_KEPT: Final = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:int", "tag:yaml.org,2002:merge")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag in _KEPT]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
