"""The files and batches of the loopback server: what goes up as lines comes down as lines, in another order."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Answer = Callable[[bytes], tuple[int, bytes]]
"""From the body of a request to the status and the body of its answer."""


@dataclass
class BatchDesk:
    """Keeps files and batches. `looks` is how often a batch is seen in progress before it has ended as `ends`."""

    answer: Answer
    looks: int = 0
    ends: str = "completed"
    expires_after: int = 0
    """So many requests of a batch that expires are answered; none of the others is."""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    """Batches and files, by id, that the server says it does not have (404)."""
    spoiled: dict[str, bytes] = field(default_factory=dict)
    """What is answered, with status 200, where one of these is asked for: an id, or `files`, `batches`."""
    forget_the_reply: bool = False
    """Make the next batch and drop the connection before the answer, as a crash would."""

    def upload(self, content_type: str, body: bytes) -> dict[str, Any]:
        """Take a multipart form with a file."""
        boundary = re.search(r'boundary="?([^";]+)', content_type)
        assert boundary is not None
        parts = body.split(f"--{boundary[1]}".encode())
        data = next(part.split(b"\r\n\r\n", 1)[1].rsplit(b"\r\n", 1)[0] for part in parts if b'name="file"' in part)
        name = f"file-{len(self.files) + 1}"
        self.files[name] = data
        return self._file(name)

    def create(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Make a batch of a file."""
        lines = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines()]
        name = f"batch-{len(self.batches) + 1}"
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "endpoint": asked["endpoint"],
            "input_file_id": asked["input_file_id"],
            "completion_window": asked["completion_window"],
            "created_at": 1,
            "metadata": asked.get("metadata"),
            "status": "in_progress",
            "output_file_id": None,
            "error_file_id": None,
            "errors": None,
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
        }
        self.batches[name]["lines"], self.batches[name]["seen"] = lines, 0
        return self.shown(name)

    def look(self, name: str) -> dict[str, Any]:
        """How a batch is; looking makes it go on."""
        batch = self.batches[name]
        batch["seen"] += 1
        if batch["status"] == "in_progress" and batch["seen"] > self.looks:
            self._end(batch)
        return self.shown(name)

    def shown(self, name: str) -> dict[str, Any]:
        """A batch as the API tells of it."""
        return {key: value for key, value in self.batches[name].items() if key not in ("lines", "seen")}

    def _end(self, batch: dict[str, Any]) -> None:
        lines = batch["lines"] if self.ends == "completed" else batch["lines"][: self.expires_after]
        output: list[bytes] = []
        errors: list[bytes] = []
        for line in reversed(lines):
            status, body = self.answer(json.dumps(line["body"]).encode())
            row = {"id": "x", "custom_id": line["custom_id"], "error": None}
            row["response"] = {"status_code": status, "request_id": "r", "body": json.loads(body)}
            (output if status == 200 else errors).append(json.dumps(row).encode())
        for name, rows in (("output_file_id", output), ("error_file_id", errors)):
            if rows:
                file = f"file-{len(self.files) + 1}"
                self.files[file] = b"\n".join(rows) + b"\n"
                batch[name] = file
        batch["status"] = self.ends
        batch["request_counts"] |= {"completed": len(output), "failed": len(errors)}

    def _file(self, name: str) -> dict[str, Any]:
        size = len(self.files[name])
        return {
            "id": name,
            "object": "file",
            "bytes": size,
            "created_at": 1,
            "filename": "x.jsonl",
            "purpose": "batch",
            "status": "processed",
        }
