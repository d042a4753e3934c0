"""Every fault code: how much it matters, in which tier it is looked for, and its sentence in both languages.

U0 files, U1 syntax and shape, U2 references and values, U3 consistency of figures, U4 proof against documents,
U5 tidy tables, U6 filled forms.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error makes a table unusable; a warning wants a look; a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Tier(StrEnum):
    """When a fault is looked for: on every load, or only by `check` (`strict`: only with --strict)."""

    ALWAYS = "always"
    CHECK = "check"
    STRICT = "strict"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault."""

    severity: Severity
    tier: Tier
    en: str
    zh: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_ALWAYS, _CHECK, _STRICT, _SOURCES = Tier.ALWAYS, Tier.CHECK, Tier.STRICT, Tier.SOURCES

FAULTS: dict[str, Fault] = {
    "U001": Fault(_E, _ALWAYS, "no such file or folder", "没有这个文件或文件夹"),
    "U002": Fault(_E, _ALWAYS, "the file is empty", "文件是空的"),
    "U003": Fault(_E, _ALWAYS, "not a text file (it holds zero bytes)", "不是文本文件(含有零字节)"),
    "U004": Fault(
        _E,
        _ALWAYS,
        "the file is {encoding}; save it as UTF-8 (in Notepad: Save as, encoding UTF-8)",
        "文件编码为 {encoding},请另存为 UTF-8(记事本:另存为,编码选 UTF-8)",
    ),
    "U005": Fault(
        _E, _ALWAYS, "neither UTF-8 nor GB18030 text; save it as UTF-8", "既非 UTF-8 也非 GB18030,请另存为 UTF-8"
    ),
    "U006": Fault(
        _E,
        _ALWAYS,
        "the file ends in the middle of something ({reason}); it may have been cut off",
        "文件没有写完就结束了({reason}),可能被截断",
    ),
    "U007": Fault(_E, _ALWAYS, "tables or arrays are nested too deeply to be read", "表或数组嵌套过深,无法读取"),
    "U008": Fault(
        _E,
        _ALWAYS,
        "cannot tell what this file is; give a .toml, .csv or .parquet file, or a folder of them",
        "无法判断文件类型,请给出 .toml、.csv、.parquet 文件或其文件夹",
    ),
    "U010": Fault(
        _E,
        _ALWAYS,
        "the folder holds no .toml, .csv or .parquet file",
        "文件夹中没有 .toml、.csv 或 .parquet 文件",
    ),
    "U009": Fault(_E, _ALWAYS, "the file cannot be read: {reason}", "文件无法读取:{reason}"),
    "U101": Fault(_E, _ALWAYS, "not TOML: {reason}", "不合 TOML 语法:{reason}"),
    "U102": Fault(
        _E,
        _ALWAYS,
        "not TOML: {found} is a full-width character; type {wanted} instead (English keyboard)",
        "不合 TOML 语法:{found} 是全角字符,请改为半角 {wanted}",
    ),
    "U103": Fault(_E, _ALWAYS, "{key} is given twice; keep one", "{key} 写了两次,请只留一个"),
    "U110": Fault(_E, _ALWAYS, "unknown key {key}{suggestion}", "未知的键 {key}{suggestion}"),
    "U111": Fault(_E, _ALWAYS, "{key} is missing; {table} needs it", "缺少 {key},{table} 必须有它"),
    "U112": Fault(_E, _ALWAYS, "{key} must be {wanted}, found {found}", "{key} 应为 {wanted},实为 {found}"),
    "U113": Fault(_E, _ALWAYS, "{key} must be a finite number, found {found}", "{key} 应为有限的数,实为 {found}"),
    "U114": Fault(
        _E,
        _ALWAYS,
        "{key} = {found} is not one of {choices}{suggestion}",
        "{key} = {found} 不在 {choices} 之中{suggestion}",
    ),
    "U115": Fault(_E, _ALWAYS, "{key} must not be empty", "{key} 不能为空"),
    "U116": Fault(
        _E,
        _ALWAYS,
        "a figure has exactly one of target, actual and unquantified, found {found}",
        "一条数据须且只能有 target、actual、unquantified 之一,实有 {found}",
    ),
    "U117": Fault(
        _E, _ALWAYS, "{key} holds a control character ({found}); delete it", "{key} 含控制字符({found}),请删除"
    ),
    "U118": Fault(
        _E,
        _ALWAYS,
        "a range needs op = 'range', the lower bound as value and the upper one as high",
        "区间须写 op = 'range',值为下限,high 为上限",
    ),
    "U120": Fault(
        _E, _ALWAYS, "{key} names no {table}: {found}{suggestion}", "{key} 所指的 {table} 不存在:{found}{suggestion}"
    ),
    "U121": Fault(_E, _ALWAYS, "code {found} is already that of {other}", "代码 {found} 已属于 {other}"),
    "U122": Fault(_E, _ALWAYS, "{found} is its own ancestor", "{found} 是自己的上级"),
    "U123": Fault(
        _E,
        _ALWAYS,
        "the same figure stands on line {other}; drop one or add the flag 'duplicate'",
        "同一数据已在第 {other} 行,请删去一条或加标记 'duplicate'",
    ),
    "U124": Fault(
        _W,
        _ALWAYS,
        "{indicator} of {jurisdiction} in {year} is {found} here and {other} in {source}",
        "{jurisdiction} {year} 年 {indicator} 此处为 {found},{source} 中为 {other}",
    ),
    "U125": Fault(
        _E,
        _ALWAYS,
        "row {row} belongs to family {other}, the indicator to {found}",
        "行 {row} 属于领域 {other},指标属于 {found}",
    ),
    "U130": Fault(
        _E,
        _ALWAYS,
        "indicator {found} has no polarity; write up, down or none",
        "指标 {found} 没有方向(polarity),请写 up、down 或 none",
    ),
    "U201": Fault(
        _E,
        _ALWAYS,
        "{key} = {found} is no year between {low} and {high}",
        "{key} = {found} 不是 {low} 至 {high} 之间的年份",
    ),
    "U202": Fault(
        _E,
        _ALWAYS,
        "{found} {unit} is outside the bounds {low} to {high} of {indicator}",
        "{found}{unit} 超出 {indicator} 的范围 {low} 至 {high}",
    ),
    "U203": Fault(
        _E,
        _ALWAYS,
        "unit {found} does not measure the same as {wanted}, the unit of {indicator}",
        "单位 {found} 与 {indicator} 的单位 {wanted} 不是同一量",
    ),
    "U204": Fault(
        _E, _ALWAYS, "the period starts in {found}, after its end {year}", "时期起点 {found} 晚于终点 {year}"
    ),
    "U210": Fault(
        _N,
        _ALWAYS,
        "{jurisdiction} {indicator} {year}: {found} replaces {other} of the table below",
        "{jurisdiction} {indicator} {year} 年:以 {found} 代替原表的 {other}",
    ),
}
FAULTS |= {
    "U501": Fault(
        _E, _ALWAYS, "column {column} is missing; a tidy table needs {wanted}", "缺少列 {column},数据表须有 {wanted}"
    ),
    "U502": Fault(
        _W, _ALWAYS, "column {column} is not known and is ignored{suggestion}", "未知的列 {column},已忽略{suggestion}"
    ),
    "U503": Fault(_E, _ALWAYS, "{column} must be {wanted}, found {found}", "{column} 应为 {wanted},实为 {found}"),
    "U504": Fault(
        _E,
        _ALWAYS,
        "no value; leave the row out, or write the flag 'unquantified:direction'",
        "没有数值,请删去该行,或加标记 'unquantified:direction'",
    ),
    "U505": Fault(
        _E, _ALWAYS, "the row has {found} cells, the header {wanted}", "该行有 {found} 格,表头有 {wanted} 格"
    ),
    "U506": Fault(
        _E,
        _ALWAYS,
        "{jurisdiction} {indicator} {kind} {year} stands on line {other} already",
        "{jurisdiction} {indicator} {kind} {year} 已在第 {other} 行",
    ),
}
FAULTS |= {
    "U600": Fault(
        _E, _ALWAYS, "a filled form is an .xlsx or .csv file; save it as one", "填报表须为 .xlsx 或 .csv,请另存"
    ),
    "U601": Fault(
        _E,
        _ALWAYS,
        "not a form of this program: no sheet has the column '{header}'",
        "不是本程序生成的填报表:没有一张表含“{header}”列",
    ),
    "U602": Fault(
        _E,
        _ALWAYS,
        "no readable workbook ({reason}); open it in a spreadsheet program and save it as .xlsx without a password",
        "工作簿无法读取({reason}),请用电子表格软件打开后另存为不加密的 .xlsx",
    ),
    "U603": Fault(
        _E,
        _ALWAYS,
        "sheet {sheet} lacks the column '{column}'; copy the answers into a fresh form",
        "表“{sheet}”缺少“{column}”列,请把数据填入重新生成的填报表",
    ),
    "U604": Fault(
        _E,
        _ALWAYS,
        "{cell}: the key of this row or one of its grey cells was changed; copy the answer into a fresh form",
        "{cell}:本行的键或灰色单元格被改动,请把数据填入重新生成的填报表",
    ),
    "U605": Fault(
        _E,
        _ALWAYS,
        "{cell}: '{found}' stands in a row that the form does not have; rows must not be added",
        "{cell}:“{found}”所在的行不是填报表原有的,不能增加行",
    ),
    "U606": Fault(
        _E, _ALWAYS, "{cell}: the same line stands at {other} already; keep one", "{cell}:与 {other} 是同一行,只留一行"
    ),
    "U607": Fault(
        _E,
        _ALWAYS,
        "{cell}: '{found}' stands outside the columns of the form; move it to 备注 (remarks)",
        "{cell}:“{found}”在填报表各列之外,请移到“备注”列",
    ),
    "U608": Fault(
        _E,
        _ALWAYS,
        "{cell}: the table has no {name}; give the table from which the form was made (--data)",
        "{cell}:指标表中没有 {name},请用 --data 指明生成填报表所用的指标表",
    ),
    "U609": Fault(
        _E,
        _ALWAYS,
        "{cell}: the form asks in {unit}, the table now counts in {wanted}; make a fresh form",
        "{cell}:填报表的单位为 {unit},指标表现为 {wanted},请重新生成填报表",
    ),
    "U610": Fault(
        _E, _ALWAYS, "{cell}: '{found}' is no plain number such as 46.79", "{cell}:“{found}”不是 46.79 这样的数"
    ),
    "U611": Fault(
        _E,
        _ALWAYS,
        "{cell}: '{found}' is an approximate or bounded figure; write the number alone and the word in 备注 (remarks)",
        "{cell}:“{found}”带有约数、界限或区间,请只填数字,说明写在“备注”列",
    ),
    "U612": Fault(
        _E,
        _ALWAYS,
        "{cell}: '{found}' carries a unit; write the number alone, in {unit}",
        "{cell}:“{found}”带有单位,请只填以“{unit}”计的数字",
    ),
    "U613": Fault(
        _E,
        _ALWAYS,
        "{cell}: {found} is a date, where a number is wanted; clear the cell and type the number again",
        "{cell}:{found} 是日期,此处应为数,请清除该单元格后重新键入",
    ),
    "U614": Fault(_E, _ALWAYS, "{cell}: the cell shows {found}", "{cell}:单元格显示 {found}"),
    "U615": Fault(
        _E,
        _ALWAYS,
        "{cell}: the formula {found} was never computed; type its value",
        "{cell}:公式 {found} 没有计算结果,请直接填数值",
    ),
    "U616": Fault(
        _E,
        _ALWAYS,
        "{cell}: '{found}' is a percentage, the unit is {unit}",
        "{cell}:“{found}”是百分数,而单位为“{unit}”",
    ),
    "U617": Fault(
        _E,
        _ALWAYS,
        "{cell}: '{found}' is no number; leave the cell empty where there is no figure",
        "{cell}:“{found}”不是数,没有数据请留空",
    ),
    "U620": Fault(
        _E, _ALWAYS, "{cell}: '{found}' is no date such as 2026-03-20", "{cell}:“{found}”不是 2026-03-20 这样的日期"
    ),
    "U621": Fault(
        _E,
        _ALWAYS,
        "{cell}: {found} lies before {year}, the year that the form asks about",
        "{cell}:{found} 早于填报年份 {year} 年",
    ),
    "U622": Fault(
        _E, _ALWAYS, "{cell}: {found} lies in the future (today is {today})", "{cell}:{found} 晚于今日({today})"
    ),
    "U623": Fault(
        _E,
        _ALWAYS,
        "{cell}: the text holds an invisible control character; type it again",
        "{cell}:文字中有不可见的控制字符,请重新键入",
    ),
    "U630": Fault(
        _E,
        _ALWAYS,
        "{cell}: {found} % is far from target and baseline; {wanted} is meant? If it is right, write 已核实 in 备注",
        "{cell}:{found}% 与目标、基期相差悬殊,是否应为 {wanted}?确实无误请在“备注”写“已核实”",
    ),
    "U631": Fault(
        _E,
        _ALWAYS,
        "{cell}: {found} {unit} is thousands of times off target and baseline; {wanted} is meant? "
        "If it is right, write 已核实 in 备注",
        "{cell}:{found}{unit} 与目标、基期相差数千倍(“万”漏写或多写?),是否应为 {wanted}?确实无误请在“备注”写“已核实”",
    ),
    "U632": Fault(
        _E,
        _ALWAYS,
        "{cell}: {found} {unit} is outside the bounds {low} to {high} of {indicator}",
        "{cell}:{found}{unit} 超出 {indicator} 的范围 {low} 至 {high}",
    ),
    "U640": Fault(
        _W,
        _ALWAYS,
        "{cell}: {found} has no date or no source; the form itself will be named as its source",
        "{cell}:{found} 没有填数据日期或数据来源,将以填报表本身为来源",
    ),
    "U641": Fault(
        _W,
        _ALWAYS,
        "{cell}: '{found}' belongs to a row without an actual and is left out",
        "{cell}:“{found}”所在行没有实际值,未采用",
    ),
}
FAULTS |= {
    "U301": Fault(
        _E,
        _CHECK,
        "'{printed}' does not print the value {found} (it reads {shown})",
        "“{printed}”与数值 {found} 不符(读作 {shown})",
    ),
    "U302": Fault(
        _E,
        _CHECK,
        "'{printed}' prints the unit {shown}, the figure has {found}",
        "“{printed}”印的单位是 {shown},数据的单位是 {found}",
    ),
    "U303": Fault(
        _E,
        _CHECK,
        "'{printed}' binds as {wanted}, op says {found}",
        "“{printed}”的比较符应为 {wanted},op 写的是 {found}",
    ),
    "U304": Fault(
        _W,
        _CHECK,
        "unit {found} is not in the table of units; it can be compared only with itself{suggestion}",
        "单位 {found} 不在单位表中,只能与自身比较{suggestion}",
    ),
    "U305": Fault(
        _W,
        _CHECK,
        "the target {found} of {year} falls back behind {other} of {other_year} ({indicator})",
        "{year} 年目标 {found} 不如 {other_year} 年目标 {other}({indicator})",
    ),
    "U306": Fault(
        _W,
        _CHECK,
        "the actual {found} of {year} is a jump in the wrong direction from {other} of {other_year} ({indicator})",
        "{year} 年实绩 {found} 较 {other_year} 年 {other} 逆向突变({indicator})",
    ),
    "U307": Fault(
        _W,
        _CHECK,
        "{indicator} {found} must not be below {other} {other_value} of the same place and year (order {key})",
        "同地同年 {indicator} {found} 不应低于 {other} {other_value}(次序 {key})",
    ),
    "U308": Fault(
        _E,
        _CHECK,
        "the document prints {printed} for {indicator}, its own figures give {found} = {formula}",
        "文件印 {indicator} 为 {printed},按其自身数据 {formula} 应为 {found}",
    ),
    "U309": Fault(_W, _CHECK, "identity {key} cannot be computed: {reason}", "恒等式 {key} 无法计算:{reason}"),
    "U310": Fault(
        _E,
        _CHECK,
        "the formula {formula} gives {computed}, the value is {found}",
        "公式 {formula} 得 {computed},数值为 {found}",
    ),
    "U311": Fault(
        _W,
        _CHECK,
        "'{printed}' is hedged by '{word}'; add the flag 'hedged'",
        "“{printed}”带有弱化词“{word}”,请加标记 'hedged'",
    ),
    "U312": Fault(
        _W,
        _CHECK,
        "'{printed}' prints no 100; add the flag 'coverage' to show that it was read from words",
        "“{printed}”没有印出 100,请加标记 'coverage',说明是由文字读出的",
    ),
    "U313": Fault(
        _E,
        _CHECK,
        "the flag 'coverage' is for 100 % read from words; here '{printed}' stands for {found}",
        "标记 'coverage' 只用于由文字读出的 100%;此处“{printed}”对应 {found}",
    ),
    "U314": Fault(
        _W,
        _CHECK,
        "neither title, period nor date of {source} supports the year {year}",
        "{source} 的标题、规划期和日期都不支持年份 {year}",
    ),
    "U315": Fault(
        _E, _CHECK, "{kind} of {year}, but {source} is of {when}", "{year} 年的 {kind},而 {source} 的时间为 {when}"
    ),
    "U316": Fault(
        _E,
        _CHECK,
        "the document has {found} and {other} as target of {indicator} in {year}",
        "同一文件中 {indicator} {year} 年目标有 {found} 与 {other} 两个值",
    ),
    "U317": Fault(
        _E,
        _CHECK,
        "{code} is waived here, but the fault is gone; delete the waiver",
        "此处豁免了 {code},但该错误已不存在,请删去豁免",
    ),
    "U318": Fault(_E, _CHECK, "{code} cannot be waived{suggestion}", "{code} 不能豁免{suggestion}"),
    "U319": Fault(_W, _CHECK, "the name '{name}' is already that of {other}", "名称“{name}”已属于 {other}"),
    "U320": Fault(
        _W,
        _CHECK,
        "row {row} has members under different topics: {found} here, {topic} for {other}",
        "行 {row} 的成员主题不同:此处为 {found},{other} 为 {topic}",
    ),
    "U321": Fault(
        _W,
        _CHECK,
        "the title of {source} names {named}, its jurisdiction is {found}",
        "{source} 的标题写的是 {named},其行政区却是 {found}",
    ),
    "U322": Fault(_E, _CHECK, "the year is missing, but {reason} needs one", "缺少年份(year),而 {reason} 须有年份"),
    "U323": Fault(
        _W,
        _CHECK,
        "a figure of {found} in {source}, a document on {other} that is not at hand",
        "{source} 是 {other} 的文件且不在手边,此处却是 {found} 的数据",
    ),
    "U330": Fault(_W, _STRICT, "{key} is declared and has no figure", "{key} 已声明,但没有数据"),
    "U331": Fault(
        _W,
        _STRICT,
        "{text} has no sha256; without it a changed document goes unnoticed",
        "{text} 没有 sha256,文件改动将无从发现",
    ),
    "U332": Fault(
        _W, _STRICT, "{key} has no definition; comparisons cannot say what differs", "{key} 没有定义,比较时无法说明差异"
    ),
    "U333": Fault(_W, _STRICT, "row {row} has fewer than two indicators", "行 {row} 的指标不足两个"),
    "U401": Fault(
        _W, _SOURCES, "document {text} is not in {folder}{suggestion}", "{folder} 中没有文件 {text}{suggestion}"
    ),
    "U402": Fault(
        _W,
        _SOURCES,
        "document {text} has changed (sha256 is now {found}); its figures were searched anew",
        "文件 {text} 已改动(sha256 现为 {found}),各数据已重新查找",
    ),
    "U403": Fault(_E, _SOURCES, "document {text} cannot be searched: {reason}", "文件 {text} 无法查找:{reason}"),
    "U404": Fault(
        _E,
        _SOURCES,
        "document {text} has no clause {clause}{found}",
        "文件 {text} 中没有条款 {clause}{found}",
    ),
    "U405": Fault(
        _E,
        _SOURCES,
        "'{printed}' is not in clause {clause}; it stands in {found}",
        "“{printed}”不在条款 {clause},而在 {found}",
    ),
    "U406": Fault(
        _E,
        _SOURCES,
        "'{printed}' is not found in {text} for {indicator}",
        "在 {text} 中找不到 {indicator} 的“{printed}”",
    ),
    "U407": Fault(
        _E,
        _SOURCES,
        "the sentence with '{printed}' names neither {indicator} nor an alias of it",
        "“{printed}”所在的句子没有写到 {indicator} 或其别名",
    ),
    "U408": Fault(
        _E,
        _SOURCES,
        "the clause dates '{printed}' {wanted}, the figure has {found}",
        "条款中“{printed}”的年份为 {wanted},数据写的是 {found}",
    ),
    "U409": Fault(
        _E,
        _SOURCES,
        "in its sentence '{printed}' binds as {wanted}, op says {found}",
        "句中“{printed}”的比较符应为 {wanted},op 写的是 {found}",
    ),
    "U410": Fault(
        _W,
        _SOURCES,
        "the sentence hedges '{printed}' with '{word}'; add the flag 'hedged'",
        "句中以“{word}”弱化“{printed}”,请加标记 'hedged'",
    ),
    "U411": Fault(
        _E,
        _SOURCES,
        "the clause with '{printed}' does not name {jurisdiction}",
        "“{printed}”所在条款没有写到 {jurisdiction}",
    ),
    "U412": Fault(
        _W, _SOURCES, "document {text} names nowhere {jurisdiction}", "文件 {text} 通篇没有写到 {jurisdiction}"
    ),
    "U413": Fault(
        _W,
        _SOURCES,
        "the sentence speaks of {year} as still to come; '{printed}' is entered as an actual",
        "句中说的是将来的 {year} 年,“{printed}”却记为实绩",
    ),
    "U414": Fault(
        _W,
        _SOURCES,
        "the figure is said to stand in {clause}; name its clause: {found}",
        "出处只写了 {clause},请写明条款:{found}",
    ),
    "U415": Fault(
        _W,
        _SOURCES,
        "clause {clause} calls its section '{found}', other figures call it '{wanted}'",
        "条款 {clause} 把该节称作“{found}”,其他数据称作“{wanted}”",
    ),
    "U420": Fault(_N, _SOURCES, "{number} is covered by no figure: {context}", "{number} 没有对应的数据:{context}"),
}
