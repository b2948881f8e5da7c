"""How the segments of the spinal cord are printed."""

from typing import Final

SEGMENT: Final = r"(?:C[1-8]|Th?(?:1[0-2]|[1-9])|L[1-5]|S[1-5])"
"""C1 to S5, as the International Standards (ISNCSCI) name them; `Th` is how the chest is printed in Europe."""
