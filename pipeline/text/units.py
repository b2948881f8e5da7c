"""Units of measure behind a number: which one it is, of what dimension, and how large beside others of its kind."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Dimension(StrEnum):
    """What a unit measures; numbers of two dimensions are never the same quantity."""

    TIME = "time"
    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    PRESSURE = "pressure"
    FREQUENCY = "frequency"
    CURRENT = "current"
    VOLTAGE = "voltage"
    POWER = "power"
    ENERGY = "energy"
    SUBSTANCE = "substance"
    ACTIVITY = "activity"
    TEMPERATURE = "temperature"
    SPEED = "speed"
    RATE = "rate"
    SHARE = "share"
    POINTS = "points"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `size` is in the dimension's own base (days, grams, litres, metres, …), None where none converts."""

    name: str
    dimension: Dimension
    size: Decimal | None = None


_TABLE: Final = (
    # name, dimension, size, words (a plural s may follow), symbols as they are written
    ("millisecond", Dimension.TIME, "0.00000001157407", "millisecond", "ms msec"),
    ("second", Dimension.TIME, "0.00001157407407", "second", "s sec secs"),
    ("minute", Dimension.TIME, "0.00069444444444", "minute", "min mins"),
    ("hour", Dimension.TIME, "0.04166666666667", "hour", "h hr hrs"),
    ("day", Dimension.TIME, "1", "day", "d"),
    ("week", Dimension.TIME, "7", "week", "wk wks"),
    ("month", Dimension.TIME, "30.4375", "month", "mo mos mth mths"),
    ("year", Dimension.TIME, "365.25", "year", "yr yrs y y/o"),
    ("nanogram", Dimension.MASS, "0.000000001", "nanogram", "ng"),
    ("microgram", Dimension.MASS, "0.000001", "microgram", "µg μg ug mcg"),
    ("milligram", Dimension.MASS, "0.001", "milligram milligramme", "mg"),
    ("gram", Dimension.MASS, "1", "gram gramme", "g gm"),
    ("kilogram", Dimension.MASS, "1000", "kilogram kilogramme kilo", "kg kgs"),
    ("pound", Dimension.MASS, "453.59237", "pound", "lb lbs"),
    ("microlitre", Dimension.VOLUME, "0.000001", "microlitre microliter", "µl µL μl μL"),
    ("millilitre", Dimension.VOLUME, "0.001", "millilitre milliliter", "ml mL cc"),
    ("decilitre", Dimension.VOLUME, "0.1", "decilitre deciliter", "dl dL"),
    ("litre", Dimension.VOLUME, "1", "litre liter", "l L"),
    ("nanometre", Dimension.LENGTH, "0.000000001", "nanometre nanometer", "nm"),
    ("micrometre", Dimension.LENGTH, "0.000001", "micrometre micrometer micron", "µm μm um"),
    ("millimetre", Dimension.LENGTH, "0.001", "millimetre millimeter", "mm"),
    ("centimetre", Dimension.LENGTH, "0.01", "centimetre centimeter", "cm"),
    ("metre", Dimension.LENGTH, "1", "metre meter", "m"),
    ("kilometre", Dimension.LENGTH, "1000", "kilometre kilometer", "km"),
    ("foot", Dimension.LENGTH, "0.3048", "feet foot", "ft"),
    ("inch", Dimension.LENGTH, "0.0254", "inch inches", ""),
    ("mile", Dimension.LENGTH, "1609.344", "mile", ""),
    ("millimetre of mercury", Dimension.PRESSURE, "1", "", "mmHg mm|Hg mmhg"),
    ("centimetre of water", Dimension.PRESSURE, "0.735559", "", "cmH2O cm|H2O"),
    ("kilopascal", Dimension.PRESSURE, "7.50062", "kilopascal", "kPa"),
    ("hertz", Dimension.FREQUENCY, "1", "hertz", "Hz hz"),
    ("kilohertz", Dimension.FREQUENCY, "1000", "kilohertz", "kHz"),
    ("megahertz", Dimension.FREQUENCY, "1000000", "megahertz", "MHz"),
    ("milliampere", Dimension.CURRENT, "0.001", "milliamp milliampere", "mA"),
    ("microampere", Dimension.CURRENT, "0.000001", "microamp microampere", "µA μA"),
    ("millivolt", Dimension.VOLTAGE, "0.001", "millivolt", "mV"),
    ("microvolt", Dimension.VOLTAGE, "0.000001", "microvolt", "µV μV"),
    ("volt", Dimension.VOLTAGE, "1", "volt", "V"),
    ("watt", Dimension.POWER, "1", "watt", "W"),
    ("kilojoule", Dimension.ENERGY, "1", "kilojoule", "kJ"),
    ("joule", Dimension.ENERGY, "0.001", "joule", "J"),
    ("kilocalorie", Dimension.ENERGY, "4.184", "kilocalorie calorie", "kcal kcals"),
    ("nanomole", Dimension.SUBSTANCE, "0.000001", "nanomole", "nmol nM"),
    ("micromole", Dimension.SUBSTANCE, "0.001", "micromole", "µmol μmol umol µM μM"),
    ("millimole", Dimension.SUBSTANCE, "1", "millimole", "mmol mM"),
    ("unit", Dimension.ACTIVITY, "1", "unit international|unit", "IU iu U"),
    ("degree Celsius", Dimension.TEMPERATURE, "", "degree|celsius degree|centigrade", "°C ºC"),
    ("degree Fahrenheit", Dimension.TEMPERATURE, "", "degree|fahrenheit", "°F ºF"),
    ("metre per second", Dimension.SPEED, "1", "metre|per|second meter|per|second m|per|second", "m/s"),
    ("kilometre per hour", Dimension.SPEED, "0.277778", "kilometre|per|hour kilometer|per|hour", "km/h"),
    ("beat per minute", Dimension.RATE, "1", "beat|per|minute", "bpm"),
    ("per cent", Dimension.SHARE, "1", "percent per|cent", "% pct"),
    ("percentage point", Dimension.POINTS, "1", "percentage|point percent|point", ""),
    ("point", Dimension.POINTS, "", "point", "pt pts"),
    ("fold", Dimension.FOLD, "", "fold", "x"),
)
_UNITS: Final = {
    spelling.replace("|", " "): Unit(name, dimension, Decimal(size) if size else None)
    for name, dimension, size, words, symbols in _TABLE
    for spelling in (*symbols.split(), *(form for word in words.split() for form in (word, f"{word}s")))
}
"""By spelling. The symbols keep their case, which is what tells mM and mm apart."""
_BY_DIMENSION: Final = {
    dimension: tuple({unit.name: unit for unit in _UNITS.values() if unit.dimension is dimension}.values())
    for dimension in Dimension
}
_PLURAL_WITHIN: Final = re.compile(r"\b(degree|beat|(?:kilo)?met(?:re|er))s\b")
_FOR_EACH: Final = re.compile(r" (?:an?|each|every) (?=(?:second|minute|hour)s?\Z)")
"""In readers' words, a speed is told in `metres a second`."""
_MOST_WORDS: Final = 3
_FORM: Final = re.compile(
    r"[\s\xa0\u2009]?[-\u2010\u2011]?[\s\xa0\u2009]?"
    r"(?P<unit>%|[°º]\s?[CF]|[^\W\d_]{1,20}(?:/[^\W\d_]{1,3})?(?:2O)?(?:[ -][^\W\d_]{1,20}(?:2O)?){0,2})(?![\w\u2019'])"
)
_PER_WEIGHT: Final = re.compile(r"\s?(?:/|per |for (?:each|every) )\s?(?:kg|kilo)", re.IGNORECASE)


