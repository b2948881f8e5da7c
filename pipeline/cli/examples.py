"""Examples in the help of each command; a test holds them against the options that there are."""

from typing import Final

_ID: Final = "10.5555/layline.sample.0001"

EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "run": ("run papers/", "run 10.1371/journal.pone.0115884 PMC4521097 list.bib", "run papers/ --budget 5 --dry-run"),
    "watch": ("watch", "watch sci-trials --dry-run"),
    "recheck": ("recheck", f"recheck {_ID}"),
    "resolve": ("resolve 10.1371/journal.pone.0115884", "resolve PMC4521097 --no-text --json"),
    "queue": ("queue", "queue --order risk", "queue --status failed --json"),
    "review": ('review --as "Your Name"', f"review {_ID} --plain"),
    "show": (f"show {_ID}", f"show {_ID} --json"),
    "approve": (f'approve {_ID} --as "Your Name"', f'approve {_ID} --as "Your Name" --seen --json'),
    "reject": (f'reject {_ID} --reason "not about our readers"',),
    "request-changes": (f'request-changes {_ID} --reason "say what the trial compared"',),
    "waive": (f'waive {_ID} long_sentence --reason "a definition that cannot be split"',),
    "edit": (f"edit {_ID}", f"edit {_ID} --print > draft.yaml", f'edit {_ID} --file draft.yaml --reason "shorter"'),
    "undo": (f'undo {_ID} --as "Your Name"',),
    "history": (f"history {_ID}",),
    "retry": (f"retry {_ID}", f"retry {_ID} 10.5555/layline.sample.0002"),
    "export": ("export", "export --format site --out public", f"export {_ID} --format html"),
    "preview": ("preview", "preview --port 0 --json"),
    "lint": ("lint site/", "lint https://example.org/sitemap.xml", "lint page.html --paper paper.pdf --format github"),
    "check": ("check summary.json --paper paper.pdf", f"check page.json --paper {_ID}"),
    "parse": ("parse paper.pdf", "parse paper.pdf --show 3", "parse paper.xml --text"),
    "checks": ("checks", "checks --json"),
    "explain": ("explain number_not_in_source",),
    "corrections": ("corrections --since 2026-01-31", "corrections --format csv > corrections.csv"),
    "costs": ("costs", "costs --by model", f"costs {_ID}"),
    "schema": ("schema", "schema --index", "schema --typescript > layline.d.ts"),
    "doctor": ("doctor", "doctor --json"),
    "eval": ("eval papers/ --limit 20 --budget 2", "eval papers/ --json"),
    "batch submit": ("batch submit papers/", "batch submit papers/ --budget 5"),
    "batch status": ("batch status",),
    "batch collect": ("batch collect", "batch collect --drop b1a2b3c4"),
}
