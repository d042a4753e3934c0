"""The records of the table, as frozen values: jurisdictions, families, rows, indicators, sources, figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a figure states."""

    ACTUAL = "actual"
    TARGET = "target"


class Measure(StrEnum):
    """What sort of quantity an indicator is (口径类型)."""

    LEVEL = "level"
    ANNUAL = "annual"
    CUMULATIVE = "cumulative"
    GROWTH = "growth"
    RANK = "rank"


class Polarity(StrEnum):
    """Which way is better; mandatory, never defaulted."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Tier(StrEnum):
    """Level of a jurisdiction, highest first."""

    NATION = "nation"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


class Comparator(StrEnum):
    """How a figure binds: 达到 X is eq, X以上 ge, X左右 approx."""

    EQ = "eq"
    GE = "ge"
    LE = "le"
    GT = "gt"
    LT = "lt"
    APPROX = "approx"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Chinese (Simplified; Traditional where it differs) and English."""

    zh: str
    en: str
    hant: str = ""

    def in_(self, lang: str) -> str:
        """The name for a reader of `lang`."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place with its GB/T 2260 code (100000 for the nation is a convention of this table)."""

    id: str
    name: Name
    code: str
    tier: Tier
    parent: str = ""
    aliases: tuple[str, ...] = ()
    shared_name: bool = False
    note: Name | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A family, row or topic: something under which indicators are listed."""

    id: str
    name: Name
    family: str = ""
    companions: tuple[str, ...] = ()
    note: Name | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One exact definition of one quantity."""

    id: str
    family: str
    name: Name
    unit: str
    measure: Measure
    polarity: Polarity
    row: str = ""
    topic: str = ""
    aliases: tuple[str, ...] = ()
    bounds: tuple[Decimal, Decimal] | None = None
    definition: Mapping[str, Name] = field(default_factory=dict)
    note: Name | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document, and what a reader must know to trust or quote it."""

    id: str
    title: str
    kind: str
    reliability: str = ""
    jurisdiction: str = ""
    issuer: str = ""
    publisher: str = ""
    number: str = ""
    published: str = ""
    url: str = ""
    text: str = ""
    sha256: str = ""
    script: str = ""
    period: tuple[int, int] | None = None
    base_year: int | None = None
    note: Name | None = None
    departments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement of a document: an actual or a target.

    `value` is None where the document names the indicator without a number; `unquantified` then tells in
    which wording. `year` is None where the document gives none. `path` leads to the line in the file.
    """

    jurisdiction: str
    indicator: str
    kind: Kind
    value: Decimal | None
    unit: str
    source: str
    comparator: Comparator = Comparator.EQ
    high: Decimal | None = None
    year: int | None = None
    period_start: int | None = None
    printed: str = ""
    locator: str = ""
    flags: tuple[str, ...] = ()
    note: str = ""
    derived: str = ""
    unquantified: str = ""
    tolerance: Decimal | None = None
    vintage: int | None = None
    attribute: str = ""
    official_rating: str = ""
    waive: Mapping[str, str] = field(default_factory=dict)
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """An arithmetical relation that figures of one place and year must satisfy, such as rate = part / whole."""

    id: str
    jurisdiction: str
    year: int
    formula: str
    result: str
    source: str = ""


@dataclass(frozen=True)
class Data:
    """A table as loaded: everything by id, figures in the order of the documents."""

    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    families: Mapping[str, Heading] = field(default_factory=dict)
    rows: Mapping[str, Heading] = field(default_factory=dict)
    topics: Mapping[str, Heading] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    identities: Mapping[str, Identity] = field(default_factory=dict)
    orders: Mapping[str, "Order"] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures of each jurisdiction."""
        return self._grouped("jurisdiction")

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures of each indicator."""
        return self._grouped("indicator")

    def _grouped(self, key: str) -> Mapping[str, tuple[Figure, ...]]:
        groups: dict[str, list[Figure]] = {}
        for figure in self.figures:
            groups.setdefault(getattr(figure, key), []).append(figure)
        return {name: tuple(figures) for name, figures in groups.items()}

    def departments(self, figure: Figure) -> tuple[str, ...]:
        """Responsible departments of the clause (责任单位), where the document prints them."""
        source = self.sources.get(figure.source)
        return source.departments.get(figure.locator, ()) if source else ()


@dataclass(frozen=True, slots=True)
class Order:
    """Indicators of one place and year in an order that holds by definition, smallest first."""

    id: str
    indicators: tuple[str, ...]
