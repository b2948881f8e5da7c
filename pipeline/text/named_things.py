"""Drugs, scales, devices, conditions and countries that a text names, each with its other names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from pipeline.text.caseless import caseless
from pipeline.text.words import words


class ThingKind(StrEnum):
    """What a name is the name of."""

    DRUG = "drug"
    SCALE = "scale or abbreviation"
    DEVICE = "device"
    CONDITION = "condition"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Thing:
    """A name with its span, and every form, in small letters, under which another text may speak of the same."""

    kind: ThingKind
    name: str
    start: int
    end: int
    forms: tuple[str, ...]


_DRUG_ENDINGS: Final = (
    "mab|tinib|ciclib|parib|zomib|pril|sartan|olol|statin|conazole|prazole|cillin|cycline|mycin|floxacin|ciclovir|mivir"
    "|buvir|gravir|zepam|zolam|zodone|caine|dipine|gliptin|gliflozin|glutide|xaban|gatran|setron|triptan|oxetine|traline"
    "|pramine|triptyline|azepine|barbital|solone|nisone|metasone|profen|coxib|thiazide|semide|lukast|terol|fenac|dronate"
    "|rubicin|platin|taxel|tecan|peridol|apine|piprazole|ridone|gabalin|pentin|stigmine|dopa|curium|nidazole|quine|vastatin"
)
_DRUGS: Final = (
    "aspirin|baclofen|gabapentin|ibuprofen|metformin|warfarin|morphine|ketamine|paracetamol|acetaminophen|heparin|riluzole"
    "|fampridine|dalfampridine|tizanidine|dantrolene|oxybutynin|naproxen|codeine|fentanyl|oxycodone|tramadol|methadone"
    "|lithium|clopidogrel|digoxin|insulin|oestrogen|estrogen|testosterone|melatonin|cannabidiol|naloxone|diazepam|prednisone"
    "|dexamethasone|interferon|lamotrigine|valproate|levetiracetam|phenytoin|topiramate|memantine|donepezil|duloxetine"
    "|venlafaxine|bupropion|sildenafil|tadalafil|mirabegron|botox|omeprazole|sertraline|rituximab|glatiramer|fingolimod"
)
_KNOWN_DRUGS: Final = frozenset(_DRUGS.split("|"))
_ENDINGS: Final = tuple(_DRUG_ENDINGS.split("|"))
_SHORTEST_STEM: Final = 3
"""Letters in front of an ending."""
_NO_DRUGS: Final = frozenset(
    str.split(
        "cholesterol refrain cocaine novocaine humane april marine quine alpine turbine routine "
        "genuine engine imagine machine"
    )
)
_SAME_DRUGS: Final = (
    ("paracetamol", "acetaminophen"),
    ("epinephrine", "adrenaline"),
    ("botox", "botulinum", "onabotulinum"),
    ("estrogen", "oestrogen", "estradiol", "oestradiol"),
    ("fampridine", "dalfampridine", "4-aminopyridine"),
    ("insulin", "insulin"),
)
_ABBREVIATION: Final = re.compile(r"(?<![\w-])[A-Z][A-Z]{1,7}(?:-[A-Z0-9]{1,4})?(?![\w-])")
_COMMON: Final = frozenset(
    str.split(
        "UK US USA EU UN NHS WHO FDA CDC NIH EMA NICE MRI CT DNA RNA HIV AIDS COVID COVID-19 ICU GP "
        "TV IQ BMI PC IT OK AM PM"
        " SCI ALS MS PD AD CEO PHD MD II III IV VI VII VIII IX XI XII AI UV ER ED EEG ECG EKG EMG CI "
        "SD SE OR RR HR NO DOI"
        " PTSD ADHD COPD STI STD LGBT DIY FAQ PDF CSV USD GBP ID PO PLOS BBC OH NB"
    )
)
_DEVICES: Final = (
    ("exoskeleton", "exoskelet", "powered orthos", "robotic suit", "wearable robot"),
    ("pacemaker", "pacemaker", "cardiac pacing", "implantable pulse", "pacing"),
    ("treadmill", "treadmill"),
    ("cochlear implant", "cochlear"),
    ("ventilator", "ventilat", "respirator"),
    ("glucose monitor", "glucose monitor", "cgm"),
    ("hearing aid", "hearing aid"),
    ("defibrillator", "defibrillat"),
    ("smartwatch", "smartwatch", "smart watch", "wearable"),
    ("brain implant", "implant", "electrode", "brain stimulat", "neuroprosthe"),
    ("spinal stimulator", "stimulat"),
    ("virtual reality", "virtual reality", "virtual-reality", "immersive"),
    ("catheter", "catheter"),
    ("prosthesis", "prosthe", "artificial limb"),
    ("robot", "robot"),
)
_CONDITIONS: Final = (
    ("asthma", "asthma"),
    ("epilepsy", "epilep", "seizure"),
    ("psoriasis", "psoria"),
    ("glaucoma", "glaucoma"),
    ("migraine", "migrain"),
    ("tinnitus", "tinnitus"),
    ("eczema", "eczema", "dermatitis"),
    ("gout", "gout"),
    ("endometriosis", "endometri"),
    ("arthritis", "arthrit"),
    ("diabetes", "diabet", "glyc"),
    ("dementia", "dementia", "alzheimer", "cognitive"),
    ("stroke", "stroke", "cerebrovascular", "infarct", "hemiple", "hemipar", "haemorrhag", "hemorrhag"),
    ("multiple sclerosis", "multiple sclerosis", "ms"),
    ("parkinson's disease", "parkinson"),
    ("schizophrenia", "schizophren", "psychos", "psychot"),
    ("autism", "autis"),
    ("osteoporosis", "osteopor", "bone"),
    ("cystic fibrosis", "cystic fibrosis"),
    ("leukaemia", "leuk"),
    ("leukemia", "leuk"),
    ("hepatitis", "hepatit"),
    ("malaria", "malaria", "plasmodium"),
    ("tuberculosis", "tubercul", "tb"),
    ("fibromyalgia", "fibromyalg"),
    ("lupus", "lupus"),
    ("anaemia", "anaemi", "anemi"),
    ("pneumonia", "pneumon"),
    ("covid-19", "covid", "sars-cov"),
)
_COUNTRIES: Final = (
    ("norway", "norw"), ("sweden", "swed"), ("denmark", "danish", "denmark"), ("finland", "finland", "finnish"),
    ("iceland", "iceland"), ("germany", "german"), ("france", "france", "french"), ("spain", "spain", "spanish"),
    ("portugal", "portug"), ("italy", "ital"), ("greece", "greece", "greek"), ("turkey", "turk", "t\u00fcrkiye"),
    ("switzerland", "switzerland", "swiss"), ("austria", "austria"), ("belgium", "belgi"),
    ("poland", "poland", "polish"), ("netherlands", "netherland", "dutch"), ("ireland", "ireland", "irish"),
    ("russia", "russia"), ("ukraine", "ukrain"), ("china", "china", "chinese"), ("japan", "japan"),
    ("south korea", "korea"), ("india", "india"), ("pakistan", "pakistan"), ("bangladesh", "bangla"),
    ("nepal", "nepal"), ("thailand", "thai"), ("vietnam", "vietnam", "viet nam"), ("indonesia", "indones"),
    ("malaysia", "malaysia"), ("singapore", "singapore"), ("iran", "iran"), ("iraq", "iraq"), ("israel", "israel"),
    ("egypt", "egypt"), ("nigeria", "nigeria"), ("ghana", "ghana"), ("kenya", "kenya"),
    ("south africa", "south africa"), ("ethiopia", "ethiop"), ("uganda", "uganda"), ("tanzania", "tanzania"),
    ("canada", "canad"), ("mexico", "mexic"), ("brazil", "brazil", "brasil"), ("argentina", "argentin"),
    ("chile", "chile"), ("peru", "peru"), ("colombia", "colombia"), ("cuba", "cuba"), ("australia", "australia"),
    ("new zealand", "new zealand"),
)  # fmt: skip
_LISTED: Final = {
    name: (kind, tuple(forms))
    for kind, table in (
        (ThingKind.DEVICE, _DEVICES),
        (ThingKind.CONDITION, _CONDITIONS),
        (ThingKind.COUNTRY, _COUNTRIES),
    )
    for name, *forms in table
}
_PHRASES: Final = tuple(name for name in _LISTED if not name.isalpha())
"""Names of more than one word, or with other signs than letters."""


@lru_cache(maxsize=512)
def named_things(text: str) -> tuple[Thing, ...]:
    """The things that a text names and that are known by name or by form. Linear in its length."""
    return (*_drugs(text), *_abbreviations(text), *_listed(text))


def _drugs(text: str) -> Iterator[Thing]:
    for word in words(text):
        if word.carries_meaning and _is_drug(word.text):
            others = next((names for names in _SAME_DRUGS if word.text in names), (word.text,))
            yield Thing(ThingKind.DRUG, text[word.start : word.end], word.start, word.end, (word.text, *others))


@lru_cache(maxsize=8_192)
def _is_drug(word: str) -> bool:
    if word in _KNOWN_DRUGS:
        return True
    if not word.endswith(_ENDINGS) or word in _NO_DRUGS or not word.isalpha():
        return False
    return any(word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM for ending in _ENDINGS)


def _abbreviations(text: str) -> Iterator[Thing]:
    for found in _ABBREVIATION.finditer(text):
        name = found.group()
        if name not in _COMMON and not _is_shouted(text, found.start(), found.end()):
            yield Thing(ThingKind.SCALE, name, *found.span(), (name.lower(), name.lower().replace("-", "")))


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the word stands in a line in capitals, or beside another word in capitals: a heading."""
    line = text[text.rfind("\n", 0, start) + 1 : start + 200].partition("\n")[0]
    beside = (text[max(0, start - 12) : start].split()[-1:], text[end : end + 12].split()[:1])
    return line.isupper() or any(len(word) > 4 and word.isupper() for words in beside for word in words)


def _listed(text: str) -> Iterator[Thing]:
    for word in words(text):
        if (name := word.text) in _LISTED or (name := word.text.removesuffix("s")) in _LISTED:
            yield _thing(text, name, word.start, word.end)
    plain = caseless(text)
    for name in _PHRASES:
        if (at := plain.find(name)) >= 0:
            yield _thing(text, name, at, at + len(name))


def _thing(text: str, name: str, start: int, end: int) -> Thing:
    kind, forms = _LISTED[name]
    return Thing(kind, text[start:end], start, end, forms)
