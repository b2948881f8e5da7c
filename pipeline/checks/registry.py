"""The checks that exist: every module of the groups' folders, found by looking."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, ModuleType

from pipeline.checks import grounding, malformed, readability, safety
from pipeline.checks.declaration import Check
from pipeline.checks.documentation import Documentation, read_documentation

_FOLDERS = (malformed, grounding, safety, readability)


@dataclass(frozen=True, slots=True)
class Registered:
    """A check with its manual and the name of its module."""

    check: Check
    documentation: Documentation
    module: str

    def as_dict(self) -> dict[str, object]:
        """Everything about the check as JSON can hold it."""
        manual, check = self.documentation, self.check
        return {
            "name": check.name,
            "group": check.group.value,
            "severity": check.severity.value,
            "waivable": check.waivable,
            "since": check.since,
            "gist": manual.gist,
            "why": manual.why,
            "wrong": manual.wrong,
            "right": manual.right,
            "blind_spots": manual.blind_spots,
        }


@cache
def registry() -> Mapping[str, Registered]:
    """All checks by name, sorted. A module without a declaration or a manual is an error at first use."""
    found = sorted((_registered(module) for module in _modules()), key=lambda entry: entry.check.name)
    return MappingProxyType({entry.check.name: entry for entry in found})


def _modules() -> Iterator[ModuleType]:
    for folder in _FOLDERS:
        for info in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}."):
            yield importlib.import_module(info.name)


def _registered(module: ModuleType) -> Registered:
    check: Check = module.CHECK
    return Registered(check, read_documentation(module.__doc__), module.__name__)
