"""What calls cost, in words that hide nothing: a sum that leaves something out says so."""

from pipeline.text.so_many import so_many


def cost_words(cost: float | None, unpriced: int) -> str:
    """The cost of what was answered; nothing where nothing was. `unpriced` answered calls are not in it."""
    if cost is None:
        return "cost unknown: no price is set for this model, or no tokens were counted" if unpriced else ""
    left_out = f", without {so_many(unpriced, 'answered call')} that had no price or no counted tokens"
    return f"cost {cost:.4f}" + (left_out if unpriced else "")
