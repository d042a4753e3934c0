"""A block for a new document, to be added at the end of a table that people keep by hand."""

from dataclasses import dataclass
from pathlib import Path

from urbancmp import tomlfile
from urbancmp.diagnostics import Diagnostic, FaultyDataError
from urbancmp.schema import build
from urbancmp.schema.types import Faults

_BLOCK = """
# 来源：每条数据一行，按文件顺序；已知的项目去掉行首的 # 填写。
# A document: one line per figure, in its order; uncomment and fill in what is known.
[sources.{id}]
{keys}
# issuer = "…"                # 发文机关 body that issued it
# number = "…"                # 文号 document number
# published = 2024-07-04      # 发布日期 date of publication
# period = [2021, 2025]       # 规划期 first and last year of the plan
# base_year = 2020            # 规划基期 the plan's own base year
# departments = {{ "二(一)1" = ["县住房和城乡建设局"] }}   # 责任单位 responsible departments by clause
figures = [
  # {{ at = "二(一)1", indicator = "…", year = 2025, target = 30, op = ">=", printed = "30%以上" }},
]
"""


@dataclass(frozen=True, slots=True)
class NewSource:
    """A document to be entered; `text` is its file name under --sources, with the digest of that file."""

    id: str
    jurisdiction: str
    title: str
    kind: str = "plan"
    text: str = ""
    sha256: str = ""


def block(source: NewSource) -> str:
    """The commented TOML block, beginning with an empty line."""
    import tomli_w

    known = ("jurisdiction", "title", "kind", "text", "sha256")
    values = {key: getattr(source, key) for key in known if getattr(source, key)}
    return _BLOCK.format(id=source.id, keys=tomli_w.dumps(values).strip())


def check(raw: bytes, path: Path) -> None:
    """Refuse `raw` as the content of the table `path`: raises FaultyDataError with its faults of syntax and shape."""
    file = tomlfile.parse(_decoded(raw), str(path))
    if isinstance(file, Diagnostic):
        raise FaultyDataError([file])
    faults = Faults(file)
    build.definitions(faults)
    if faults.found:
        raise FaultyDataError(faults.found)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")
