"""Formulas as one line of text."""

import re
from typing import Any, Final

from pipeline.parse.exponents import raised

_OPERATORS: Final = frozenset("=<>≤≥≈≠±\u00d7\u223c~∝→")
_TEX_BODY: Final = re.compile(r"\\begin\{document\}(.{0,20000}?)\\end\{document\}", re.DOTALL)


def formula_text(element: Any) -> str:
    """A formula element (MathML, TeX, or text with a picture) as a line of text; empty for a mere picture."""
    math = next(element.iter("mml-math"), None)
    if math is not None:
        return " ".join(_linear(math).split())
    tex = next(element.iter("tex-math"), None)
    if tex is not None:
        return _tex(str(tex.text or ""))
    return " ".join("".join(_leaves(element)).split())


def _leaves(element: Any) -> list[str]:
    return [str(text) for text in element.itertext() if isinstance(text, str)]


def _tex(source: str) -> str:
    body = _TEX_BODY.search(source)
    return " ".join((body.group(1) if body else source).strip().strip("$").split())


def _linear(element: Any) -> str:  # noqa: PLR0911 - one return a construct reads best
    """MathML from left to right: `a/b`, `x^2` and `√(x)` stand for what typesetting shows."""
    tag = element.tag
    if not isinstance(tag, str) or tag in ("mml-annotation", "mml-annotation-xml"):
        return ""
    children = [_linear(child) for child in element]
    own = "".join(str(element.text or "").split())
    match tag:
        case "mml-mo":
            return f" {own} " if own in _OPERATORS else own
        case "mml-mtext":
            return str(element.text or "")
        case "mml-mfrac" if len(children) == 2:
            return f"{_grouped(children[0])}/{_grouped(children[1])}"
        case "mml-msup" if len(children) == 2:
            return children[0] + (raised(children[1].strip()) or f"^{_grouped(children[1])}")
        case "mml-msqrt":
            return f"√({''.join(children)})"
        case "mml-mtr" | "mml-mtd":
            return "".join(children) + " "
        case "mml-mfenced":
            opening, closing = element.get("open", "("), element.get("close", ")")
            return f"{opening}{', '.join(children)}{closing}"
    return own + "".join(children)


def _grouped(text: str) -> str:
    bare = text.strip()
    return bare if bare.isalnum() else f"({bare})"
