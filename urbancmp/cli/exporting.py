"""The tidy table as a frame, for Parquet: the table's own figures as documents print them, panels left on disk."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from urbancmp.cli.session import Session
from urbancmp.compare import Selection

if TYPE_CHECKING:
    import polars as pl

    from urbancmp.model import Data
    from urbancmp.tables.view import Records

_NUMBERS, _YEARS = ("value", "value_high"), ("year", "period_start")


def tidy(session: Session, records: "Records", places: Collection[str], chosen: Selection) -> "pl.LazyFrame":
    """The records of the table and the figures of the panels that are asked for, with the columns of `export`."""
    import polars as pl

    from urbancmp.frames import panel_frame

    own = _frame(records).lazy()
    panels = [
        _named(panel_frame(path, session.names).filter(_admitted(session.names, places, chosen)), session.names)
        for path in session.panels
    ]
    return pl.concat([own, *(panel.select(own.collect_schema().names()) for panel in panels)])


def _frame(records: "Records") -> "pl.DataFrame":
    from decimal import Decimal

    import polars as pl

    types = {
        name: pl.Float64 if name in _NUMBERS else pl.Int32 if name in _YEARS else pl.String for name in records.columns
    }
    rows = [
        tuple(float(value) if isinstance(value := row.get(name), Decimal) else value for name in records.columns)
        for row in records.rows
    ]
    return pl.DataFrame(rows, schema=types, orient="row")


def _admitted(data: "Data", places: Collection[str], chosen: Selection) -> "pl.Expr":
    """What `Selection.admits` says of one figure, for a frame of figures."""
    import polars as pl

    wanted = [pl.lit(value=True)]
    of_families = [item.id for item in data.indicators.values() if item.family in chosen.families]
    for column, ids in (("jurisdiction", places), ("indicator", chosen.indicators), ("year", chosen.years)):
        if ids:
            wanted.append(pl.col(column).is_in(list(ids)))
    if chosen.families:
        wanted.append(pl.col("indicator").is_in(of_families))
    if chosen.kind is not None:
        wanted.append(pl.col("kind") == chosen.kind.value)
    return pl.all_horizontal(wanted)


def _named(panel: "pl.LazyFrame", data: "Data") -> "pl.LazyFrame":
    """Adds names, family and row from the table."""
    import polars as pl

    places = [(one.id, one.name.zh, one.name.en) for one in data.jurisdictions.values()]
    things = [(one.id, one.name.zh, one.name.en, one.family, one.row or None) for one in data.indicators.values()]
    of_place = pl.LazyFrame(places, schema=["jurisdiction", "jurisdiction_zh", "jurisdiction_en"], orient="row")
    columns = ["indicator", "indicator_zh", "indicator_en", "family", "row"]
    of_indicator = pl.LazyFrame(things, schema=dict.fromkeys(columns, pl.String), orient="row")
    return panel.join(of_place, on="jurisdiction", how="left", maintain_order="left").join(
        of_indicator, on="indicator", how="left", maintain_order="left"
    )
