"""Seeded corruptions of the shipped table: `check --sources` notices them, `check` never fails over them.

Each corruption changes one figure line: a digit of the value or year, the comparator, the unit, the reference to
indicator, place or clause. The documents are not part of the repository; without them these tests are skipped.
"""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from urbancmp.checks.report import run
from urbancmp.loading import built_in, load

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
NUMBER, WANTED, CHUNKS = 240, 0.99, 8
OPERATORS = ("=", ">=", ">", "<=", "<", "~")
UNITS = ("%", "个", "公里", "万亩", "亩", "平方米", "万人", "人", "户", "万平方米", "亿元", "条", "座")
without_documents = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the documents are not in {SEEDS}")

Mutation = Callable[[str, random.Random], str | None]


@cache
def lines() -> tuple[str, ...]:
    """The shipped table, line by line."""
    return tuple(built_in().read_text("utf-8").split("\n"))


@cache
def provable() -> tuple[int, ...]:
    """The lines with figures of the documents that lie in the folder: those that end in a file name."""
    found: list[int] = []
    proved = False
    for number, line in enumerate(lines()):
        if line.startswith("["):
            proved = False
        if line.startswith("text = "):
            proved = True
        if proved and line.startswith("  { at ="):
            found.append(number)
    return tuple(found)


@cache
def known(pattern: str) -> tuple[str, ...]:
    """Ids or clauses that occur in the table."""
    return tuple(sorted(set(re.findall(pattern, "\n".join(lines()), re.M))))


def one_character(text: str, chance: random.Random) -> str:
    """A digit replaced, dropped or added; any other character dropped."""
    place = chance.randrange(len(text))
    if not text[place].isdigit():
        return text[:place] + text[place + 1 :]
    digit = chance.choice([char for char in "0123456789" if char != text[place]])
    return text[:place] + chance.choice([digit, "", digit + text[place]]) + text[place + 1 :]


def replaced(line: str, pattern: str, new: Callable[[str], str]) -> str | None:
    """The line with the first group of the pattern made new; None where that changes nothing."""
    found = re.search(pattern, line)
    if found is None or (text := new(found[1])) in ("", found[1]):
        return None
    return line[: found.start(1)] + text + line[found.end(1) :]


def value(line: str, chance: random.Random) -> str | None:
    """Another number."""
    changed = replaced(line, r"(?:target|actual) = ([\d.]+)", lambda text: one_character(text, chance))
    new, old = (re.search(r"(?:target|actual) = ([\d.]*)", text or "") for text in (changed, line))
    if not new or not old or not re.fullmatch(r"\d+(\.\d+)?", new[1]) or float(new[1]) == float(old[1]):
        return None
    return changed


def year(line: str, chance: random.Random) -> str | None:
    """Another year, by a slip or by some years."""
    by_years = (
        str(int(found[1]) + chance.choice((-5, -2, -1, 1, 2, 5, 10)))
        if (found := re.search(r"year = (\d{4})", line))
        else ""
    )
    return replaced(
        line, r" year = (\d{4})", lambda text: one_character(text, chance) if chance.random() < 0.5 else by_years
    )


def comparator(line: str, chance: random.Random) -> str | None:
    """Another comparator."""
    if "unquantified" in line:
        return None
    if "op =" in line:
        return replaced(
            line, r'op = "([^"]+)"', lambda text: chance.choice([sign for sign in OPERATORS if sign != text])
        )
    return line.replace(", printed", f', op = "{chance.choice(OPERATORS[1:])}", printed', 1)


def unit(line: str, chance: random.Random) -> str | None:
    """Another unit than the indicator's."""
    id_ = re.search(r'indicator = "(\w+)"', line)
    if "unquantified" in line or id_ is None:
        return None
    declared = lines().index(f"[indicators.{id_[1]}]")
    own = next(text for text in lines()[declared:] if text.startswith("unit = "))[8:-1]
    other = chance.choice([name for name in UNITS if name != own])
    if "unit =" in line:
        return replaced(line, r'unit = "([^"]+)"', lambda _: other)
    return line.replace(", printed", f', unit = "{other}", printed', 1)


def reference(line: str, chance: random.Random) -> str | None:
    """Another indicator, clause or place: a slip, or one that exists."""
    pattern, ids = chance.choice(
        (
            (r'indicator = "(\w+)"', known(r"^\[indicators\.(\w+)\]$")),
            (r'at = "([^"]+)"', known(r'\{ at = "([^"]+)"')),
            (r'jurisdiction = "(\w+)"', known(r"^\[jurisdictions\.(\w+)\]$")),
        )
    )
    return replaced(
        line, pattern, lambda text: one_character(text, chance) if chance.random() < 0.4 else chance.choice(ids)
    )


MUTATIONS: tuple[Mutation, ...] = (value, year, comparator, unit, reference)


def mutated(seed: int, count: int) -> Iterator[tuple[str, int, str]]:
    """`count` corruptions: their kind, line number and new line."""
    chance = random.Random(seed)
    while count:
        mutation, number = chance.choice(MUTATIONS), chance.choice(provable())
        line = mutation(lines()[number], chance)
        if line is not None:
            count -= 1
            yield mutation.__name__, number, line


def faults(path: Path, sources: Path | None) -> set[tuple[str, str]]:
    """What check says of a table, places left out."""
    return {
        (item.code, item.message())
        for item in run(load([path]), sources=sources).diagnostics
        if item.severity != "note"
    }


def missed(tmp_path: Path, seed: int, count: int) -> list[tuple[str, int, str]]:
    """The corruptions that check --sources does not notice."""
    usual = faults(built_in(), SEEDS)
    path, unnoticed = tmp_path / "table.toml", []
    for kind, number, line in mutated(seed, count):
        text = [*lines()[:number], line, *lines()[number + 1 :]]
        path.write_text("\n".join(text), "utf-8")
        if not faults(path, SEEDS) - usual:
            unnoticed.append((kind, number + 1, line.strip()))
    return unnoticed


@without_documents
@pytest.mark.parametrize("seed", range(CHUNKS))
def test_corruptions_of_the_table_are_noticed(seed: int, tmp_path: Path) -> None:
    """At least 99 % of changed values, years, comparators, units and references come to light."""
    share = NUMBER // CHUNKS
    unnoticed = missed(tmp_path, seed, share)
    assert len(unnoticed) <= share * (1 - WANTED) + 0.5, unnoticed


@without_documents
def test_the_shipped_table_is_proved(call: Callable) -> None:
    """Every figure of the documents stands in its clause, and nothing is wrong."""
    done = call("check", "--sources", SEEDS, "--strict")
    assert done.code == 0, done.out
    assert "not found:" not in done.out
    assert "elsewhere:" not in done.out


@pytest.mark.parametrize("seed", range(CHUNKS))
def test_no_corruption_makes_check_fail(seed: int, tmp_path: Path) -> None:
    """Bytes dropped, doubled or swapped anywhere: faults with places, never an exception."""
    chance = random.Random(1000 + seed)
    raw, path = built_in().read_bytes(), tmp_path / "table.toml"
    for _ in range(12):
        place, length = chance.randrange(len(raw)), chance.choice((1, 1, 1, 3, 40))
        piece = chance.choice((b"", raw[place : place + 1] * 2, b'"', b"{", b"=", b"\xe5", b"\x00", b"-1", b"[[1"))
        path.write_bytes(raw[:place] + piece + raw[place + length :])
        report = run(load([path]), strict=True)
        assert all(item.message("zh") and item.location.path for item in report.diagnostics)
