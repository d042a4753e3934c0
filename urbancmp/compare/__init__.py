"""Which figures may stand side by side, and with what caveat."""

from urbancmp.comparable import Grade
from urbancmp.compare.comparison import Comparison, Line, compare
from urbancmp.compare.selection import Selection

__all__ = ["Comparison", "Grade", "Line", "Selection", "compare"]
