"""Rate a national panel with urbancmp, DuckDB and pandas: same file, same rows, same columns, one run.

    python benchmarks/gap_panel.py panel.parquet [--repeat 5]

Each engine runs in a process of its own, reads the Parquet file and writes the rated targets of 2025 to
another one; times are of the work after the imports, the peak is the process's resident memory. Before the
numbers are printed the three results are compared cell by cell.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

YEAR = 2025
ENGINES = ("urbancmp", "duckdb", "pandas")
COLUMNS = """
jurisdiction indicator unit polarity measure comparator target target_high target_year baseline
baseline_year actual actual_year gap progress elapsed pace need_per_year observed_per_year
acceleration landing status reason tier flags method target_source actual_source
""".split()  # noqa: SIM905

SQL = """
copy (
with targets as (
  select jurisdiction, indicator, unit, polarity, measure, comparator, value as target,
         null::double as target_high, year as target_year, source as target_source,
         row_number() over () as place,
         case when polarity = 'up' then 1.0 else -1.0 end as d,
         case when comparator <> 'approx' then 0.0 when round(value, 0) = value then 0.5
              when abs(round(value, 1) - value) < 1e-9 then 0.05 else 0.005 end as slack
  from read_parquet($panel)
  where kind = 'target' and year = $year and not regexp_matches(coalesce(flags, ''), '(^|;)duplicate(;|$)')
), usable as (
  select jurisdiction, indicator, value, year, source
  from read_parquet($panel)
  where kind = 'actual' and year <= $year and value is not null
    and not regexp_matches(coalesce(flags, ''), '(^|;)part_year(;|$)')
), series as (
  select jurisdiction, indicator,
         arg_max(value, year) as x, max(year) as x_year, arg_max(source, year) as actual_source,
         arg_min(value, year) filter (year < $year) as base, min(year) filter (year < $year) as base_year,
         count(*) - 1 as points
  from usable group by jurisdiction, indicator
), paired as (
  select targets.*, x_year, points,
         case when series.base_year < series.x_year then series.base end as base,
         case when series.base_year < series.x_year then series.base_year end as base_year,
         series.actual_source, x as actual, x_year as actual_year
  from targets left join series using (jurisdiction, indicator)
), placed as (
  select *,
    round(d * (base - target), 10) as base_beyond,
    round(d * (actual - target) + slack, 10) >= 0 as met,
    case when base is null then null
         when round(base - target, 10) = 0 then 'maintain'
         when round(d * (base - target) + slack, 10) >= 0 then
           case when comparator in ('ge', 'le') then 'maintain'
                when comparator = 'approx' and round(abs(base - target), 10) <= slack then 'maintain'
                else 'wrong_way' end
         else 'reach' end as class
  from paired
), counted as (
  select *,
    round((actual_year - base_year) / (target_year - base_year), 10) as elapsed,
    case when class = 'reach' then (actual - base) / (target - base) end as share,
    greatest(round(-(d * (coalesce(actual, base) - target) + slack), 10), 0.0) as gap,
    case when class is null or class = 'reach' then
      case when target_year > coalesce(actual_year, base_year) then
        round((target - coalesce(actual, base)) / (target_year - coalesce(actual_year, base_year)), 10) end
    end as need_per_year,
    round((actual - base) / (actual_year - base_year), 10) as observed_per_year,
    case when target_year > actual_year then
      round(actual + (actual - base) / (actual_year - base_year) * (target_year - actual_year), 10) end as landing
  from placed
), paced as (
  select *, round(share, 10) as progress,
    round(share / ((actual_year - base_year) / (target_year - base_year)), 10) as pace,
    case when observed_per_year <> 0 then round(need_per_year / observed_per_year, 10) end as acceleration,
    case when actual is null then 'no_actual' when actual_year = target_year then null
         when base is null then 'no_baseline' when class = 'wrong_way' then 'target_behind_baseline' end as reason
  from counted
), rated as (
  select *, case
    when actual_year = target_year then case when met then 'met' else 'missed' end
    when reason is not null then 'no_rating'
    when class = 'maintain' then case when met then 'holding' else 'lost' end
    when met then 'met' when pace >= 0.95 then 'on_track' when pace >= 0.6 then 'slightly_behind'
    when pace >= 0 then 'behind' else 'moving_away' end as status
  from paced
)
select jurisdiction, indicator, unit, polarity, measure, comparator, target, target_high, target_year,
  base as baseline, base_year as baseline_year, actual, actual_year, gap, progress, elapsed, pace,
  need_per_year, observed_per_year, acceleration, landing, status, reason,
  case when actual_year = target_year then 'X'
       when base is not null and actual is not null then case when points >= 3 then '4' else '3' end
       when actual is not null then '2' when base is not null then '1' else '0' end as tier,
  concat_ws(';',
    case when status <> 'no_rating' and actual_year < target_year and elapsed < 0.2 then 'early' end,
    case when status <> 'no_rating' and actual_year < target_year and points = 1 then 'two_points' end,
    case when met and slack > 0 and round(d * (target - actual), 10) > 0 then 'within_tolerance' end,
    case when status = 'no_rating' and met then 'met_now' end,
    case when round(base - target, 10) = 0 then 'base_equals_target' end) as flags,
  'schedule' as method, target_source, actual_source
from rated
order by case status when 'missed' then 0 when 'moving_away' then 1 when 'lost' then 3 when 'behind' then 4
  when 'slightly_behind' then 6 when 'on_track' then 7 when 'holding' then 9 when 'met' then 10 else 11 end, place
) to $result (format parquet, compression zstd)
"""


def run_urbancmp(panel: str, result: str) -> float:
    """The library: scan, rate, sink."""
    import polars as pl

    from urbancmp.gap.select import gap

    start = time.perf_counter()
    gap(pl.scan_parquet(panel), year=YEAR, extras=False).sink_parquet(result)
    return time.perf_counter() - start


def run_duckdb(panel: str, result: str) -> float:
    """The same in SQL."""
    import duckdb

    start = time.perf_counter()
    query = SQL.replace("$panel", f"'{panel}'").replace("$result", f"'{result}'").replace("$year", str(YEAR))
    duckdb.connect().execute(query)
    return time.perf_counter() - start


def run_pandas(panel: str, result: str) -> float:  # noqa: PLR0915
    """The same in pandas and numpy."""
    import numpy as np
    import pandas as pd

    start = time.perf_counter()
    key = ["jurisdiction", "indicator"]
    t = pd.read_parquet(panel, filters=[("kind", "==", "target"), ("year", "==", YEAR)])
    t = t[~t["flags"].fillna("").str.contains(r"(?:^|;)duplicate(?:;|$)")]
    t = t.rename(columns={"value": "target", "year": "target_year", "source": "target_source"})
    a = pd.read_parquet(panel, columns=[*key, "value", "year", "source", "flags"], filters=[("kind", "==", "actual")])
    a = a[(a["year"] <= YEAR) & a["value"].notna() & ~a["flags"].fillna("").str.contains(r"(?:^|;)part_year(?:;|$)")]
    groups = a.sort_values("year", kind="stable").groupby(key, sort=False)
    newest = groups.last().rename(columns={"value": "actual", "year": "actual_year", "source": "actual_source"})
    oldest = groups.first().rename(columns={"value": "baseline", "year": "baseline_year"})
    points = (groups.size() - 1).rename("points")
    series = newest.drop(columns="flags").join(oldest[["baseline", "baseline_year"]]).join(points).reset_index()
    f = t.drop(columns="flags").merge(series, on=key, how="left")
    alone = f["actual_year"] == f["baseline_year"]
    f.loc[alone, ["baseline", "baseline_year"]] = np.nan
    d = np.where(f["polarity"] == "up", 1.0, -1.0)
    target, base, x = (f[c].to_numpy(float) for c in ("target", "baseline", "actual"))
    ty, by, xy = (f[c].to_numpy(float) for c in ("target_year", "baseline_year", "actual_year"))
    slack = np.where(target == np.round(target), 0.5, np.where(abs(np.round(target, 1) - target) < 1e-9, 0.05, 0.005))
    slack = np.where(f["comparator"] == "approx", slack, 0.0)
    has_x, has_base = ~np.isnan(x), ~np.isnan(base)
    met = np.round(d * (x - target) + slack, 10) >= 0
    base_met = np.round(d * (base - target) + slack, 10) >= 0
    equal = np.round(base - target, 10) == 0
    tolerated = (f["comparator"] == "approx").to_numpy() & (np.round(abs(base - target), 10) <= slack)
    keeps = has_base & (equal | (base_met & (f["comparator"].isin(["ge", "le"]).to_numpy() | tolerated)))
    wrong = has_base & base_met & ~keeps
    reach = has_base & ~keeps & ~wrong
    with np.errstate(all="ignore"):
        due = (xy - by) / (ty - by)
        share = np.where(reach, (x - base) / (target - base), np.nan)
        now, now_year = np.where(has_x, x, base), np.where(has_x, xy, by)
        ahead = ty > now_year
        f["gap"] = np.maximum(np.round(-(d * (now - target) + slack), 10), 0.0)
        f["progress"], f["elapsed"], f["pace"] = (
            np.round(share, 10),
            np.round(due, 10),
            np.round(share / due, 10),
        )
        need = np.where((reach | ~has_base) & ahead, np.round((target - now) / (ty - now_year), 10), np.nan)
        seen = np.round((x - base) / (xy - by), 10)
        f["need_per_year"], f["observed_per_year"] = need, seen
        f["acceleration"] = np.where(seen != 0, np.round(need / seen, 10), np.nan)
        f["landing"] = np.where(ty > xy, np.round(x + (x - base) / (xy - by) * (ty - xy), 10), np.nan)
    verdict = xy == ty
    reason = np.select(
        [~has_x, verdict, ~has_base, wrong], ["no_actual", "", "no_baseline", "target_behind_baseline"], ""
    )
    q = f["pace"].to_numpy()
    words = ["met", "missed", "no_rating", "holding", "lost", "met", "on_track", "slightly_behind", "behind"]
    tests = [verdict & met, verdict, reason != "", keeps & met, keeps, met, q >= 0.95, q >= 0.6, q >= 0]
    f["status"] = np.select(tests, words, "moving_away")
    f["reason"] = np.where(reason == "", None, reason)
    many = f["points"].to_numpy() >= 3
    f["tier"] = np.select(
        [verdict, has_base & has_x & many, has_base & has_x, has_x, has_base], ["X", "4", "3", "2", "1"], "0"
    )
    rated = f["status"].to_numpy() != "no_rating"
    moving = rated & ~verdict
    flags = np.full(len(f), "", dtype=object)
    for word, holds in (
        ("early", moving & (f["elapsed"].to_numpy() < 0.2)),
        ("two_points", moving & (f["points"].to_numpy() == 1)),
        ("within_tolerance", met & (slack > 0) & (np.round(d * (target - x), 10) > 0)),
        ("met_now", ~rated & has_x & met),
        ("base_equals_target", equal),
    ):
        flags[holds] = flags[holds] + (word + ";")
    f["flags"] = pd.Series(flags).str.rstrip(";").to_numpy()
    f["method"], f["target_high"] = "schedule", np.nan
    order = (
        "missed moving_away exceeded lost behind over_pace slightly_behind on_track within_budget holding met no_rating"
    )
    rank = f["status"].map({word: k for k, word in enumerate(order.split())})
    f = f.iloc[np.argsort(rank.to_numpy(), kind="stable")]
    f[COLUMNS].to_parquet(result, compression="zstd", index=False)
    return time.perf_counter() - start


RUNS = {"urbancmp": run_urbancmp, "duckdb": run_duckdb, "pandas": run_pandas}


def child(engine: str, panel: str, result: str) -> tuple[float, float]:
    """Seconds of work and peak resident megabytes of one engine in a process of its own."""
    command = [sys.executable, __file__, panel, "--engine", engine, "--result", result]
    read, write = os.pipe()
    pid = os.posix_spawn(
        sys.executable,
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_CLOSE, read)],
    )
    os.close(write)
    with os.fdopen(read) as stream:
        text = stream.read()
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        raise SystemExit(f"{engine} failed")
    return float(text.split()[-1]), usage.ru_maxrss / 1024


def differences(results: dict[str, str]) -> list[str]:
    """Columns in which an engine's result is not urbancmp's, with the number of rows."""
    import polars as pl

    mine = pl.read_parquet(results["urbancmp"])
    found = []
    for engine in ENGINES[1:]:
        theirs = pl.read_parquet(results[engine])
        if theirs.height != mine.height:
            found.append(f"{engine}: {theirs.height} rows, urbancmp {mine.height}")
            continue
        for name in COLUMNS:
            a, b = mine[name], theirs[name]
            if a.dtype.is_numeric():
                x, y = a.cast(pl.Float64), b.cast(pl.Float64).fill_nan(None)
                scale = pl.Series([1e-9]) * (1 + x.abs())
                bad = (x.is_null() != y.is_null()) | ((x - y).abs() > scale).fill_null(value=False)
            else:
                bad = a.cast(pl.String).ne_missing(b.cast(pl.String))
            if bad.any():
                found.append(
                    f"{engine}.{name}: {int(bad.sum())} rows, first {a[bad.arg_true()[0]]} / {b[bad.arg_true()[0]]}"
                )
    return found


def main() -> None:
    """Run the engines in turn and print medians, ratios and peaks."""
    parser = argparse.ArgumentParser(description="rate a panel with three engines")
    parser.add_argument("panel")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--result")
    given = parser.parse_args()
    if given.engine:
        print(RUNS[given.engine](given.panel, given.result))
        return
    with tempfile.TemporaryDirectory() as folder:
        results = {engine: str(Path(folder) / f"{engine}.parquet") for engine in ENGINES}
        runs: dict[str, list[tuple[float, float]]] = {engine: [] for engine in ENGINES}
        for _ in range(given.repeat):
            for engine in ENGINES:
                runs[engine].append(child(engine, given.panel, results[engine]))
        wrong = differences(results)
    seconds = {engine: statistics.median(run[0] for run in runs[engine]) for engine in ENGINES}
    peaks = {engine: max(run[1] for run in runs[engine]) for engine in ENGINES}
    for engine in ENGINES:
        print(f"{engine:10} {seconds[engine]:7.3f} s  {peaks[engine]:7.0f} MB peak")
    print(f"time   urbancmp / duckdb {seconds['urbancmp'] / seconds['duckdb']:.2f}  (budget 1.0)")
    print(f"time   urbancmp / pandas {seconds['urbancmp'] / seconds['pandas']:.2f}  (budget 0.4)")
    print(f"memory urbancmp / duckdb {peaks['urbancmp'] / peaks['duckdb']:.2f}  (budget 1.0)")
    print("\n".join(["the results differ:", *wrong]) if wrong else "the three results agree in every cell")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
