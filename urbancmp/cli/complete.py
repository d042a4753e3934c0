"""What the shell completes: names from the table, without starting the engine."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urbancmp.model import Data


def _candidates(pairs: Iterable[tuple[str, str]], incomplete: str) -> Iterator[tuple[str, str]]:
    wanted = incomplete.casefold()
    for id_, name in pairs:
        if id_.startswith(wanted):
            yield id_, name
        elif incomplete and name.startswith(incomplete):
            yield name, id_


def _named(table: str, incomplete: str) -> list[tuple[str, str]]:
    own = [Path(name) for name in os.environ.get("URBANCMP_DATA", "").split(os.pathsep) if name]
    records = getattr(_data(own), table)
    return list(_candidates(((id_, record.name.zh) for id_, record in records.items()), incomplete))


def _data(own: list[Path]) -> "Data":
    if not own:
        from urbancmp.shipped import table

        return table()
    from urbancmp.loading import load

    return load(own).data


def jurisdictions(incomplete: str) -> list[tuple[str, str]]:
    """Ids and Chinese names of jurisdictions."""
    return _named("jurisdictions", incomplete)


def indicators(incomplete: str) -> list[tuple[str, str]]:
    """Ids and Chinese names of indicators."""
    return _named("indicators", incomplete)


def families(incomplete: str) -> list[tuple[str, str]]:
    """Ids and Chinese names of families."""
    return _named("families", incomplete)


def methods(incomplete: str) -> list[tuple[str, str]]:
    """Ids and names of methods."""
    from urbancmp.gap.methods import METHODS

    return list(_candidates(((id_, method.zh) for id_, method in METHODS.items()), incomplete))
