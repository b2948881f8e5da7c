"""How the time of something grows with its size: it does not matter how fast the machine is."""

from collections.abc import Callable


def grows_within(times: float, seconds_for: Callable[[int], float], small: int, large: int) -> bool:
    """Whether the large size takes less than so many times what the small one takes.

    A busy machine may spoil one measurement, not three.
    """
    return any(seconds_for(large) < times * seconds_for(small) for _ in range(3))
