"""What a robots.txt allows. Source: RFC 9309, with its `*` and `$`, which Python's own reader does not know."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

_READ: Final = 500 * 1024
"""Bytes; a reader must take at least so many (RFC 9309, 2.5)."""


@dataclass(frozen=True)
class _Rule:
    allow: bool
    pattern: str

    def match(self, path: str) -> bool:
        """Whether the pattern fits the beginning of the path, or all of it where the pattern ends in `$`."""
        to_end = self.pattern.endswith("$")
        parts = [unquote(part) for part in self.pattern.removesuffix("$").split("*")]
        if not path.startswith(parts[0]):
            return False
        at = len(parts[0])
        for part in parts[1:-1] if to_end else parts[1:]:
            at = path.find(part, at)
            if at < 0:
                return False
            at += len(part)
        if not to_end:
            return True
        return at == len(path) if len(parts) == 1 else path.endswith(parts[-1]) and len(path) - len(parts[-1]) >= at


class Rules:
    """The rules for one program."""

    def __init__(self, robots: bytes, program: str) -> None:
        groups = _groups(robots.removeprefix(b"\xef\xbb\xbf")[:_READ].decode("utf-8", "replace"))
        self._rules = groups.get(program.lower(), groups.get("*", []))

    def allow(self, url: str) -> bool:
        """Whether the address may be asked: the longest rule that fits decides, and between equals the kinder."""
        parts = urlsplit(url)
        path = unquote(parts.path or "/") + (f"?{unquote(parts.query)}" if parts.query else "")
        fitting = [(len(rule.pattern), rule.allow) for rule in self._rules if rule.match(path)]
        return max(fitting)[1] if fitting else True


def _groups(text: str) -> dict[str, list[_Rule]]:
    """The rules by program, in lower case; groups that name the same program are one."""
    groups: dict[str, list[_Rule]] = {}
    programs: list[str] = []
    in_head = False
    for name, value in _fields(text.splitlines()):
        if name == "user-agent":
            programs = [*programs, value.lower()] if in_head else [value.lower()]
            in_head = True
            groups.setdefault(value.lower(), [])
        elif name in ("allow", "disallow"):
            in_head = False
            for program in dict.fromkeys(programs) if value else ():
                groups[program].append(_Rule(name == "allow", value))
    return groups


def _fields(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        name, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield name.strip().lower(), value.strip()
