"""Which figures may stand side by side, and with what caveat."""

from urbancmp.compare.comparison import Comparison, Grade, Line, compare
from urbancmp.compare.selection import Selection

__all__ = ["Comparison", "Grade", "Line", "Selection", "compare"]
