"""Where tables are: the one that travels with the program, and what the user names."""

from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".toml", ".csv", ".parquet")


def expanded(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among `paths`; folders are replaced by the tables in them, by name, unless they hold none."""
    for path in paths:
        tables = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES) if path.is_dir() else []
        if tables:
            yield from tables
        else:
            yield path
