"""How long `check` takes for a TOML of 10 000 figures, against the standard library parsing the same text.

python benchmarks/check_speed.py [FIGURES]; prints the ratio, the budget is 3.
"""

import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from urbancmp.checks.render import text as rendered
from urbancmp.checks.report import run
from urbancmp.loading import load

BUDGET = 3.0
ROUNDS = 5
HEAD = """[families.all]
name = { zh = "全部", en = "All" }
"""
PLACE = """
[jurisdictions.p{n}]
name = {{ zh = "第{n}县", en = "County {n}" }}
code = "{n:06d}"
tier = "county"
"""
INDICATOR = """
[indicators.i{n}]
family = "all"
name = {{ zh = "第{n}项比例", en = "Share {n}" }}
unit = "%"
measure = "level"
polarity = "up"
definition = {{ scope = {{ zh = "全县", en = "county" }} }}
"""
SOURCE = """
[sources.s{n}]
jurisdiction = "p{n}"
title = "第{n}县2021-2025年规划"
kind = "plan"
published = 2021-06-01
period = [2021, 2025]
figures = [
{figures}
]
"""


def table(figures: int, per_source: int = 100) -> str:
    """A sound table: as many places and documents as it takes, each with its actuals and targets."""
    sources = figures // per_source
    parts = [HEAD, *(PLACE.format(n=n) for n in range(1, sources + 1))]
    parts += [INDICATOR.format(n=n) for n in range(per_source // 2)]
    return "".join(parts) + "".join(_source(n, per_source) for n in range(1, sources + 1))


def _source(n: int, per_source: int) -> str:
    lines = []
    for number in range(per_source):
        value = f"{20 + (n * 7 + number * 13) % 600 / 10:.1f}"
        kind, year = ("actual", 2020) if number % 2 else ("target", 2025)
        op, words = ("", "") if number % 2 else (' op = ">=",', "以上")
        lines.append(
            f'  {{ at = "二({number % 9 + 1})", indicator = "i{number // 2}", year = {year},'
            f' {kind} = {value},{op} printed = "{value}%{words}" }},'
        )
    return SOURCE.format(n=n, figures="\n".join(lines).replace("(1)", "(一)"))


def best(work: Callable[[], object]) -> float:
    """The shortest of some rounds, in seconds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """Measure and print."""
    figures = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    text = table(figures)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.toml"
        path.write_text(text, encoding="utf-8")
        report = run(load([path]))
        assert not report.diagnostics, report.diagnostics[:3]
        parsing = best(lambda: tomllib.loads(text, parse_float=Decimal))
        checking = best(lambda: rendered(run(load([path])), "en"))
    ratio = checking / parsing
    print(
        f"{figures} figures, {len(text) / 1e6:.1f} MB: tomllib {parsing:.2f} s, check {checking:.2f} s, {ratio:.2f} x"
    )
    sys.exit(ratio > BUDGET)


if __name__ == "__main__":
    main()
