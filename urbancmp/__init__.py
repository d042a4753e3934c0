"""Urbanization indicators of Chinese jurisdictions: compared by definition, measured against targets.

>>> import urbancmp
>>> data = urbancmp.load()
>>> data.compare("gaoping", "chengwu")          # a polars frame, one figure a row, with grade and caveat
>>> data.gap(year=2025)                         # a polars frame, one target a row, with status or reason
>>> urbancmp.assess((2020, 44.77), (2022, 46.79), (2025, 55)).status
'behind'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from urbancmp.api import Dataset, load
    from urbancmp.gap.assess import Assessment, assess

__all__ = ["Assessment", "Dataset", "assess", "load"]

_HOMES = {"load": "api", "Dataset": "api", "assess": "gap.assess", "Assessment": "gap.assess"}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for, so that light commands start fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'urbancmp' has no attribute '{name}'")
    return getattr(import_module(f"urbancmp.{_HOMES[name]}"), name)
