"""The fields of every table of the data file, in one place: name, type, need, meaning."""

from dataclasses import dataclass

from urbancmp.model import Kind, Measure, Polarity, Tier

OPERATORS = {"=": "eq", ">=": "ge", "<=": "le", ">": "gt", "<": "lt", "~": "approx", "range": "range"}
SOURCE_KINDS = ("plan", "interpretation", "bulletin", "press", "reprint")
RELIABILITIES = ("high", "medium-high", "medium", "low")
WORDINGS = ("direction", "relative", "delegated", "scope")
ATTRIBUTES = ("约束性", "预期性", "建议性")
# In the order in which caveats and forms name them.
DEFINITION_KEYS = ("numerator", "denominator", "population", "scope", "stage", "standard", "period")
FLAGS = (
    "coverage", "derived", "ocr", "inferred_jurisdiction", "inferred_year", "inherited_year", "hedged", "near",
    "duplicate", "part_year", "bound", "per_year", "period_open", "chinese_numeral", "threshold_in_name", "standard",
    "supplied_unit", "text_defect", "inconsistent", "ambiguous_kind", "ambiguous_denominator", "ambiguous_base",
    "conditional_denominator", "slogan", "implausible", "named_list", "distributive", "rating", "project",
    "structural", "scope_note", "mixed_units", "line_split", "administrative", "fraction", "preliminary", "break",
)  # fmt: skip
SCRIPTS = ("hans", "hant")


@dataclass(frozen=True, slots=True)
class Field:
    """One key: `type` is a name in `types.TYPES`, `choices` narrows text, `doc` is shown by editors."""

    name: str
    type: str
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()
    example: str = ""


def _enum(kinds: type[Kind] | type[Measure] | type[Polarity] | type[Tier]) -> tuple[str, ...]:
    return tuple(item.value for item in kinds)