def units_of(dimension: Dimension) -> tuple[Unit, ...]:
    """The units of a dimension, each once."""
    return _BY_DIMENSION[dimension]


def unit_behind(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit that begins at `at`, behind a space or a hyphen if there is one, and where it ends; or None."""
    found = _FORM.match(text, at)
    if found is None:
        return None
    words, start = found.group("unit"), found.start("unit")
    for length in range(_MOST_WORDS, 0, -1):
        piece = _first_words(words, length)
        if piece and piece not in _NAMES and (unit := _UNITS.get(piece) or _UNITS.get(_in_words(piece))):
            return _with_weight(unit, text, start + len(piece)), start + len(piece)
    return None


_NAMES: Final = frozenset({"MS"})
"""Short names in capitals that no unit has: `297 MS patients` have multiple sclerosis."""


def _first_words(words: str, count: int) -> str:
    """The first words of a form as they stand; nothing where there are fewer."""
    at = -1
    for _ in range(count):
        if at == len(words):
            return ""
        ends = [end for end in (words.find(" ", at + 1), words.find("-", at + 1), words.find("/", at + 1)) if end > 0]
        at = min(ends, default=len(words))
    return words[:at]


def _in_words(piece: str) -> str:
    return _FOR_EACH.sub(" per ", _PLURAL_WITHIN.sub(r"\1", piece.lower().replace("-", " ")))


def _with_weight(unit: Unit, text: str, end: int) -> Unit:
    """A dose for each kilogram of a body is not the dose itself."""
    if unit.dimension is Dimension.MASS and _PER_WEIGHT.match(text, end):
        return Unit(f"{unit.name} per kilogram", Dimension.MASS)
    return unit
