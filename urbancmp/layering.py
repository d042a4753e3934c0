"""Figures of the table and of panels as one frame: what is laid on top wins over what lies below, and that is said.

The loader does the same for TOML and CSV; a Parquet panel is too large for records, so its keys are joined here.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import polars as pl

from urbancmp.diagnostics import DataError, Diagnostic, Location
from urbancmp.frames import SCHEMA, figures_frame, panel_frame, with_names
from urbancmp.model import Data, Kind
from urbancmp.tidyfile import UNQUANTIFIED

KEY = ["jurisdiction", "indicator", "kind", "year"]
MOST_SAID = 20


def layered(
    table: Data, base: Iterable[Path], above: Collection[Path], note: Callable[[Diagnostic], None] | None = None
) -> pl.LazyFrame:
    """All figures: `table` over the panels of the base, the panels `above` over both; see `frames.SCHEMA`.

    `note` is told which figures of the table are replaced by others. Raises DataError for a panel that cannot be
    used, and for one laid on top that has unknown names or states a figure twice.
    """
    own, base = figures_frame(table), tuple(base)
    below = [_readable(path, table) for path in base]
    if below and table.figures:
        below = [_without(panel, own) for panel in below]
    frames = [own, *below] if table.figures or not below else below
    frame = pl.concat(frames, how="diagonal") if len(frames) > 1 else frames[0]
    known = with_names(table, base) if above else table
    for path in above:
        panel = _readable(path, table)
        _check(path, panel, known)
        if note is not None:
            for replaced in _replaced(path, own if below else frame, panel):
                note(replaced)
        frame = pl.concat([_without(frame, panel), panel], how="diagonal")
    return frame


def _without(frame: pl.LazyFrame, other: pl.LazyFrame) -> pl.LazyFrame:
    """The figures of `frame` that `other` does not state too."""
    return frame.join(other.select(KEY), on=KEY, how="anti", nulls_equal=True, maintain_order="left")


def _readable(path: Path, table: Data) -> pl.LazyFrame:
    """A panel with only the kinds there are and only the columns that say something.

    A column that the file lacks is left out rather than filled with nulls, and what the table knows is joined only
    for indicators that the table has: the engine then takes its short way through millions of rows.
    """
    panel, given = panel_frame(path, table), pl.scan_parquet(path)
    try:
        worded = _worded() if "flags" in given.collect_schema() else pl.lit(value=False)
        seen = given.select(
            pl.col("kind").unique().implode(), pl.col("indicator").unique().implode(), worded.alias("worded")
        ).collect()
    except pl.exceptions.PolarsError as error:
        reason = str(error).splitlines()[0]
        raise DataError(f"{path}: cannot be read ({reason})", f"{path}:无法读取({reason})") from None
    kinds, indicators, is_worded = seen.row(0)
    for kind in kinds:
        if kind not in [item.value for item in Kind]:
            raise DataError(
                f"{path}: column kind holds {kind!r}, it must hold actual or target",
                f"{path}:列 kind 为 {kind!r},应为 actual 或 target",
            )
    columns = given.collect_schema().names()
    known = not table.indicators.keys().isdisjoint(indicators)
    panel = panel if known else _alone(given, columns)
    if not is_worded:
        return panel
    wording = pl.col("flags").str.extract(f"{UNQUANTIFIED}([a-z]+)")
    said = pl.coalesce("unquantified", wording) if "unquantified" in panel.collect_schema() else wording
    return panel.with_columns(unquantified=said)


def _worded() -> pl.Expr:
    """Whether any flag says in which wording a statement without a number stands."""
    return pl.col("flags").str.contains(UNQUANTIFIED, literal=True).any()


def _alone(given: pl.LazyFrame, columns: Iterable[str]) -> pl.LazyFrame:
    """The columns of a panel that the engine knows, in its types."""
    return given.select(pl.col(name).cast(SCHEMA[name]) for name in columns if name in SCHEMA)


def _check(path: Path, panel: pl.LazyFrame, table: Data) -> None:
    """Names that the table lacks (an indicator may bring its own polarity), and figures stated twice."""
    own_polarity = "polarity" in panel.collect_schema()
    for column, known in (("jurisdiction", table.jurisdictions), ("indicator", table.indicators)):
        rows = panel.filter(pl.col("polarity").is_null()) if own_polarity and column == "indicator" else panel
        for id_ in rows.select(pl.col(column).unique()).collect().to_series().sort():
            if id_ not in known:
                close = get_close_matches(str(id_), list(known), n=1)
                hint = f"; did you mean {close[0]}?" if close else ""
                raise DataError(
                    f"{path}: {column} {id_!r} is not in the table{hint}", f"{path}:表中没有 {column} {id_!r}{hint}"
                )
    columns = panel.collect_schema()
    if "flags" in columns:
        panel = panel.filter(~pl.col("flags").fill_null("").str.contains("(^|;)duplicate(;|$)"))
    key = [*KEY, *(name for name in ("source", "vintage") if name in columns)]
    often = panel.group_by(key).len().filter(pl.col("len") > 1).sort(KEY)
    for row in often.head(1).collect().iter_rows(named=True):
        times = row["len"]
        raise DataError(
            f"{path}: {_key_text(row)} stands {times} times; keep one",
            f"{path}:{_key_text(row)} 有 {times} 条,请只留一条",
        )


def _key_text(row: dict[str, Any]) -> str:
    return " ".join(str(row[name]) for name in KEY if row[name] is not None)


def _replaced(path: Path, below: pl.LazyFrame, panel: pl.LazyFrame) -> Iterator[Diagnostic]:
    """The figures below that the panel states with another value, each with both values."""
    unit = pl.col("unit") if "unit" in panel.collect_schema() else pl.lit(None, pl.String)
    theirs = panel.select(*KEY, other=pl.col("value"), other_unit=unit)
    both = below.join(theirs, on=KEY, nulls_equal=True).filter(pl.col("value").ne_missing(pl.col("other")))
    rows = both.select(*KEY, "value", "unit", "other", "other_unit").unique(maintain_order=True).collect()
    for row in rows.head(MOST_SAID).iter_rows(named=True):
        values = {"jurisdiction": row["jurisdiction"], "indicator": row["indicator"], "year": row["year"] or ""}
        values |= {"found": _amount(row["other"], row["other_unit"]), "other": _amount(row["value"], row["unit"])}
        yield Diagnostic("U210", Location(str(path)), values)


def _amount(value: float | None, unit: str | None) -> str:
    return f"{value:g}{unit or ''}" if value is not None else "-"
