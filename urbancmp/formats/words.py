"""Words of the output formats, Chinese and English."""

from urbancmp.words import add

add(
    {
        "formats.unknown": (
            "没有“{name}”这种格式；可用的格式：{known}",
            "there is no format '{name}'; the formats are {known}",
        ),
        "formats.suffix": (
            "{path}：不能从后缀判断格式；可用的后缀：{known}，或用 --format 指定",
            "{path}: the suffix names no format; use one of {known}, or --format",
        ),
        "formats.needs_file": (
            "{name} 格式不能输出到终端；请用 -o 文件名{suffix} 指定文件",
            "{name} cannot be written to a terminal or pipe; name a file: -o FILE{suffix}",
        ),
        "formats.clash": (
            "{path}：文件后缀与 --format {name} 不一致；请去掉其中一个",
            "{path}: the suffix belongs to another format than --format {name}; leave one of them out",
        ),
        "formats.too_many_rows": (
            "{rows} 行超出了工作簿的上限 {most} 行；请改用 CSV 或 Parquet",
            "{rows} rows do not fit into a workbook ({most} at most); use CSV or Parquet",
        ),
        "formats.too_many_columns": (
            "{columns} 列超出了工作簿的上限 {most} 列；请改用 CSV 或 Parquet",
            "{columns} columns do not fit into a workbook ({most} at most); use CSV or Parquet",
        ),
        "formats.note": ("说明", "Note"),
        "formats.notes": ("说明", "Notes"),
        "formats.done": ("已完成{done}%", "{done} % of the way"),
        "formats.done_due": ("已完成{done}%，按时间应完成{due}%", "{done} % of the way, {due} % due by now"),
    }
)
