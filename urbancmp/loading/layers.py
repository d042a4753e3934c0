"""Tables laid on tables: the base, what replaces it, what is laid on top."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from urbancmp import tidyfile, tomlfile
from urbancmp.diagnostics import Diagnostic, FaultyDataError, Hint, Location, errors, in_order
from urbancmp.installed import built_in
from urbancmp.loading import references, values
from urbancmp.loading.paths import SUFFIXES, expanded
from urbancmp.model import Data, Figure, Indicator, Jurisdiction, Name, Tier
from urbancmp.names import folded, place_index
from urbancmp.schema import build
from urbancmp.schema.types import Faults, suggestion
from urbancmp.tidyfile import Row, TidyFile
from urbancmp.tomlfile import TomlFile


@dataclass
class Loaded:
    """A table, its faults, and the Parquet panels, of the base and laid on top, that stay on disk until needed."""

    data: Data
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: dict[str, TomlFile] = field(default_factory=dict)
    panels: tuple[Path, ...] = ()
    laid_on_top: tuple[Path, ...] = ()
    paths: tuple[Path, ...] = ()

    def sound(self) -> Data:
        """The table, if it has no errors; raises FaultyDataError with all of them otherwise."""
        if errors(self.diagnostics):
            raise FaultyDataError(self.diagnostics)
        return self.data

    def where(self, path: tuple[str | int, ...]) -> Location:
        """The place of a figure or definition in its file."""
        return _where(self.files, path)


def _where(files: dict[str, TomlFile], path: tuple[str | int, ...]) -> Location:
    file = str(path[0]) if path else ""
    if file in files:
        return files[file].where(path[1:])
    line = path[1] if len(path) > 1 else None
    return Location(file, line, 1) if isinstance(line, int) else Location(file)


@dataclass
class _Layer:
    """The files of one layer, parsed."""

    tomls: list[Faults] = field(default_factory=list)
    tidies: list[TidyFile] = field(default_factory=list)
    panels: list[Path] = field(default_factory=list)
    unusable: list[Diagnostic] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    @property
    def found(self) -> list[Diagnostic]:
        """All faults of the layer's files."""
        lists = (self.unusable, *(faults.found for faults in self.tomls), *(file.faults for file in self.tidies))
        return [item for faults in lists for item in faults]


def load(paths: Iterable[Path] = (), overlays: Iterable[Path] = ()) -> Loaded:
    """The table in `paths` (the built-in one if none is given) with `overlays` laid on top, in their order."""
    base = _read(expanded(paths) if (paths := tuple(paths)) else [built_in()])
    layers = [base, *(_read([path]) for path in expanded(overlays))]
    tables = build.Definitions()
    if base.tidies or (base.panels and not base.tomls):
        tables = _definitions(_read([built_in()]), tables)
    for layer in layers:
        tables = _definitions(layer, tables)
    for place, layer in enumerate(layers):
        _figures(layer, tables, is_base=place == 0)
    return _joined(layers, tables)


def _read(paths: Iterable[Path]) -> _Layer:
    layer = _Layer()
    for path in paths:
        suffix = path.suffix.lower()
        if not path.exists():
            layer.unusable.append(Diagnostic("U001", Location(str(path))))
        elif path.is_dir():
            layer.unusable.append(Diagnostic("U010", Location(str(path))))
        elif suffix == ".csv":
            layer.tidies.append(tidyfile.read(path))
        elif suffix == ".parquet":
            layer.panels.append(path)
        elif suffix not in SUFFIXES:
            layer.unusable.append(Diagnostic("U008", Location(str(path))))
        else:
            file = tomlfile.read(path)
            if isinstance(file, Diagnostic):
                layer.unusable.append(file)
            else:
                layer.tomls.append(Faults(file))
    return layer


def _definitions(layer: _Layer, below: build.Definitions) -> build.Definitions:
    for faults in layer.tomls:
        below = below.merged(build.definitions(faults))
    return below


