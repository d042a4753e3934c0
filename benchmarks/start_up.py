"""How much longer each command takes than the bare imports it cannot do without, in one run on one machine.

Every round starts each command once, bare imports among them, so that a busy moment of the machine strikes all alike;
the ratios are those of the medians, and of the fastest runs.

    python benchmarks/start_up.py --rounds 20
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
BARE = {
    "light": "import typer, rich.table, tomllib",
    "engine": "import typer, rich.table, polars",
}
LIMITS = {"light": (1.8, 1.4), "engine": (1.5, 1.25)}
COMPLETION = {"_URBANCMP_COMPLETE": "complete_bash", "COMP_WORDS": "urbancmp compare gao", "COMP_CWORD": "2"}
COMMANDS = {
    "--help": ("light", ["--help"], {}),
    "list jurisdictions": ("light", ["list", "jurisdictions"], {}),
    "trace gaoping prefab_share_starts": ("light", ["trace", "gaoping", "prefab_share_starts"], {}),
    "check": ("light", ["check"], {}),
    "completion": ("light", [], COMPLETION),
    "compare gaoping chengwu": ("engine", ["compare", "gaoping", "chengwu"], {}),
    "gap --year 2025": ("engine", ["gap", "--year", "2025"], {}),
}


def seconds(arguments, env):
    """Wall time of one fresh interpreter."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    started = perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, env={**os.environ, "PYTHONPATH": path, **env}, check=False
    )
    elapsed = perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed: {done.stderr.decode(errors='replace').strip()}")
    return elapsed


def measured(rounds):
    """Times of every command, bare imports first, round by round."""
    runs = {f"python -c '{code}'": (["-c", code], {}) for code in BARE.values()}
    runs |= {name: (["-m", "urbancmp", *arguments], env) for name, (_, arguments, env) in COMMANDS.items()}
    times = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, (arguments, env) in runs.items():
            elapsed = seconds(arguments, env)
            if number:  # the first round fills the caches
                times[name].append(elapsed)
    return times


def report(times):
    """Lines of the table, and whether every budget is kept."""
    kept = True
    lines = [f"{'':50}{'median':>9}{'min':>9}{'ratio':>8}{'of min':>8}  budget (aim)"]
    bare = {base: times[f"python -c '{code}'"] for base, code in BARE.items()}
    for base, found in bare.items():
        name = f"python -c '{BARE[base]}'"
        lines.append(f"{name:50}{median(found) * 1000:6.0f} ms{min(found) * 1000:6.0f} ms")
    for name, (base, _, _) in COMMANDS.items():
        budget, aim = LIMITS[base]
        ratio = median(times[name]) / median(bare[base])
        fastest = min(times[name]) / min(bare[base])
        kept = kept and ratio <= budget
        lines.append(
            f"{name:50}{median(times[name]) * 1000:6.0f} ms{min(times[name]) * 1000:6.0f} ms"
            f"{ratio:8.2f}{fastest:8.2f}  {budget:g} ({aim:g}) {'' if ratio <= budget else 'MISSED'}".rstrip()
        )
    return lines, kept


def main():
    """Measure, print, and end with 1 where a budget is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="rounds that count (one more warms up)")
    lines, kept = report(measured(parser.parse_args().rounds))
    print("\n".join(lines))
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
