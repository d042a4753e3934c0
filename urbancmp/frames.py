"""Figures as polars frames: the table's own, and panels in Parquet that stay on disk until they are asked for."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import polars as pl

from urbancmp.diagnostics import DataError
from urbancmp.model import Comparator, Data, Figure, Indicator, Kind, Measure, Polarity
from urbancmp.tidyfile import REQUIRED, UNQUANTIFIED
from urbancmp.units import convert

SCHEMA: dict[str, pl.DataType] = {
    "jurisdiction": pl.String(),
    "indicator": pl.String(),
    "kind": pl.String(),
    "value": pl.Float64(),
    "year": pl.Int32(),
    "measure": pl.String(),
    "polarity": pl.String(),
    "comparator": pl.String(),
    "value_high": pl.Float64(),
    "unit": pl.String(),
    "period_start": pl.Int32(),
    "printed": pl.String(),
    "source": pl.String(),
    "locator": pl.String(),
    "flags": pl.String(),
    "note": pl.String(),
    "base_year": pl.Int32(),
    "plan_start": pl.Int32(),
    "plan_end": pl.Int32(),
    "tolerance": pl.Float64(),
    "vintage": pl.Int32(),
    "unquantified": pl.String(),
    "decimals": pl.Int32(),
}
_TEXT = (pl.String, pl.Categorical, pl.Enum)
_KNOWN = ("measure", "polarity", "unit")


def figures_frame(data: Data, panels: Iterable[Path] = ()) -> pl.LazyFrame:
    """All figures, values in the unit of their indicator; one row a figure, columns and types as in SCHEMA.

    Raises DataError for a panel without the required columns or with columns of a wrong type.
    """
    own = pl.LazyFrame(list(_rows(data)), schema=SCHEMA, orient="row")
    frames = [panel_frame(path, data) for path in panels]
    return pl.concat([own, *frames]) if data.figures or not frames else pl.concat(frames)


def _rows(data: Data) -> Iterator[tuple[object, ...]]:
    for figure in data.figures:
        indicator = data.indicators[figure.indicator]
        source = data.sources.get(figure.source)
        start, end = (source.period or (None, None)) if source else (None, None)
        yield (
            figure.jurisdiction, figure.indicator, figure.kind.value, _value(figure, figure.value, indicator),
            figure.year, indicator.measure.value, indicator.polarity.value, figure.comparator.value,
            _value(figure, figure.high, indicator), indicator.unit, figure.period_start, figure.printed or None,
            figure.source, figure.locator or None, ";".join(figure.flags) or None, figure.note or None,
            source.base_year if source else None, start, end, _value(figure, figure.tolerance, indicator),
            figure.vintage, figure.unquantified or None, _decimals(figure.value),
        )  # fmt: skip


def _value(figure: Figure, value: Decimal | None, indicator: Indicator) -> float | None:
    return None if value is None else float(convert(value, figure.unit, indicator.unit))


def _decimals(value: Decimal | None) -> int | None:
    """Printed digits after the point; an approximate figure is taken to be good to half of the last of them."""
    return None if value is None else max(0, -int(value.as_tuple().exponent))


def panel_frame(path: Path, data: Data) -> pl.LazyFrame:
    """A panel in Parquet, lazily; what its columns do not say of known indicators comes from the table."""
    panel = pl.scan_parquet(path)
    given = _checked(path, panel)
    panel = panel.select(
        pl.col(name).cast(type_) if name in given else pl.lit(None, type_).alias(name) for name, type_ in SCHEMA.items()
    )
    missing = [name for name in _KNOWN if name not in given]
    if missing:
        known = _dictionary(data).select("indicator", *missing).lazy()
        panel = panel.drop(missing).join(known, on="indicator", how="left", maintain_order="left").select(SCHEMA)
    defaults = {"comparator": "eq", "measure": "level"}
    return panel.with_columns(pl.col(name).fill_null(value) for name, value in defaults.items())


def _dictionary(data: Data) -> pl.DataFrame:
    rows = [(item.id, item.measure.value, item.polarity.value, item.unit) for item in data.indicators.values()]
    return pl.DataFrame(rows, schema=["indicator", *_KNOWN], orient="row")


def _checked(path: Path, panel: pl.LazyFrame) -> dict[str, pl.DataType]:
    try:
        given = dict(panel.collect_schema())
    except (pl.exceptions.PolarsError, OSError) as error:
        raise DataError(f"{path}: not a Parquet file that can be read ({str(error).splitlines()[0]})") from None
    missing = [name for name in REQUIRED if name not in given]
    if missing:
        raise DataError(f"{path}: column {', '.join(missing)} is missing; a tidy table needs {', '.join(REQUIRED)}")
    for name, type_ in given.items():
        if name in SCHEMA and not _fits(type_, SCHEMA[name]):
            wanted = "text" if SCHEMA[name] == pl.String else "numbers"
            raise DataError(f"{path}: column {name} holds {type_}, it must hold {wanted}")
    return given


def _fits(given: pl.DataType, wanted: pl.DataType) -> bool:
    if given == pl.Null:
        return True
    return isinstance(given, _TEXT) if wanted == pl.String else given.is_numeric()


def panel_figures(path: Path, data: Data, places: Iterable[str], indicators: Iterable[str] = ()) -> Iterator[Figure]:
    """The figures of some places (and indicators) of a panel as records; an indicator the table lacks is left out."""
    wanted = pl.col("jurisdiction").is_in(list(places)) & pl.col("indicator").is_in(
        list(indicators) or list(data.indicators)
    )
    for row in panel_frame(path, data).filter(wanted).collect().iter_rows(named=True):
        yield _figure(row, path)


def _figure(row: dict[str, object], path: Path) -> Figure:
    flags = [flag for flag in str(row["flags"] or "").split(";") if flag]
    value = row["value"]
    return Figure(
        jurisdiction=str(row["jurisdiction"]),
        indicator=str(row["indicator"]),
        kind=Kind(str(row["kind"])),
        value=None if value is None else Decimal(str(value)),
        unit=str(row["unit"] or ""),
        source=str(row["source"] or path.name),
        comparator=Comparator(str(row["comparator"])),
        high=None if row["value_high"] is None else Decimal(str(row["value_high"])),
        year=None if row["year"] is None else int(str(row["year"])),
        printed=str(row["printed"] or ""),
        locator=str(row["locator"] or ""),
        flags=tuple(flag for flag in flags if not flag.startswith(UNQUANTIFIED)),
        path=(str(path),),
    )


def panel_indicators(path: Path, data: Data) -> dict[str, Indicator]:
    """Indicators that only a panel has, with what its columns say; without a polarity they cannot be rated."""
    from urbancmp.model import Name

    columns = ("indicator", *_KNOWN)
    found = panel_frame(path, data).select(columns).unique("indicator", keep="first", maintain_order=True).collect()
    return {
        id_: Indicator(id_, "", Name(id_, id_), unit or "", Measure(measure), Polarity(polarity or "none"))
        for id_, measure, polarity, unit in found.iter_rows()
        if id_ not in data.indicators
    }