def _figures(layer: _Layer, tables: build.Definitions, *, is_base: bool) -> None:
    """Fill the layer's figures; in a base, a tidy table may bring places and indicators of its own."""
    for faults in layer.tomls:
        layer.figures.extend(build.figures(faults, tables))
    places = place_index(Data(jurisdictions=tables.tables["jurisdictions"]))

    def place_of(file: TidyFile, row: Row) -> str | None:
        return _place(file, row, places, tables.tables["jurisdictions"] if is_base else None)

    def indicator_of(file: TidyFile, row: Row) -> Indicator | None:
        return _indicator(file, row, tables.tables["indicators"])

    for file in layer.tidies:
        layer.figures.extend(tidyfile.figures(file, place_of, indicator_of))


def _place(file: TidyFile, row: Row, index: dict[str, set[str]], into: dict[str, Jurisdiction] | None) -> str | None:
    name = row.cells["jurisdiction"]
    found = index.get(folded(name), set())
    if len(found) == 1:
        return next(iter(found))
    if into is None or not name or found:
        hint = Hint(sorted(found)) if found else suggestion(folded(name), list(index))
        return file.add("U120", row.line, key="jurisdiction", table="jurisdiction", found=f"'{name}'", suggestion=hint)
    label = Name(row.cells.get("jurisdiction_zh") or name, row.cells.get("jurisdiction_en") or name)
    into[name] = Jurisdiction(name, label, name if name.isdigit() else "", Tier.COUNTY)
    index[folded(name)] = {name}
    return name


def _indicator(file: TidyFile, row: Row, indicators: dict[str, Indicator]) -> Indicator | None:
    name = row.cells["indicator"]
    if name not in indicators:
        if not row.cells.get("polarity"):
            hint = suggestion(name, indicators)
            return file.add("U120", row.line, key="indicator", table="indicator", found=f"'{name}'", suggestion=hint)
        made = tidyfile.indicator(file, row)
        if made is None:
            return None
        indicators[name] = made
    return indicators[name]


def _joined(layers: list[_Layer], tables: build.Definitions) -> Loaded:
    files = {faults.file.path: faults.file for layer in layers for faults in layer.tomls}
    diagnostics = [item for layer in layers for item in layer.found]
    figures, replaced = _overlaid(layers, files)
    data = Data(**tables.tables, figures=tuple(figures))
    loaded = Loaded(
        data,
        files=files,
        panels=tuple(layers[0].panels),
        laid_on_top=tuple(path for layer in layers[1:] for path in layer.panels),
        paths=tuple(Path(name) for name in files) + tuple(Path(file.path) for layer in layers for file in layer.tidies),
    )
    diagnostics += replaced
    if any(item.code.startswith(("U0", "U101", "U102", "U103")) for item in diagnostics):
        # A file that was not read may hold what others refer to.
        diagnostics = [item for item in diagnostics if item.code != "U120"]
    else:
        diagnostics += references.faults(data, loaded.where, files, tables.named)
        diagnostics += values.faults(data, loaded.where)
    loaded.diagnostics = in_order(diagnostics)
    return loaded


def _key(figure: Figure) -> tuple[str, str, str, int | None]:
    return figure.jurisdiction, figure.indicator, figure.kind, figure.year


def _overlaid(layers: list[_Layer], files: dict[str, TomlFile]) -> tuple[list[Figure], list[Diagnostic]]:
    """All figures, those of a higher layer in the place of lower ones with the same key; replacements are said."""
    figures, replaced = list(layers[0].figures), []
    for layer in layers[1:]:
        above = {_key(figure): figure for figure in layer.figures}
        for below in figures:
            winner = above.get(_key(below))
            if winner is not None and (winner.value, winner.unit) != (below.value, below.unit):
                replaced.append(_replacement(winner, below, files))
        figures = [figure for figure in figures if _key(figure) not in above] + layer.figures
    return figures, replaced


def _replacement(winner: Figure, below: Figure, files: dict[str, TomlFile]) -> Diagnostic:
    return Diagnostic(
        "U210",
        _where(files, winner.path),
        {
            "jurisdiction": winner.jurisdiction,
            "indicator": winner.indicator,
            "year": winner.year or "",
            "found": f"{winner.value}{winner.unit}",
            "other": f"{below.value}{below.unit}",
        },
    )
