"""Ways to spoil a template of the workspace: for all pages, or for one page alone, so that its neighbours are sound."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from evals.spoiled.way import MARK, Victim, Way
from pipeline.export.look import SHIPPED

_TEXT: Final = "{{ statement.text }}"
_QUOTE: Final = "{{ proof.quote }}"
_PAGES: Final = ("html", "site")


def _article(old: str, new: str, *, all_pages: bool = False) -> Callable[[Victim], None]:
    def spoil(victim: Victim) -> None:
        text = (SHIPPED / "article.html").read_text(encoding="utf-8")
        swapped = new if all_pages else f'{{% if doi == "{victim.doi}" %}}{new}{{% else %}}{old}{{% endif %}}'
        _write(victim.workspace, text.replace(old, swapped))

    return spoil


def _write(workspace: Path, text: str) -> None:
    (workspace / "templates").mkdir(exist_ok=True)
    (workspace / "templates" / "article.html").write_text(text, encoding="utf-8")


def _for_one(name: str, new: str, old: str = _TEXT) -> Way:
    return Way(f"template: {name}", _article(old, new), _PAGES)


def _for_all(name: str, new: str, old: str = _TEXT) -> Way:
    return Way(f"template of all: {name}", _article(old, new, all_pages=True), _PAGES)


TEMPLATES: Final = (
    _for_all("syntax error", "{{ statement.text"),
    _for_all("unknown tag", "{% statement %}"),
    _for_all("unknown filter", "{{ statement.text | plainly }}"),
    _for_all("undefined variable", "{{ sentence }}"),
    _for_all("object printed", "{{ statement }}"),
    _for_all("statement dropped", ""),
    _for_one("undefined variable", "{{ sentence }}"),
    _for_one("undefined field", "{{ statement.words }}"),
    _for_one("statement dropped", ""),
    _for_one("quote dropped", "", _QUOTE),
    _for_one("object printed", "{{ statement }}"),
    _for_one("object as string", "{{ statement | string }}"),
    _for_one("object as JSON", "{{ {'text': statement.text} | tojson }}"),
    _for_one("object formatted", '{{ "%s" | format(statement) }}'),
    _for_one("object joined", "{{ [statement, statement] | join(', ') }}"),
    _for_one("object pretty", "{{ statement | pprint }}"),
    _for_one("dictionary as string", "{{ {'text': statement.text} | string }}"),
    _for_one("part printed", "{{ part | string }}"),
    _for_one("list printed", "{{ part.statements | list }}"),
    _for_one("list as string", "{{ [statement.text] | string }}"),
    _for_one("proofs as string", "{{ statement.proofs | string }}{{ statement.text }}"),
    _for_one("method printed", "{{ statement.text.upper | string }}"),
    _for_one("None printed", "{{ none }}"),
    _for_one("None as string", "{{ none | string }}"),
    _for_one("truth printed", "{{ statement.text == '' }}"),
    _for_one("cut", "{{ statement.text | truncate(20) }}"),
    _for_one("words counted", "{{ statement.text | wordcount }}"),
    _for_one("in capitals", "{{ statement.text | upper }}"),
    _for_one("a word left out", "{{ statement.text | replace(' the ', ' ') | replace(' a ', ' ') }}"),
    _for_one("backwards", "{{ statement.text | reverse }}"),
    _for_one("escaped twice", "{{ statement.text | replace(' ', ' &amp; ') }}"),
    _for_one("[object Object]", "[object Object]"),
    _for_one("[object Object] beside", "{{ statement.text }} [object Object]"),
    _for_one("a placeholder", "{{ '{{ statement.text }}' }}"),
    _for_one("undefined in words", "undefined"),
    _for_one("hidden in a comment", f"<!-- {_TEXT} {MARK} -->"),
    _for_one("hidden in an attribute", '<span data-text="{{ statement.text }}"></span>'),
)
