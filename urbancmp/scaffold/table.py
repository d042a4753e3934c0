"""A commented table to start from, and the schema by which editors help to fill it."""

from pathlib import Path

from urbancmp.schema import jsonschema


def files(path: Path) -> dict[Path, bytes]:
    """The table at `path` and beside it the schema that its first line names."""
    table = Path(__file__).with_name("table.toml").read_bytes()
    return {path: table.replace(b"\r\n", b"\n"), path.with_name(jsonschema.FILE_NAME): jsonschema.text().encode()}
