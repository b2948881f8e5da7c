"""The list of keys, made of the bindings themselves, so that none can be missing from it."""

from textual.content import Content
from textual.screen import Screen

from pipeline.tui.look import STRONG, beside, told


def keys_of(screen: Screen[object]) -> list[Content]:
    """A line for everything that a key does on a screen; keys that do the same stand together."""
    told_keys: dict[str, list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        what = binding.tooltip or binding.description
        if active.enabled and what and not binding.system:
            told_keys.setdefault(what, []).append(screen.app.get_key_display(binding))
    return [beside(told(f"{'  '.join(keys):<14} ", STRONG), told(what)) for what, keys in told_keys.items()]
