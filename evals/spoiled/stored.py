"""Ways to spoil the store: what an approval was given on is changed behind Layline's back."""

import json
import re
from collections.abc import Callable
from typing import Any, Final

from evals.spoiled.way import MARK, OTHER_NUMBER, Victim, Way
from pipeline.models.decision import CHAIN_START, Decision, DecisionKind
from pipeline.models.finding import Finding, Severity
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256
from pipeline.review.chain import Act, link

_LISTS: Final = ("key_messages", "key_findings", "limitations", "research_summary", "simple_explanation")
Change = Callable[[dict[str, Any], Victim], None]


def _summary(victim: Victim) -> dict[str, Any]:
    [(text,)] = victim.sql("SELECT summary FROM drafts WHERE paper_id = ?", victim.paper_id)
    return dict(json.loads(str(text)))


def _put(victim: Victim, text: str) -> None:
    victim.sql("UPDATE drafts SET summary = ? WHERE paper_id = ?", text, victim.paper_id)


def _edited(change: Change) -> Callable[[Victim], None]:
    def spoil(victim: Victim) -> None:
        summary = _summary(victim)
        change(summary, victim)
        _put(victim, json.dumps(summary, ensure_ascii=False))

    return spoil


def _claim(summary: dict[str, Any], victim: Victim) -> dict[str, Any]:
    named = [name for name in _LISTS if summary[name]]
    chosen: dict[str, Any] = victim.rng.choice(summary[victim.rng.choice(named)])
    return chosen


def _text(new: object) -> Change:
    def change(summary: dict[str, Any], victim: Victim) -> None:
        claim = _claim(summary, victim)
        claim["text"] = f"{claim['text']} {MARK}." if new is MARK else new

    return change


def _number(summary: dict[str, Any], victim: Victim) -> None:
    claims = [claim for name in _LISTS for claim in summary[name] if _NUMBER.search(claim["text"])]
    claim = victim.rng.choice(claims)
    claim["text"] = _NUMBER.sub(OTHER_NUMBER, claim["text"], count=1)


_NUMBER: Final = re.compile(r"(?<![\w.])\d+")
"""Not the number in a name: that a level of injury is another one (C4 for C6), no check sees yet."""


def _quote(summary: dict[str, Any], victim: Victim) -> None:
    proved = [claim for name in _LISTS for claim in summary[name] if claim["evidence"]]
    evidence = victim.rng.choice(victim.rng.choice(proved)["evidence"])
    evidence["quote"] = f"{evidence['quote'][:-10]} {MARK}."


def _doi(summary: dict[str, Any], _victim: Victim) -> None:
    summary["citation"]["doi"] = "10.5555/layline.another.1"


def _title(new: object) -> Change:
    def change(summary: dict[str, Any], _victim: Victim) -> None:
        summary["plain_title"] = new

    return change


def _field(new: object) -> Change:
    def change(summary: dict[str, Any], victim: Victim) -> None:
        summary[victim.rng.choice(sorted(summary))] = new

    return change


def _cut(victim: Victim) -> None:
    text = json.dumps(_summary(victim))
    _put(victim, text[: victim.rng.randrange(len(text))])


def _decisions(victim: Victim) -> list[Decision]:
    query = "SELECT decision FROM decisions WHERE paper_id = ? ORDER BY sequence"
    return [Decision.model_validate_json(str(text)) for (text,) in victim.sql(query, victim.paper_id)]


def _forged_hash(victim: Victim) -> None:
    """Another content under the approval's hash, with every column that names a hash changed to fit."""
    _edited(_text(MARK))(victim)
    new = content_hash(_summary(victim))
    victim.sql("UPDATE drafts SET content_hash = ? WHERE paper_id = ?", new, victim.paper_id)
    victim.sql("UPDATE papers SET draft_hash = ? WHERE id = ?", new, victim.paper_id)
    changed = [one.model_copy(update={"content_hash": new}) for one in _decisions(victim)]
    _write_chain(victim, changed)


def _write_chain(victim: Victim, decisions: list[Decision]) -> None:
    victim.sql("DELETE FROM decisions WHERE paper_id = ?", victim.paper_id)
    for one in decisions:
        values = (victim.paper_id, one.sequence, one.model_dump_json(), one.hash)
        victim.sql("INSERT INTO decisions (paper_id, sequence, decision, hash) VALUES (?, ?, ?, ?)", *values)


def _forged_whole(change: Change, *, waived: bool = False) -> Callable[[Victim], None]:
    """Everything forged to fit: hashes, approval, the chain and its head. Only the checks are left to see it."""

    def spoil(victim: Victim) -> None:
        _edited(change)(victim)
        new, [approval, *_] = content_hash(_summary(victim)), _decisions(victim)
        victim.sql("UPDATE drafts SET content_hash = ? WHERE paper_id = ?", new, victim.paper_id)
        act = Act(DecisionKind.APPROVE, "Ada", "", new)
        chain = [link(approval.paper_id, (), act, approval.at)]
        for key in _keys(victim) if waived else ():
            waiver = Act(DecisionKind.WAIVE, "Ada", "It is fine", new, check="object_object", finding_key=key)
            chain.append(link(approval.paper_id, chain, waiver, approval.at))
        _write_chain(victim, chain)
        head = chain[-1].hash if chain else CHAIN_START
        victim.sql("UPDATE papers SET draft_hash = ?, chain_head = ? WHERE id = ?", new, head, victim.paper_id)

    return spoil


