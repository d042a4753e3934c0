"""Rated targets and figures from file to file: a panel of millions of rows never becomes records."""

from typing import TYPE_CHECKING

from urbancmp.cli.session import Session
from urbancmp.diagnostics import DataError, UsageError

if TYPE_CHECKING:
    import polars as pl

# What `formats.csv` disarms, as the engine's regular expressions write it.
_FORMULA = "^'*(?:[\t\r\n]|[\\s\ufeff\u200b]*[=+\\-@＝＋－＠])"
_PLACES = 6


def wanted(session: Session) -> str | None:
    """'parquet' or 'csv' where the answer can go from file to file, None where it needs a view.

    Parquet always can; CSV is worth it only for panels, as the table's own figures keep their printed digits.
    """
    suffix = session.output.suffix.lower() if session.output else ""
    name = session.format or suffix.removeprefix(".")
    if name == "parquet":
        if session.output is None:
            raise UsageError("Parquet goes to a file: add -o FILE.parquet")
        return name
    panels = name == "csv" and session.output is not None and bool(session.panels)
    return name if panels and session.headers == "names" else None


def stream(session: Session, frame: "pl.LazyFrame", name: str) -> None:
    """Write a lazy frame to the output file; the old file stays whole until the new one is."""
    import polars as pl

    from urbancmp.files import replaced

    if session.output is None:
        return
    with replaced(session.output, lang=session.lang) as path:
        try:
            if name == "parquet":
                frame.sink_parquet(path)
            else:
                _disarmed(frame).sink_csv(path, include_bom=session.bom is not False)
        except pl.exceptions.PolarsError as error:
            raise DataError(f"{session.output}: not written: {str(error).splitlines()[0]}") from None


def _disarmed(frame: "pl.LazyFrame") -> "pl.LazyFrame":
    """Text that no spreadsheet runs, numbers to six places."""
    import polars as pl
    import polars.selectors as cs

    text = cs.string()
    armed = text.str.contains(_FORMULA)
    return frame.with_columns(
        pl.when(armed).then(pl.lit("'") + text).otherwise(text).name.keep(), cs.float().round(_PLACES)
    )