NAME = (
    Field("zh", "text", "Chinese name, Simplified script", required=True, example="高平市"),
    Field("en", "text", "English name", required=True, example="Gaoping"),
    Field("hant", "text", "Traditional Chinese name where it differs", example="平涼市"),
)
JURISDICTION = (
    Field("name", "name", "Names of the place", required=True),
    Field("code", "code", "GB/T 2260 code, six digits", required=True, example="140581"),
    Field("tier", "choice", "Level of the place", required=True, choices=_enum(Tier), example="county"),
    Field("parent", "text", "Id of the jurisdiction one level up", example="jincheng"),
    Field("aliases", "texts", "Other names by which users may call it"),
    Field("shared_name", "flag", "The short name belongs to districts of several cities (城区, 郊区)"),
    Field("note", "name", "What a reader must know of the place or its code"),
)
HEADING = (
    Field("name", "name", "Names of the heading", required=True),
    Field("note", "name", "What misleads here, in both languages"),
)
ROW = (
    *HEADING,
    Field("family", "text", "Id of the family under which the row is printed", required=True, example="prefab"),
    Field("companions", "texts", "Ids of indicators shown beneath the row where one side has them"),
)
INDICATOR = (
    Field("family", "text", "Id of the family", required=True, example="prefab"),
    Field("row", "text", "Id of the row whose members may stand side by side with a caveat"),
    Field("topic", "text", "Id of the topic shared by look-alikes that must not stand in one row"),
    Field("name", "name", "Names of the indicator", required=True),
    Field("aliases", "texts", "Other names: what users type and what documents print"),
    Field("unit", "text", "Unit as the documents print it", required=True, example="%"),
    Field("measure", "choice", "Sort of quantity", required=True, choices=_enum(Measure), example="level"),
    Field("polarity", "choice", "Which way is better; never defaulted", choices=_enum(Polarity), example="up"),
    Field("bounds", "bounds", "Lowest and highest possible value; ratios are 0 to 100 unless given"),
    Field("definition", "definition", "What is counted: numerator, denominator, scope, population, stage, …"),
    Field("note", "name", "A trap worth telling the reader"),
)
SOURCE = (
    Field("jurisdiction", "text", "Id of the place whose figures the document states", example="gaoping"),
    Field("title", "text", "Title of the document", required=True),
    Field("issuer", "text", "Body that issued the content"),
    Field("publisher", "text", "Who printed or reprinted it"),
    Field("number", "text", "Document number", example="成政发〔2024〕3号"),
    Field("published", "date", "Date of publication", example="2024-07-04"),
    Field("kind", "choice", "Sort of document", required=True, choices=SOURCE_KINDS, example="plan"),
    Field("reliability", "choice", "How far the copy can be trusted", choices=RELIABILITIES, example="high"),
    Field("url", "text", "Address of the page"),
    Field("period", "period", "First and last year of the plan", example="[2021, 2025]"),
    Field("base_year", "year", "The plan's own base year"),
    Field("script", "choice", "Script of the document", choices=SCRIPTS),
    Field("text", "text", "File name of the document under --sources"),
    Field("sha256", "text", "SHA-256 of that file"),
    Field("note", "name", "What a reader must know of the document"),
    Field("departments", "departments", "Responsible departments (责任单位) by clause"),
    Field("figures", "figures", "One line per figure, in the order of the document"),
)
FIGURE = (
    Field("at", "text", "Clause that states the figure", required=True, example="三(四)23"),
    Field("indicator", "text", "Id of the indicator", required=True, example="prefab_share_starts"),
    Field("jurisdiction", "text", "Id of the place where it differs from the document's"),
    Field("year", "year", "Year of the figure; left out where the document gives none", example="2025"),
    Field("period_start", "year", "First year of a flow or cumulative figure"),
    Field("target", "number", "Value promised", example="30"),
    Field("actual", "number", "Value reached"),
    Field("unquantified", "choice", "Wording of a statement without a number", choices=WORDINGS),
    Field("kind", "choice", "target or actual; only for unquantified statements", choices=_enum(Kind)),
    Field("op", "choice", "Comparator; a bare 达到 is =", choices=tuple(OPERATORS), example=">="),
    Field("high", "number", "Upper bound of a range"),
    Field("tolerance", "number", "Tolerance of an approximate figure; half of its last printed digit unless given"),
    Field("unit", "text", "Unit where it differs from the indicator's", example="万人"),
    Field("printed", "text", "The figure as the document prints it", required=True, example="30%"),
    Field("derived", "text", "Formula of a computed value", example="44.77 + 19.12"),
    Field("flags", "flags", "What a reader must know of the figure", choices=FLAGS),
    Field("note", "text", "Remark on the figure"),
    Field("vintage", "year", "Year in which an actual was published or revised"),
    Field("attribute", "choice", "Binding or expected, where the document prints it", choices=ATTRIBUTES),
    Field("official_rating", "text", "The verdict of the authority itself, where one was published"),
    Field("waive", "waivers", "Codes of faults that are known and accepted here, with the reason"),
)
IDENTITY = (
    Field("jurisdiction", "text", "Id of the place", required=True),
    Field("year", "year", "Year of the figures", required=True),
    Field("result", "text", "Indicator that must equal the formula, to its printed digits", required=True),
    Field("formula", "text", "Arithmetic over indicator ids", required=True),
    Field("source", "text", "Document whose figures are meant; all documents unless given"),
)
ORDER = (
    Field("indicators", "texts", "Indicator ids, smallest first, that hold in this order by definition", required=True),
)

TABLES: dict[str, tuple[Field, ...]] = {
    "jurisdictions": JURISDICTION,
    "families": HEADING,
    "topics": HEADING,
    "rows": ROW,
    "indicators": INDICATOR,
    "sources": SOURCE,
    "identities": IDENTITY,
    "orders": ORDER,
}
BY_NAME: dict[str, dict[str, Field]] = {
    name: {field.name: field for field in fields} for name, fields in TABLES.items()
}
FIGURE_BY_NAME = {field.name: field for field in FIGURE}
NAME_BY_NAME = {field.name: field for field in NAME}
