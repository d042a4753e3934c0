"""From files to one table and all its faults; bad data never raises."""

from urbancmp.installed import built_in
from urbancmp.loading.layers import Loaded, load

__all__ = ["Loaded", "built_in", "load"]
