"""Structured logs of a run: one JSON object a line on standard error."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from pipeline.run.events import Event


def report_json(event: Event) -> None:
    """Write an event with its time and name."""
    write_json(type(event).__name__.lower(), asdict(event))


def write_json(event: str, fields: dict[str, Any]) -> None:
    """Write what happened under its name, with the time."""
    head = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event}
    sys.stderr.write(json.dumps(head | fields, default=_plain, ensure_ascii=True) + "\n")
    sys.stderr.flush()


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else str(value)