def _keys(victim: Victim) -> list[str]:
    """The keys of every finding that `[object Object]` could give in any claim of this summary."""
    summary, keys = _summary(victim), []
    for name in _LISTS:
        for number in range(len(summary[name])):
            place = f"/{name}/{number}/text"
            found = Finding(
                check="object_object", severity=Severity.BLOCK, place=place, message="", excerpt="[object Object]"
            )
            keys.append(found.key)
    return keys


def _forged_verdict(victim: Victim) -> None:
    """A remembered verdict of another paper, set under this one, in which nothing was found."""
    _forged_whole(_text("[object Object]"))(victim)
    victim.sql("UPDATE known_findings SET found = ?", '{"findings":[],"fit_for_pages":true}')


def _paper_file(victim: Victim) -> None:
    [(name,)] = victim.sql("SELECT paper_hash FROM papers WHERE id = ?", victim.paper_id)
    path = victim.workspace / "data" / ".layline" / "papers" / str(name)[:2] / f"{name}.json"
    path.write_bytes(path.read_bytes().replace(b"48", b"47"))


def _other_paper(victim: Victim) -> None:
    """The paper is another one, under a hash that is right."""
    [(name,)] = victim.sql("SELECT paper_hash FROM papers WHERE id = ?", victim.paper_id)
    folder = victim.workspace / "data" / ".layline" / "papers"
    paper = (
        (folder / str(name)[:2] / f"{name}.json")
        .read_bytes()
        .replace(b" 48 ", b" 61 ")
        .replace(b"12 weeks", b"13 weeks")
    )
    new = Sha256.of(paper)
    (folder / new[:2]).mkdir(exist_ok=True)
    (folder / new[:2] / f"{new}.json").write_bytes(paper)
    victim.sql("UPDATE papers SET paper_hash = ? WHERE id = ?", new, victim.paper_id)


def _source(victim: Victim) -> None:
    [(name,)] = victim.sql("SELECT source_sha256 FROM papers WHERE id = ?", victim.paper_id)
    [path] = (victim.workspace / "data" / "raw").rglob(f"{name}*")
    path.write_bytes(path.read_bytes() + b" ")


def _run(statement: str) -> Callable[[Victim], None]:
    def spoil(victim: Victim) -> None:
        victim.sql(statement, victim.paper_id)

    return spoil


_OBJECT: Final = {"limitation": "The study was small.", "severity": 2}
STORED: Final = (
    Way("text changed", _edited(_text(MARK))),
    Way("number changed", _edited(_number)),
    Way("text is [object Object]", _edited(_text("[object Object]"))),
    Way("text is an object", _edited(_text(_OBJECT))),
    Way("text is null", _edited(_text(None))),
    Way("text is a number", _edited(_text(42))),
    Way("text is a list", _edited(_text(["The study was small."]))),
    Way("title is undefined", _edited(_title("undefined"))),
    Way("title is an object", _edited(_title(_OBJECT))),
    Way("any field is an object", _edited(_field(_OBJECT))),
    Way("any field is null", _edited(_field(None))),
    Way("any field is a number", _edited(_field(7))),
    Way("any field is a list of objects", _edited(_field([_OBJECT]))),
    Way("quote changed", _edited(_quote)),
    Way("citation's DOI changed", _edited(_doi)),
    Way("JSON cut off", _cut),
    Way("hashes forged, chain not", _forged_hash),
    Way("all forged: [object Object]", _forged_whole(_text("[object Object]"))),
    Way("all forged: undefined", _forged_whole(_text("undefined"))),
    Way("all forged: a number", _forged_whole(_number)),
    Way("all forged: a quote", _forged_whole(_quote)),
    Way("all forged, waived: [object Object]", _forged_whole(_text("[object Object]"), waived=True)),
    Way("all forged, verdict emptied", _forged_verdict),
    Way("paper's file changed", _paper_file),
    Way("another paper beneath", _other_paper),
    Way("source's bytes changed", _source),
    Way("approval deleted", _run("DELETE FROM decisions WHERE paper_id = ?")),
    Way("chain's head reset", _run("UPDATE papers SET chain_head = '" + CHAIN_START + "' WHERE id = ?")),
    Way("draft deleted", _run("DELETE FROM drafts WHERE paper_id = ?")),
    Way("row's DOI changed", _run("UPDATE papers SET doi = '10.5555/layline.another.1' WHERE id = ?")),
)
