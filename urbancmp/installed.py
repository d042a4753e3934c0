"""What travels with the program: its version and its table, installed or in a clone."""

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


def built_in() -> Path:
    """The table of the installed package, or of the clone from which it runs."""
    here = Path(__file__).resolve().parent
    installed = here / "data" / "indicators.toml"
    return installed if installed.exists() else here.parent / "data" / "indicators.toml"
