"""The sheet that a bureau sends round for actuals, and the way back from the filled sheets to a table."""

from urbancmp.forms import words as _words  # noqa: F401  (registers the words)
from urbancmp.forms.answers import Answer, Filled, filled
from urbancmp.forms.files import form_file, split
from urbancmp.forms.lines import NO_DEPARTMENT, Line, asked, by_department, target_years, unquantified
from urbancmp.forms.overlay import overlay

__all__ = [
    "NO_DEPARTMENT",
    "Answer",
    "Filled",
    "Line",
    "asked",
    "by_department",
    "filled",
    "form_file",
    "overlay",
    "split",
    "target_years",
    "unquantified",
]
