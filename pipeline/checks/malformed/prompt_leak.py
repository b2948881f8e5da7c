"""The prompt, or a mark by which a model parts its messages, stands in the text.

Why it is wrong:
    What was said to the model, or the signs between its turns, was printed with its answer, or instead of it.
Wrong:
    Pain fell by half. <|im_end|>
    You are a helpful medical writer who explains studies.
    <think>The paper says that pain fell.
    Assistant: The trial was small.
    <scratchpad>Count the people.</scratchpad>
    [SYSTEM] Pain fell by half.
    Return a JSON array of strings.
    Let me think step by step.
    The user wants a plain summary.
Right:
    The assistant: a robot arm that helped with eating.
    A user of the device said: it works.
    People were asked to write at home what they ate.
    The user wants to move the arm, and the device moves it.
Blind spots:
    Instructions in other words than the usual ones, of a prompt that Layline does not ship.
    Marks of models that are not in the list.
    Steps and instructions that a person may be given as well: "Step 1: sit." On pages: "Write a summary of your pain."
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.checks.own_prompts import own_prompts
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless

_MARKS: Final = re.compile(
    r"<\|[a-z_]{2,30}\|>|<\uff5c[^<>\uff5c]{1,40}\uff5c>|</?think(?:ing)?>|\[/?inst\]|<</?sys>>|</s>|\A\s{0,9}<s>"
    r"|</?(?:analysis|answer|final_answer|instructions?|output|reasoning|reflection|response|scratchpad|tool_call)>"
    r"|^\s{0,9}\[(?:assistant|system|user)\]\s|#{3} (?:instruction|output|response):\s"
    r"|<(?:start|end)_of_turn>|<(?:bos|eos|pad|unk)>|^#{2,4} (?:instruction|response|system|assistant"
    r"|input|output)s?:?\s?$",
    re.MULTILINE,
)
_TOLD: Final = re.compile(
    r"\byou are (?:a|an) (?:helpful|expert|experienced|professional|medical writer|skilled|careful|ai)\b[^.\n]{0,60}?\b"
    r"(?:assistant|writer|editor|ai|expert|model|who|that)\b"
    r"|\b(?:respond|reply|answer|return|output) (?:only )?(?:with|in|as) (?:valid )?(?:json|markdown|plain text)\b"
    r"|\bdo not (?:include|output|add) (?:any )?(?:markdown|explanations?|preamble|commentary)\b"
    r"|\b(?:give|output|produce|provide|return) (?:me )?(?:only )?(?:an? |the )?(?:single |strict |valid )?json\b"
    r"|\b(?:no|without) (?:additional|extra|further) (?:commentary|preamble)\b"
    r"|\bdo not (?:fabricate|hallucinate|invent|make up) (?:any )?(?:data|facts|information|numbers|results)\b"
    r"|\bkeep (?:all|each|every|your) sentences? (?:short|under)\b"
    r"|\b(?:claim|finding|statement) (?:must|should) be supported by an? (?:direct |exact |verbatim )?quote\b"
    r"|\blet(?: me|['\u2019]s| us) think (?:about (?:it|this) )?(?:step by step|step-by-step)\b"
    r"|\bthe user (?:asked|has asked|is asking|requested|wants) (?:for |me to )?(?:create |make |produce |write )?"
    r"(?:an? |the )?(?:\w{1,20}[ -]){0,2}(?:json|rewrite|summary|translation)\b"
    r"|\bignore (?:all |any )?(?:previous|prior|above) instructions\b"
)
_BEGUN: Final = (
    r"[ *#>-]{0,9}(?:(?:alright|hmm|ok|okay)[,.]? (?:so[, ]{1,2})?(?:first, )?"
    r"(?:i (?:have to|must|need to|should|will)|let me|let['\u2019]s|the user)\b"
    r"|write (?:\w{1,20} )?(?:\w{1,20}[ -]){0,2}(?:findings?|key messages?|limitations?|statements?|summary)"
    r" (?:for|in|of|that|using|with)\b)"
)
"""How a model begins to think, and how it is told to begin."""
_LONGEST_BEGINNING: Final = 200
_AT_START: Final = re.compile(_BEGUN)
_AT_ANY_START: Final = re.compile(rf"\n{_BEGUN}")
_DIALOGUE: Final = re.compile(r"\s{0,9}(?:human|user)\s?:\s[^\n]{1,1000}?\s(?:ai|assistant|model)\s?:\s")
_ROLE: Final = re.compile(r"[\s*#>]{0,9}(?:assistant|user|human|system)\s?:\s(?=[A-Z0-9\"'\u201c])")
_ROLE_START: Final = re.compile(r"\n[\s*#>]{0,9}+(?:assistant|user|human|system)\s?:\s", re.IGNORECASE)
_TELLING: Final = (
    "<",
    "[inst",
    "[/inst",
    "[assistant]",
    "[system]",
    "[user]",
    "##",
    "you are a",
    "json",
    "markdown",
    "plain text",
    "do not ",
    "instructions",
    "commentary",
    "preamble",
    "sentence short",
    "sentence under",
    "sentences short",
    "sentences under",
    "be supported by",
    "step by step",
    "step-by-step",
    "the user ",
)
"""No mark and no prompt is without one of these."""
_RUN: Final = 8
"""Words in a row that a text must share with a prompt; fewer are shared by chance."""
_WORD: Final = re.compile(r"[a-z0-9']+")


_ONLY_WORDS: Final = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789'" else 32 for code in range(256))


def _hint(texts: str) -> bool:
    plain = caseless(texts)
    if any(word in plain for word in _TELLING) and (_MARKS.search(plain) or _TOLD.search(plain)):
        return True
    if _ROLE_START.search(texts) or _AT_ANY_START.search(plain):
        return True
    return _may_hold_a_run(plain)


def _may_hold_a_run(plain: str) -> bool:
    """Whether a few words of some run of a prompt stand there; far quicker than looking for the runs themselves."""
    words = plain.encode("ascii", "replace").translate(_ONLY_WORDS).split()  # the same words as `_WORD` finds
    return len(words) >= _RUN and not _prompt_runs()[1].isdisjoint(
        zip(words, words[1:], words[2:], words[3:], strict=False)
    )


def _find(text: str) -> Iterator[Hit]:
    if found := _AT_START.match(caseless(text[:_LONGEST_BEGINNING])):
        yield Hit(found.start(), found.end(), "A prompt, or the thinking of a model, stands here.")
    yield from _find_on_pages(text)


def _find_on_pages(text: str) -> Iterator[Hit]:
    plain = caseless(text)
    if _DIALOGUE.match(plain) or _ROLE.match(plain[:40]) or _ROLE.match(_with_small_role(text)):
        yield Hit(0, min(20, len(text)), "The role of a speaker in a chat stands here.")
    if any(word in plain for word in _TELLING):
        for form, message in (
            (_MARKS, "A mark between a model's messages stands here."),
            (_TOLD, "A prompt stands here."),
        ):
            for found in form.finditer(plain):
                yield Hit(found.start(), found.end(), message)
    if _may_hold_a_run(plain):
        yield from _from_own_prompts(plain)


def _with_small_role(text: str) -> str:
    """The beginning with the role in small letters and what follows it as it is."""
    role, colon, rest = text[:40].partition(":")
    return f"{role.lower()}{colon}{rest}"


def _from_own_prompts(plain: str) -> Iterator[Hit]:
    words = _WORD.findall(plain)
    runs = zip(*(words[start:] for start in range(_RUN)), strict=False)
    at = next((at for at, run in enumerate(runs) if run in _prompt_runs()[0]), None)
    if at is not None:
        found = list(_WORD.finditer(plain))
        yield Hit(found[at].start(), found[at + _RUN - 1].end(), "A sentence of Layline's own prompt stands here.")


@cache
def _prompt_runs() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[bytes, ...]]]:
    """Every run of words of the shipped prompts, and a few words of each by which it is found quickly."""
    runs: set[tuple[str, ...]] = set()
    markers: set[tuple[bytes, ...]] = set()
    for text in own_prompts():
        words = _WORD.findall(caseless(text))
        runs.update(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
        coded = [word.encode() for word in words]
        # Every run of eight words holds one of these four whole.
        markers.update(tuple(coded[at : at + 4]) for at in range(0, len(words) - 3, _RUN - 3))
    return frozenset(runs), frozenset(markers)


CHECK = TextCheck(
    name="prompt_leak",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
    find_on_pages=_find_on_pages,
)
