"""The text is not in the language of the page.

Why it is wrong:
    A model that was given a paper in another language, or lost its way, writes on in that language. Most readers of the
    page cannot read it, and no other check can either.
Wrong:
    Die Behandlung verbesserte das Gehen der Menschen und wurde von allen gut vertragen.
    Le traitement a am\u00e9lior\u00e9 la marche des personnes et il a \u00e9t\u00e9 bien tol\u00e9r\u00e9 par tous.
    \u041b\u0435\u0447\u0435\u043d\u0438\u0435 \u043f\u043e\u043c\u043e\u0433\u043b\u043e.
    Los pacientes caminaron mejor despu\u00e9s del tratamiento.
    The trial was small. Les patients marchaient mieux apr\u00e8s six semaines de traitement.
Right:
    The treatment improved walking, and everyone tolerated it well.
    Erg\u00e4nzungsb\u00e4nde der Zeitschrift
    It was paid for by the Instituto de Salud Carlos III and the Fondation pour la Recherche M\u00e9dicale.
    One man said: "Me duele menos despu\u00e9s del tratamiento."
    The \u03b1 and \u03b2 forms of the protein were measured.
Blind spots:
    Single words, names and titles in another language.
    Languages written in Latin letters of which no words are known here.
    Short sentences in which fewer than two of the commonest words of summaries stand.
    A sentence in another language that begins or ends with words in English.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pipeline.checks.declaration import Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.sentences import sentences

_ENGLISH: Final = frozenset(
    str.split(
        "the of and to in a is was were for that with this as by on are be from it not or had have "
        "has who which their they"
        " than at an after more but people study these those when we there been also may can did no "
        "its only between how"
    )
)
_OTHERS: Final = {
    "German": "der die das und nicht mit von den dem des eine einer einem wurde wurden sich auch bei nach ist "
    "sind im zur zum aus oder wie",
    "French": "le la les des une et dans est pour que qui par sur avec ont une du au aux cette ces ils elle "
    "sont \u00e9t\u00e9 pas plus ses",
    "Spanish": "el los las una y en que por con para del se fue fueron es son como este esta estos m\u00e1s "
    "entre pero sus al lo todos",
    "Italian": "il lo gli una che di per con del della dei delle nel nella sono \u00e8 stato stata questo questa "
    "pi\u00f9 anche ha hanno da tutti",
    "Portuguese": "o os as uma e em que para com do da dos das foi foram n\u00e3o mais por este esta no na ao pelo "
    "pela s\u00e3o como",
    "Dutch": "de het een van en niet met zijn werd werden voor dat deze dit bij ook naar uit aan door wordt "
    "hebben iedereen mensen",
    "Polish": "i w na z do nie \u017ce si\u0119 jest by\u0142o by\u0142y oraz przez po dla ich kt\u00f3re tym",
    "Swedish": "och att det som en p\u00e5 \u00e4r av f\u00f6r med till den inte har var ett om men",
}
_OTHER_WORDS: Final = {name: frozenset(text.split()) - _ENGLISH for name, text in _OTHERS.items()}
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 8
"""Words below which a text in Latin letters is not judged: names, titles, labels."""
_SHARE: Final = 0.18
"""Share of small words of another language from which on a text is in it; they make up a third of any prose."""
_TOLD: Final = {
    name: (
        frozenset(words["happened"].split()),
        frozenset(f"{words['studied']} {words['happened']}".split()),
        frozenset(words["small"].split()),
    )
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
}
"""Of each language: what happened to those who were studied; the same with who they were; the small words between."""
_HAPPENED: Final = frozenset().union(*(happened for happened, _, _ in _TOLD.values()))
_ONLY_ENGLISH: Final = _ENGLISH - frozenset(
    str.split("to in a is was as on by be it or had an at also may can no for of not more")
)
"""Small words that no other of these languages has."""
_FEWEST_OF_SENTENCE: Final = 4
_SHARE_OF_SENTENCE: Final = 0.5
_LIKE_A_SENTENCE: Final = re.compile('[^"\u201c\u201d\u201e\u00ab\u00bb]{12,}[.!?]\\s*')
"""With a full stop, which names lack, and without a quotation, which may be in any language."""
_PLAIN: Final = (" the ", " of ", " and ", " was ", " with ", " were ", " that ", " for ")
_BEGINNING: Final = 600
_ENOUGH: Final = 0.1
"""Share of these among a text's words from which on nothing else has to be asked."""
_FOREIGN_LETTER: Final = re.compile(
    "[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_FEWEST_LETTERS: Final = 6
_MOST_WORDS: Final = 400
"""Words that are looked at; a longer text shows its language within them."""
_MOST_LETTERS: Final = 12 * _MOST_WORDS


def _find(text: str) -> Iterator[Hit]:
    if not text.isascii() and (name := _other_script(text)):
        yield Hit(0, len(text), f"This is written in {name}.")
    elif name := _language(text):
        yield Hit(0, len(text), f"This looks like {name}.")
    else:
        yield from _foreign_sentences(text[:_MOST_LETTERS])


def _language(text: str) -> str:
    """The language that a whole text is in, by its small words."""
    if _is_plainly_english(text):
        return ""
    words = _words(text)[:_MOST_WORDS]
    if len(words) < _FEWEST:
        return ""
    counts = Counter(words)
    name, share = max(
        ((name, _share(counts, known, len(words))) for name, known in _OTHER_WORDS.items()), key=lambda one: one[1]
    )
    return name if share >= _SHARE and share > 2 * _share(counts, _ENGLISH, len(words)) else ""


def _words(text: str) -> list[str]:
    return [found.group().lower() for found in _WORD.finditer(text[:_MOST_LETTERS])]


def _foreign_sentences(text: str) -> Iterator[Hit]:
    """Single sentences, however short, in which nearly every word is one that summaries in that language hold."""
    if text.isascii() and _HAPPENED.isdisjoint(text.lower().replace(".", " ").replace(",", " ").split()):
        return
    for start, end in sentences(text):
        sentence = text[start:end]
        if name := _language_of_sentence(sentence) or _other_script(sentence):
            yield Hit(start, end, f"This sentence looks like {name}.")


def _language_of_sentence(sentence: str) -> str:
    words = _words(sentence)
    if (
        len(words) < _FEWEST_OF_SENTENCE
        or not _ONLY_ENGLISH.isdisjoint(words)
        or not _LIKE_A_SENTENCE.fullmatch(sentence)
    ):
        return ""
    written = _WORD.findall(sentence)
    for name, (happened, told, small) in _TOLD.items():
        known = told.intersection(words if name == "German" else written)  # elsewhere capitals are those of names
        telling = len(known) > 1 and not happened.isdisjoint(known)
        if telling and _share(Counter(words), told | small, len(words)) >= _SHARE_OF_SENTENCE:
            return name
    return ""


def _is_plainly_english(text: str) -> bool:
    start = text[:_BEGINNING]
    spaces = start.count(" ")
    return spaces >= _FEWEST and sum(map(start.count, _PLAIN)) > _ENOUGH * spaces


def _share(counts: Counter[str], known: frozenset[str], whole: int) -> float:
    return sum(counts[word] for word in known) / whole


def _other_script(text: str) -> str:
    start = text[:4_000]
    foreign = len(_FOREIGN_LETTER.findall(start))
    letters = sum(letter.isalpha() for letter in start)
    return "letters of another script" if foreign >= _FEWEST_LETTERS and 3 * foreign > letters else ""


CHECK = TextCheck(
    name="wrong_language",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    applies_to=frozenset({Surface.ITEM, Surface.FIELD}),
)
