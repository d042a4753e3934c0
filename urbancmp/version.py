"""The version of the program, installed or run from a clone."""

from pathlib import Path


def program_version() -> str:
    """The installed version, or that of the clone's pyproject.toml."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("urbancmp")
    except PackageNotFoundError:
        import tomli

        project = Path(__file__).parents[1] / "pyproject.toml"
        return str(tomli.loads(project.read_text(encoding="utf-8"))["project"]["version"])
