"""The tables, as SQLAlchemy Core sees them; the migrations make them."""

from typing import Final

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

HEAD: Final = "0005"
"""The newest migration; a database at another revision is migrated when it is opened."""

metadata = MetaData()

papers = Table(
    "papers",
    metadata,
    Column("id", String(13), primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("doi", Text, unique=True),
    Column("pmid", Text, index=True),
    Column("pmcid", Text, index=True),
    Column("title_key", Text, index=True),
    Column("title", Text),
    Column("article_type", String(32)),
    Column("status", String(16), nullable=False, index=True),
    Column("hold_reason", Text),
    Column("note", Text),
    Column("next_attempt", Integer, nullable=False, default=1),
    Column("quality", Float),
    Column("basis", String(16)),
    # Empty as long as no source is there: the paper was asked for by its identifier and is not fetched yet.
    Column("source_sha256", String(64), nullable=False),
    Column("paper_hash", String(64)),
    Column("draft_hash", String(64)),
    Column("blocking", Integer, nullable=False, default=0),
    Column("warnings", Integer, nullable=False, default=0),
    Column("infos", Integer, nullable=False, default=0),
    # Of the draft that stands, so that the queue is read without opening any summary: a JSON list, and its time.
    Column("categories", Text),
    Column("drafted_at", String(32)),
    Column("error", Text),
    Column("chain_head", String(64), nullable=False),
    Column("merged_into", String(13), ForeignKey("papers.id")),
    Column("created_at", String(32), nullable=False),
    Column("updated_at", String(32), nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("paper_id", String(13), ForeignKey("papers.id"), nullable=False, index=True),
    Column("media_type", String(64), nullable=False),
    Column("origin", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("received_at", String(32), nullable=False),
    Column("joined_by", Text),
)

stages = Table(
    "stages",
    metadata,
    Column("paper_id", String(13), ForeignKey("papers.id"), primary_key=True),
    Column("stage", String(16), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("owner", String(64)),
    Column("lease_until", Float),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", Text),
    Column("updated_at", String(32), nullable=False),
    Index("stages_by_state", "stage", "state"),
    Index("stages_by_owner", "owner"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", String(13), ForeignKey("papers.id"), nullable=False, index=True),
    Column("content_hash", String(64), nullable=False),
    Column("summary", Text, nullable=False),
    Column("provenance", Text, nullable=False),
    Column("created_at", String(32), nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", String(13), ForeignKey("papers.id"), nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("finding", Text, nullable=False),
    Index("findings_of_content", "paper_id", "content_hash"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("paper_id", String(13), ForeignKey("papers.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("decision", Text, nullable=False),
    Column("hash", String(64), nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", String(13), ForeignKey("papers.id"), nullable=False, index=True),
    Column("content_hash", String(64), nullable=False),
    Column("format", String(16), nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("published_at", String(32), nullable=False),
)

model_calls = Table(
    "model_calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", String(13), index=True),
    Column("request_hash", String(64), nullable=False),
    Column("model", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("from_disk", Boolean, nullable=False),
    Column("status_code", Integer),
    Column("seconds", Float, nullable=False),
    Column("prompt_tokens", Integer),
    Column("cached_tokens", Integer),
    Column("completion_tokens", Integer),
    Column("reasoning_tokens", Integer),
    Column("cost", Float),
    Column("called_at", String(32), nullable=False),
    Column("prompt", Text),
    Column("run", String(32), index=True),
)

dialects = Table(
    "dialects",
    metadata,
    Column("server", Text, primary_key=True),
    Column("model", Text, primary_key=True),
    Column("speech", Text, nullable=False),
    Column("found_at", String(32), nullable=False),
)

batches = Table(
    "batches",
    metadata,
    # Ours, and known to the server as metadata: a batch that was made just before a crash is found again by it.
    Column("id", String(32), primary_key=True),
    Column("server", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("input_file", Text),
    Column("remote", Text),
    Column("status", Text),
    Column("submitted_at", String(32), nullable=False),
    Column("updated_at", String(32), nullable=False),
)

batch_requests = Table(
    "batch_requests",
    metadata,
    Column("batch", String(32), ForeignKey("batches.id"), primary_key=True),
    Column("request_hash", String(64), primary_key=True, index=True),
    Column("paper_id", String(13), ForeignKey("papers.id"), nullable=False),
    Column("prompt", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("detail", Text),
)

records = Table(
    "records",
    metadata,
    Column("paper_id", String(13), ForeignKey("papers.id"), primary_key=True),
    Column("asked", Text),
    Column("origin", Text),
    Column("record", Text),
    Column("rungs", Text, nullable=False),
    Column("checked_at", String(32), index=True),
)

watch_cursors = Table(
    "watch_cursors",
    metadata,
    Column("watch", Text, primary_key=True),
    Column("cursor", Text),
    Column("updated_at", String(32), nullable=False),
)

watch_seen = Table(
    "watch_seen",
    metadata,
    Column("watch", Text, primary_key=True),
    Column("found", Text, primary_key=True),
    Column("paper_id", String(13), ForeignKey("papers.id")),
    Column("seen_at", String(32), nullable=False),
)

holds = Table(
    "holds",
    metadata,
    Column("paper_id", String(13), ForeignKey("papers.id"), primary_key=True),
    Column("person", Text, nullable=False),
    Column("person_key", Text, nullable=False),
    Column("since", String(32), nullable=False),
    Column("until", Float, nullable=False),
)

seen_statements = Table(
    "seen_statements",
    metadata,
    Column("paper_id", String(13), ForeignKey("papers.id"), primary_key=True),
    Column("person_key", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("statement_hash", String(64), primary_key=True),
    Column("seen_at", String(32), nullable=False),
)

unsaved_edits = Table(
    "unsaved_edits",
    metadata,
    Column("paper_id", String(13), ForeignKey("papers.id"), primary_key=True),
    Column("person_key", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
)

known_findings = Table(
    "known_findings",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("rules", String(64), nullable=False, index=True),
    Column("paper_id", String(13), ForeignKey("papers.id"), nullable=False, index=True),
    Column("found", Text, nullable=False),
    Column("seal", String(64), nullable=False),
    Column("made_at", String(32), nullable=False),
)
