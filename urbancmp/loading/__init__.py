"""From files to one table and all its faults; bad data never raises."""

from urbancmp.loading.layers import Loaded, load
from urbancmp.loading.paths import built_in

__all__ = ["Loaded", "built_in", "load"]
