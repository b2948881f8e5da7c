"""The moment of a service's last departure: eight bytes, written in place.

Replacing a file takes a millisecond on some file systems, which is too much for every request. What is written in place
may only be read and written under the service's guard.
"""

import math
import os
import struct
from pathlib import Path
from typing import Final

_MOMENT: Final = struct.Struct("<d")


def last_departure(path: Path) -> float:
    """Seconds since the epoch; 0 where nothing is known, or nothing that makes sense."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return 0.0
    moment = float(_MOMENT.unpack(data)[0]) if len(data) == _MOMENT.size else 0.0
    return moment if math.isfinite(moment) else 0.0


def note_departure(path: Path, moment: float) -> None:
    """Replace the moment."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.write(file, _MOMENT.pack(moment))
        if os.fstat(file).st_size > _MOMENT.size:
            os.ftruncate(file, _MOMENT.size)
    finally:
        os.close(file)
