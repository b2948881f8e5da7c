"""Keeps replies of services across runs: a file each, its head as one line of JSON, then the body as it came."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pipeline.models.ids import Sha256
from pipeline.models.web_reply import Reply
from pipeline.store.payloads import Payloads

_NOT_KEPT: Final = frozenset({"set-cookie", "authorization", "proxy-authorization", "www-authenticate"})
_CLOCK_SLACK: Final = 86_400.0
"""Seconds; a reply from further ahead shows a clock that was set back, and its age is not known."""


class WebCache:
    """Replies under the hash of what was asked. What cannot be read any more is named in `damaged` and asked anew."""

    def __init__(self, folder: Path) -> None:
        self._files = Payloads(folder, ".reply")
        self.damaged: list[Path] = []

    def find(self, key: str, *, max_age: float) -> Reply | None:
        """The reply kept under this key, if it is not older than `max_age` seconds."""
        digest = Sha256.of(key.encode())
        try:
            data = self._files.find(digest)
            reply = _reply(data, key) if data is not None else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # Not one of these is a reply that may be used, and a service can always be asked again.
            self.damaged.append(self._files.path(digest))
            return None
        if reply is None:
            return None
        age = (datetime.now(UTC) - reply.retrieved_at).total_seconds()
        return reply if -_CLOCK_SLACK < age <= max_age else None

    def keep(self, key: str, reply: Reply) -> None:
        """Keep a reply under this key, in place of an older one."""
        head = {
            "key": key,
            "status": reply.status,
            "headers": {name: value for name, value in reply.headers.items() if name.lower() not in _NOT_KEPT},
            "url": reply.url,
            "asked": reply.asked,
            "retrieved_at": reply.retrieved_at.isoformat(),
            "body": Sha256.of(reply.body),
        }
        data = json.dumps(head).encode() + b"\n" + reply.body
        self._files.replace(Sha256.of(key.encode()), data)


def _reply(data: bytes, key: str) -> Reply:
    line, _, body = data.partition(b"\n")
    head = json.loads(line)
    if head["key"] != key or head["body"] != Sha256.of(body):
        raise ValueError("another reply, or not the whole of it")
    return Reply(
        status=int(head["status"]),
        headers={str(name): str(value) for name, value in head["headers"].items()},
        body=body,
        url=str(head["url"]),
        asked=str(head["asked"]),
        retrieved_at=datetime.fromisoformat(head["retrieved_at"]).astimezone(UTC),
        from_cache=True,
    )
