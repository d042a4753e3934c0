"""The formula of a method with the numbers of one row put in, as a reader would write it down.

Each function takes the inputs of a row and gives lines like 'Q = P / E = 0.1975 / 0.4 = 0.49'; `FORMULAS` says which
one belongs to which measure. Inputs keep their printed digits, what is computed is shown to four decimals.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from urbancmp.gap.methods import METHODS, Measure
from urbancmp.model import Data
from urbancmp.tables.figures import digits
from urbancmp.tables.rating import Row
from urbancmp.tables.values import exact, plain

LOGARITHMIC = ("growth", "cumulative_rate")


def number(value: float | None) -> str:
    """A computed number to four decimals, without trailing zeros."""
    if value is None:
        return "?"
    return digits(plain(Decimal(repr(round(value, 4)))))


class Inputs:
    """The inputs of a row as written: x0, x, T and their years."""

    def __init__(self, data: Data, row: Row) -> None:
        self.row = row
        self.base, self.actual = self._written(data, "baseline"), self._written(data, "actual")
        self.goal = self._goal(data)
        self.start, self.now, self.end = row["baseline_year"], row["actual_year"], row["target_year"]
        self.done, self.whole, self.left = self.now - self.start, self.end - self.start, self.end - self.now

    def _written(self, data: Data, name: str) -> str:
        value = exact(data, self.row, name)
        return "?" if value is None else digits(value)

    def _goal(self, data: Data) -> str:
        """T: the target, the end of a range that the path runs to, or the level that a rate leads to."""
        if self.row["level_target"] is not None:
            return number(self.row["level_target"])
        if self.row["comparator"] == "range" and self.row["baseline"] > self.row["target_high"]:
            return self._written(data, "target_high")
        return self._written(data, "target")

    @property
    def aim(self) -> float:
        """T as a number."""
        return float(self.goal)


def shares(one: Inputs) -> Iterator[str]:
    """P and E: the share of the way and the share of the time."""
    row = one.row
    share = row["progress"] if row["progress"] is not None else row["used"]
    if row["measure"] in LOGARITHMIC:
        yield f"P = ln({one.actual} / {one.base}) / ln({one.goal} / {one.base}) = {number(share)}"
    else:
        yield f"P = ({one.actual} − {one.base}) / ({one.goal} − {one.base}) = {number(share)}"
    yield f"E = ({one.now} − {one.start}) / ({one.end} − {one.start}) = {number(row['elapsed'])}"


def pace(one: Inputs) -> Iterator[str]:
    """Q = P / E, or P over the share that the bent path asks for."""
    row = one.row
    if row["pace"] is None:
        return
    bent = "piecewise" in (row["flags"] or "")
    asked = row["progress"] / row["pace"] if bent and row["pace"] else row["elapsed"]
    yield f"Q = P / {'P*' if bent else 'E'} = {number(row['progress'])} / {number(asked)} = {number(row['pace'])}"


def growth_ratio(one: Inputs) -> Iterator[str]:
    """R: the yearly growth had over the yearly growth needed."""
    row = one.row
    had, need = _rate(row["baseline"], row["actual"], one.done), _rate(row["baseline"], one.aim, one.whole)
    yield f"r = ({one.actual} / {one.base})^(1/{one.done}) − 1 = {_percent(had)}"
    yield f"r* = ({one.goal} / {one.base})^(1/{one.whole}) − 1 = {_percent(need)}"
    yield f"R = r / r* = {number(row['ratio'])}"


def projected_share(one: Inputs) -> Iterator[str]:
    """The share of the way reached in the target year at the compound rate so far."""
    row = one.row
    rate = _rate(row["baseline"], row["actual"], one.done)
    landing = None if rate is None else row["actual"] * (1 + rate) ** one.left
    yield f"r = ({one.actual} / {one.base})^(1/{one.done}) − 1 = {_percent(rate)}"
    yield f"x' = {one.actual} × (1 + {_percent(rate)})^{one.left} = {number(landing)}"
    yield f"({number(landing)} − {one.base}) / ({one.goal} − {one.base}) = {number(row['ratio'])}"


def miss(one: Inputs) -> Iterator[str]:
    """The share of today's gap still open in the target year at the mean yearly change."""
    row = one.row
    change = row.get("trend_change")
    if change is not None:
        landing = row["actual"] + change * one.left
        yield f"v = {number(change)}"
        yield f"x' = {one.actual} + {number(change)} × {one.left} = {number(landing)}"
        yield f"|{one.goal} − {number(landing)}| / |{one.goal} − {one.actual}| = {number(row['ratio'])}"
    else:
        yield f"|T − x'| / |T − x| = {number(row['ratio'])}"


def projected_gap(one: Inputs) -> Iterator[str]:
    """Percent of the way still open in the target year."""
    row = one.row
    if (row.get("fit_points") or 0) >= 3:
        slope, middle, year = number(row["fit_slope"]), number(row["fit_value"]), number(row["fit_year"])
        landing = row["fit_value"] + row["fit_slope"] * (one.end - row["fit_year"])
        yield f"x' = {middle} + {slope} × ({one.end} − {year}) = {number(landing)}"
    elif "fit_points" in row or row["points"] < 3:
        change = (row["actual"] - row["baseline"]) / one.done
        landing = row["actual"] + change * one.left
        yield f"x' = {one.actual} + {number(change)} × {one.left} = {number(landing)}"
    else:
        yield f"100 × |T − x'| / |T − x0| = {number(row['ratio'])}"
        return
    yield f"100 × |{one.goal} − {number(landing)}| / |{one.goal} − {one.base}| = {number(row['ratio'])}"


def distance(one: Inputs) -> Iterator[str]:
    """The gap in standard deviations of the peers, where there are enough of them."""
    row = one.row
    if row["ratio"] is not None:
        yield f"{number(row['gap'])} / s = {number(row['ratio'])}"


def _rate(start: float, end: float, years: int) -> float | None:
    return float((end / start) ** (1 / years) - 1) if start and years and end / start > 0 else None


def _percent(rate: float | None) -> str:
    return "?" if rate is None else f"{number(rate * 100)} %"


FORMULAS: dict[Measure, Callable[[Inputs], Iterator[str]]] = {
    Measure.PACE: pace,
    Measure.GROWTH_RATIO: growth_ratio,
    Measure.PROJECTED_SHARE: projected_share,
    Measure.MISS: miss,
    Measure.PROJECTED_GAP: projected_gap,
    Measure.DISTANCE: distance,
}


def worked(data: Data, row: Row) -> list[str]:
    """The formula of the row's method with its numbers; nothing where a number of it is missing."""
    needed = ("baseline", "actual", "baseline_year", "actual_year", "target_year")
    if any(row[name] is None for name in needed) or row["class"] not in ("reach", "reduce", "budget"):
        return []
    if row["status"] == "no_rating" and row["ratio"] is None:
        return []
    one = Inputs(data, row)
    lines = list(shares(one)) if row["elapsed"] is not None else []
    if row["class"] == "budget" or row["ratio"] is None:
        return lines
    return lines + list(FORMULAS[METHODS[row["method"]].measure](one))
