"""Faults of files, of syntax and shape, of references and values, and of tidy tables."""

from urbancmp.faults.kinds import ALWAYS, ERROR, NOTE, WARNING, Fault

FAULTS: dict[str, Fault] = {
    "U001": Fault(ERROR, ALWAYS, "no such file or folder", "没有这个文件或文件夹"),
    "U002": Fault(ERROR, ALWAYS, "the file is empty", "文件是空的"),
    "U003": Fault(ERROR, ALWAYS, "not a text file (it holds zero bytes)", "不是文本文件(含有零字节)"),
    "U004": Fault(
        ERROR,
        ALWAYS,
        "the file is {encoding}; save it as UTF-8 (in Notepad: Save as, encoding UTF-8)",
        "文件编码为 {encoding},请另存为 UTF-8(记事本:另存为,编码选 UTF-8)",
    ),
    "U005": Fault(
        ERROR, ALWAYS, "neither UTF-8 nor GB18030 text; save it as UTF-8", "既非 UTF-8 也非 GB18030,请另存为 UTF-8"
    ),
    "U006": Fault(
        ERROR,
        ALWAYS,
        "the file ends in the middle of something ({reason}); it may have been cut off",
        "文件没有写完就结束了({reason}),可能被截断",
    ),
    "U007": Fault(ERROR, ALWAYS, "tables or arrays are nested too deeply to be read", "表或数组嵌套过深,无法读取"),
    "U008": Fault(
        ERROR,
        ALWAYS,
        "cannot tell what this file is; give a .toml, .csv or .parquet file, or a folder of them",
        "无法判断文件类型,请给出 .toml、.csv、.parquet 文件或其文件夹",
    ),
    "U009": Fault(ERROR, ALWAYS, "the file cannot be read: {reason}", "文件无法读取:{reason}"),
    "U010": Fault(
        ERROR,
        ALWAYS,
        "the folder holds no .toml, .csv or .parquet file",
        "文件夹中没有 .toml、.csv 或 .parquet 文件",
    ),
    "U101": Fault(ERROR, ALWAYS, "not TOML: {reason}", "不合 TOML 语法:{reason}"),
    "U102": Fault(
        ERROR,
        ALWAYS,
        "not TOML: {found} is a full-width character; type {wanted} instead (English keyboard)",
        "不合 TOML 语法:{found} 是全角字符,请改为半角 {wanted}",
    ),
    "U103": Fault(ERROR, ALWAYS, "{key} is given twice; keep one", "{key} 写了两次,请只留一个"),
    "U110": Fault(ERROR, ALWAYS, "unknown key {key}{suggestion}", "未知的键 {key}{suggestion}"),
    "U111": Fault(ERROR, ALWAYS, "{key} is missing; {table} needs it", "缺少 {key},{table} 必须有它"),
    "U112": Fault(ERROR, ALWAYS, "{key} must be {wanted}, found {found}", "{key} 应为 {wanted},实为 {found}"),
    "U113": Fault(ERROR, ALWAYS, "{key} must be a finite number, found {found}", "{key} 应为有限的数,实为 {found}"),
    "U114": Fault(
        ERROR,
        ALWAYS,
        "{key} = {found} is not one of {choices}{suggestion}",
        "{key} = {found} 不在 {choices} 之中{suggestion}",
    ),
    "U115": Fault(ERROR, ALWAYS, "{key} must not be empty", "{key} 不能为空"),
    "U116": Fault(
        ERROR,
        ALWAYS,
        "a figure has exactly one of target, actual and unquantified, found {found}",
        "一条数据须且只能有 target、actual、unquantified 之一,实有 {found}",
    ),
    "U117": Fault(
        ERROR, ALWAYS, "{key} holds a control character ({found}); delete it", "{key} 含控制字符({found}),请删除"
    ),
    "U118": Fault(
        ERROR,
        ALWAYS,
        "a range needs op = 'range', the lower bound as value and the upper one as high",
        "区间须写 op = 'range',值为下限,high 为上限",
    ),
    "U120": Fault(
        ERROR, ALWAYS, "{key} names no {table}: {found}{suggestion}", "{key} 所指的 {table} 不存在:{found}{suggestion}"
    ),
    "U121": Fault(ERROR, ALWAYS, "code {found} is already that of {other}", "代码 {found} 已属于 {other}"),
    "U122": Fault(ERROR, ALWAYS, "{found} is its own ancestor", "{found} 是自己的上级"),
    "U123": Fault(
        ERROR,
        ALWAYS,
        "the same figure stands on line {other}; drop one or add the flag 'duplicate'",
        "同一数据已在第 {other} 行,请删去一条或加标记 'duplicate'",
    ),
    "U124": Fault(
        WARNING,
        ALWAYS,
        "{indicator} of {jurisdiction} in {year} is {found} here and {other} in {source}",
        "{jurisdiction} {year} 年 {indicator} 此处为 {found},{source} 中为 {other}",
    ),
    "U125": Fault(
        ERROR,
        ALWAYS,
        "row {row} belongs to family {other}, the indicator to {found}",
        "行 {row} 属于领域 {other},指标属于 {found}",
    ),
    "U130": Fault(
        ERROR,
        ALWAYS,
        "indicator {found} has no polarity; write up, down or none",
        "指标 {found} 没有方向(polarity),请写 up、down 或 none",
    ),
    "U201": Fault(
        ERROR,
        ALWAYS,
        "{key} = {found} is no year between {low} and {high}",
        "{key} = {found} 不是 {low} 至 {high} 之间的年份",
    ),
    "U202": Fault(
        ERROR,
        ALWAYS,
        "{found} {unit} is outside the bounds {low} to {high} of {indicator}",
        "{found}{unit} 超出 {indicator} 的范围 {low} 至 {high}",
    ),
    "U203": Fault(
        ERROR,
        ALWAYS,
        "unit {found} does not measure the same as {wanted}, the unit of {indicator}",
        "单位 {found} 与 {indicator} 的单位 {wanted} 不是同一量",
    ),
    "U204": Fault(
        ERROR, ALWAYS, "the period starts in {found}, after its end {year}", "时期起点 {found} 晚于终点 {year}"
    ),
    "U210": Fault(
        NOTE,
        ALWAYS,
        "{jurisdiction} {indicator} {year}: {found} replaces {other} of the table below",
        "{jurisdiction} {indicator} {year} 年:以 {found} 代替原表的 {other}",
    ),
    "U501": Fault(
        ERROR, ALWAYS, "column {column} is missing; a tidy table needs {wanted}", "缺少列 {column},数据表须有 {wanted}"
    ),
    "U502": Fault(
        WARNING,
        ALWAYS,
        "column {column} is not known and is ignored{suggestion}",
        "未知的列 {column},已忽略{suggestion}",
    ),
    "U503": Fault(ERROR, ALWAYS, "{column} must be {wanted}, found {found}", "{column} 应为 {wanted},实为 {found}"),
    "U504": Fault(
        ERROR,
        ALWAYS,
        "no value; leave the row out, or write the flag 'unquantified:direction'",
        "没有数值,请删去该行,或加标记 'unquantified:direction'",
    ),
    "U505": Fault(
        ERROR, ALWAYS, "the row has {found} cells, the header {wanted}", "该行有 {found} 格,表头有 {wanted} 格"
    ),
    "U506": Fault(
        ERROR,
        ALWAYS,
        "{jurisdiction} {indicator} {kind} {year} stands on line {other} already",
        "{jurisdiction} {indicator} {kind} {year} 已在第 {other} 行",
    ),
}
