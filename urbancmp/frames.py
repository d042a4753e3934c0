"""Figures as polars frames: the table's own, and panels in Parquet that stay on disk until they are asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from urbancmp.diagnostics import DataError
from urbancmp.model import (
    Comparator,
    Data,
    Figure,
    Indicator,
    Jurisdiction,
    Kind,
    Measure,
    Name,
    Polarity,
    Tier,
)
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


def figures_frame(data: Data) -> pl.LazyFrame:
    """The table's own figures, values in the unit of their indicator; one row a figure, columns and types of SCHEMA."""
    return pl.LazyFrame(list(_rows(data)), schema=SCHEMA, orient="row")


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
    known = _dictionary(data).lazy()
    panel = panel.join(known, on="indicator", how="left", suffix="_known", maintain_order="left")
    return panel.select(_filled(name, given) for name in SCHEMA)


_DEFAULTS = {"comparator": "eq", "measure": "level"}


def _filled(name: str, given: Iterable[str]) -> pl.Expr:
    """A column of a panel: what it says, else what the table knows of the indicator, else the default."""
    ways = [pl.col(name)] if name in given or name not in _KNOWN else []
    ways += [pl.col(f"{name}_known")] if name in _KNOWN else []
    ways += [pl.lit(_DEFAULTS[name])] if name in _DEFAULTS else []
    return pl.coalesce(ways).alias(name)


def _dictionary(data: Data) -> pl.DataFrame:
    rows = [(item.id, item.measure.value, item.polarity.value, item.unit) for item in data.indicators.values()]
    return pl.DataFrame(rows, schema=["indicator", *_KNOWN], orient="row")


def _checked(path: Path, panel: pl.LazyFrame) -> dict[str, pl.DataType]:
    try:
        given = dict(panel.collect_schema())
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise DataError(
            f"{path}: not a Parquet file that can be read ({reason})", f"{path}:不是可读的 Parquet 文件({reason})"
        ) from None
    missing = [name for name in REQUIRED if name not in given]
    if missing:
        lacking, wanted = ", ".join(missing), ", ".join(REQUIRED)
        raise DataError(
            f"{path}: column {lacking} is missing; a tidy table needs {wanted}",
            f"{path}:缺少列 {lacking},数据表须有 {wanted}",
        )
    for name, type_ in given.items():
        if name in SCHEMA and not _fits(type_, SCHEMA[name]):
            wanted, zh = ("text", "文字") if SCHEMA[name] == pl.String else ("numbers", "数值")
            raise DataError(
                f"{path}: column {name} holds {type_}, it must hold {wanted}", f"{path}:列 {name} 为 {type_},应为{zh}"
            )
    return given


def _fits(given: pl.DataType, wanted: pl.DataType) -> bool:
    if given == pl.Null:
        return True
    return isinstance(given, _TEXT) if wanted == pl.String else given.is_numeric()


MOST_FIGURES = 500_000


def with_names(data: Data, panels: Iterable[Path]) -> Data:
    """The table with the places and indicators that only the panels know."""
    for path in panels:
        frame = panel_frame(path, data)
        ids = frame.select(pl.col("jurisdiction").unique(maintain_order=True)).collect().to_series()
        places = {id_: _place(id_) for id_ in ids if id_ is not None and id_ not in data.jurisdictions}
        indicators = _indicators(frame, data)
        data = replace(
            data, jurisdictions={**data.jurisdictions, **places}, indicators={**data.indicators, **indicators}
        )
    return data


def with_figures(
    data: Data, panels: Iterable[Path], places: Iterable[str] = (), indicators: Iterable[str] = ()
) -> Data:
    """The table with the panels' figures of some places and indicators (ids; all unless given) as records.

    Raises DataError for more figures than records are made for; `gap` and Parquet output take any number.
    """
    found: list[Figure] = []
    for path in panels:
        frame = panel_frame(path, data).filter(_wanted("jurisdiction", places), _wanted("indicator", indicators))
        rows = frame.head(MOST_FIGURES + 1).collect()
        if rows.height > MOST_FIGURES:
            raise DataError(
                f"{path}: more than {MOST_FIGURES} figures; name places or indicators, or use gap or Parquet",
                f"{path}:超过 {MOST_FIGURES} 条,请指明行政区或指标,或改用 gap 或 Parquet",
            )
        found += [_figure(row, path) for row in rows.iter_rows(named=True)]
    return replace(data, figures=(*data.figures, *found))


def _wanted(column: str, ids: Iterable[str]) -> pl.Expr:
    ids = list(ids)
    return pl.col(column).is_in(ids) if ids else pl.lit(value=True)


def _place(id_: str) -> Jurisdiction:
    return Jurisdiction(id_, Name(id_, id_), id_ if id_.isdigit() else "", Tier.COUNTY)


def _figure(row: dict[str, Any], path: Path) -> Figure:
    flags = [flag for flag in (row["flags"] or "").split(";") if flag]
    wording = next((flag.removeprefix(UNQUANTIFIED) for flag in flags if flag.startswith(UNQUANTIFIED)), "")
    return Figure(
        jurisdiction=row["jurisdiction"],
        indicator=row["indicator"],
        kind=Kind(row["kind"]),
        value=_decimal(row["value"]),
        unit=row["unit"] or "",
        source=row["source"] or path.name,
        comparator=Comparator(row["comparator"]),
        high=_decimal(row["value_high"]),
        year=row["year"],
        period_start=row["period_start"],
        printed=row["printed"] or "",
        locator=row["locator"] or "",
        flags=tuple(flag for flag in flags if not flag.startswith(UNQUANTIFIED)),
        note=row["note"] or "",
        unquantified=wording,
        path=(str(path),),
    )


def _decimal(value: float | None) -> Decimal | None:
    """The shortest decimal that a float stands for, without a tail of zeros."""
    return None if value is None else Decimal(repr(value).removesuffix(".0"))


def _indicators(frame: pl.LazyFrame, data: Data) -> dict[str, Indicator]:
    """Indicators that only a panel has, with what its columns say; without a polarity they cannot be rated."""
    columns = ("indicator", *_KNOWN)
    found = frame.select(columns).unique("indicator", keep="first", maintain_order=True).collect()
    return {
        id_: Indicator(id_, "", Name(id_, id_), unit or "", Measure(measure), Polarity(polarity or "none"))
        for id_, measure, polarity, unit in found.iter_rows()
        if id_ is not None and id_ not in data.indicators
    }
