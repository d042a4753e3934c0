"""The table for Python programs: load it, compare, measure gaps, hand it to polars."""

from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from urbancmp import lookup
from urbancmp.diagnostics import Diagnostic
from urbancmp.loading import Loaded
from urbancmp.loading import load as load_tables
from urbancmp.model import Data, Kind

if TYPE_CHECKING:
    import polars as pl

    from urbancmp.compare import Selection
    from urbancmp.tables.view import Records

Paths = str | PathLike[str]


def load(*paths: Paths, overlays: Iterable[Paths] = ()) -> "Dataset":
    """Load tables: TOML, tidy CSV or Parquet, or folders of them; the built-in table if none is named.

    `overlays` are laid on top, as `--with` does. Raises FaultyDataError, which carries every fault with its
    place, for tables with errors.
    """
    loaded = load_tables([Path(path) for path in paths], [Path(path) for path in overlays])
    return Dataset(loaded, loaded.sound())


@dataclass(frozen=True)
class Dataset:
    """A sound table. Places, indicators and families may be called by any of their names."""

    loaded: Loaded
    data: Data

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Warnings and notes of the tables, with their places."""
        return self.loaded.diagnostics

    def compare(
        self,
        *places: str,
        families: Iterable[str] = (),
        indicators: Iterable[str] = (),
        years: Iterable[int] = (),
        kind: str | None = None,
        lang: str = "en",
    ) -> "pl.DataFrame":
        """Places side by side, one figure a row: family, row, grade (exact, caveat, listed, single), caveat, …

        Raises UsageError for names that the table does not know.
        """
        from urbancmp.compare import compare
        from urbancmp.tables.comparison import view

        ids = [place.id for place in lookup.jurisdictions(self.data, places)]
        selection = self._selection(families, indicators, years, kind)
        return _frame(view(self.data, compare(self.data, ids, selection), lang, long=True).records)

    def gap(
        self,
        *places: str,
        year: int | None = None,
        indicators: Iterable[str] = (),
        method: str = "schedule",
        as_of: int | None = None,
    ) -> "pl.DataFrame":
        """Targets and how far they are, worst first; columns as `urbancmp gap --format csv` has them.

        `gap` is what is still to go in the figure's unit (0 when met), `progress`, `elapsed` and `pace` are
        ratios; a null is unknown, never 0. Raises UsageError for unknown names and ValueError for methods.
        """
        from urbancmp.gap.select import gap

        wanted = [place.id for place in lookup.jurisdictions(self.data, places)]
        terms = [item.id for name in indicators for item in lookup.indicators(self.data, name)]
        return gap(
            self.to_lazy(),
            year=year,
            jurisdictions=wanted or None,
            indicators=terms or None,
            method=method,
            as_of=as_of,
            extras=False,
        ).collect()

    def to_polars(self) -> "pl.DataFrame":
        """The tidy table with the columns of `urbancmp export`; values as floats, in the unit of the document."""
        from urbancmp.tables.exporting import view

        return _frame(view(self.data, self.data.figures, "en").records)

    def to_lazy(self) -> "pl.LazyFrame":
        """All figures, panels included, with values in the unit of their indicator; see `frames.SCHEMA`.

        Columns that neither the table nor a panel has are left out.
        """
        from urbancmp.layering import layered

        return layered(self.data, self.loaded.panels, self.loaded.laid_on_top)

    def _selection(
        self, families: Iterable[str], indicators: Iterable[str], years: Iterable[int], kind: str | None
    ) -> "Selection":
        from urbancmp.compare import Selection

        return Selection(
            frozenset(lookup.family(self.data, name).id for name in families),
            frozenset(item.id for name in indicators for item in lookup.indicators(self.data, name)),
            frozenset(years),
            Kind(kind) if kind else None,
        )


def _frame(records: "Records") -> "pl.DataFrame":
    """Records as a frame: decimals become floats, whole columns keep one type."""
    from decimal import Decimal

    import polars as pl

    rows = [
        {name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()}
        for row in records.rows
    ]
    numbers = {"value", "value_high"}
    years = {"year", "period_start"}
    schema = {
        name: pl.Float64 if name in numbers else pl.Int32 if name in years else pl.String for name in records.columns
    }
    return pl.DataFrame(rows, schema=schema, orient="row")
