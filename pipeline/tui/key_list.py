"""The list of keys, made of the bindings themselves, so that none can be missing from it."""

from textual.content import Content
from textual.screen import Screen

from pipeline.tui.look import SOFT, STRONG, beside, told

_LEGEND = "✓ seen   ? without proof   ✖ blocks   ▲ wants an eye   • for the record"


def keys_of(screen: Screen[object]) -> list[Content]:
    """The signs, then a line for everything that a key does on a screen, its own keys first."""
    what_for: dict[str, list[str]] = {}
    bindings = [active for active in screen.active_bindings.values() if active.enabled]
    for active in sorted(bindings, key=lambda active: active.node is not screen):
        binding = active.binding
        what = binding.tooltip or binding.description
        if what and not binding.system:
            what_for.setdefault(what, []).append(screen.app.get_key_display(binding))
    keys = [beside(told(f"{'  '.join(keys):<12} ", STRONG), told(what)) for what, keys in what_for.items()]
    return [*keys, told(""), told(_LEGEND, SOFT)]
