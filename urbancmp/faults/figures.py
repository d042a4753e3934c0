"""Faults of consistency: what a figure says against its own words, its neighbours and its parts."""

from urbancmp.faults.kinds import CHECK, ERROR, STRICT, WARNING, Fault

FAULTS: dict[str, Fault] = {
    "U301": Fault(
        ERROR,
        CHECK,
        "'{printed}' does not print the value {found} (it reads {shown})",
        "“{printed}”与数值 {found} 不符(读作 {shown})",
    ),
    "U302": Fault(
        ERROR,
        CHECK,
        "'{printed}' prints the unit {shown}, the figure has {found}",
        "“{printed}”印的单位是 {shown},数据的单位是 {found}",
    ),
    "U303": Fault(
        ERROR,
        CHECK,
        "'{printed}' binds as {wanted}, op says {found}",
        "“{printed}”的比较符应为 {wanted},op 写的是 {found}",
    ),
    "U304": Fault(
        WARNING,
        CHECK,
        "unit {found} is not in the table of units; it can be compared only with itself{suggestion}",
        "单位 {found} 不在单位表中,只能与自身比较{suggestion}",
    ),
    "U305": Fault(
        WARNING,
        CHECK,
        "the target {found} of {year} falls back behind {other} of {other_year} ({indicator})",
        "{year} 年目标 {found} 不如 {other_year} 年目标 {other}({indicator})",
    ),
    "U306": Fault(
        WARNING,
        CHECK,
        "the actual {found} of {year} is a jump in the wrong direction from {other} of {other_year} ({indicator})",
        "{year} 年实绩 {found} 较 {other_year} 年 {other} 逆向突变({indicator})",
    ),
    "U307": Fault(
        WARNING,
        CHECK,
        "{indicator} {found} must not be below {other} {other_value} of the same place and year (order {key})",
        "同地同年 {indicator} {found} 不应低于 {other} {other_value}(次序 {key})",
    ),
    "U308": Fault(
        ERROR,
        CHECK,
        "the document prints {printed} for {indicator}, its own figures give {found} = {formula}",
        "文件印 {indicator} 为 {printed},按其自身数据 {formula} 应为 {found}",
    ),
    "U309": Fault(WARNING, CHECK, "identity {key} cannot be computed: {reason}", "恒等式 {key} 无法计算:{reason}"),
    "U310": Fault(
        ERROR,
        CHECK,
        "the formula {formula} gives {computed}, the value is {found}",
        "公式 {formula} 得 {computed},数值为 {found}",
    ),
    "U311": Fault(
        WARNING,
        CHECK,
        "'{printed}' is hedged by '{word}'; add the flag 'hedged'",
        "“{printed}”带有弱化词“{word}”,请加标记 'hedged'",
    ),
    "U312": Fault(
        WARNING,
        CHECK,
        "'{printed}' prints no 100; add the flag 'coverage' to show that it was read from words",
        "“{printed}”没有印出 100,请加标记 'coverage',说明是由文字读出的",
    ),
    "U313": Fault(
        ERROR,
        CHECK,
        "the flag 'coverage' is for 100 % read from words; here '{printed}' stands for {found}",
        "标记 'coverage' 只用于由文字读出的 100%;此处“{printed}”对应 {found}",
    ),
    "U314": Fault(
        WARNING,
        CHECK,
        "neither title, period nor date of {source} supports the year {year}",
        "{source} 的标题、规划期和日期都不支持年份 {year}",
    ),
    "U315": Fault(
        ERROR, CHECK, "{kind} of {year}, but {source} is of {when}", "{year} 年的 {kind},而 {source} 的时间为 {when}"
    ),
    "U316": Fault(
        ERROR,
        CHECK,
        "the document has {found} and {other} as target of {indicator} in {year}",
        "同一文件中 {indicator} {year} 年目标有 {found} 与 {other} 两个值",
    ),
    "U317": Fault(
        ERROR,
        CHECK,
        "{code} is waived here, but the fault is gone; delete the waiver",
        "此处豁免了 {code},但该错误已不存在,请删去豁免",
    ),
    "U318": Fault(ERROR, CHECK, "{code} cannot be waived{suggestion}", "{code} 不能豁免{suggestion}"),
    "U319": Fault(WARNING, CHECK, "the name '{name}' is already that of {other}", "名称“{name}”已属于 {other}"),
    "U320": Fault(
        WARNING,
        CHECK,
        "row {row} has members under different topics: {found} here, {topic} for {other}",
        "行 {row} 的成员主题不同:此处为 {found},{other} 为 {topic}",
    ),
    "U321": Fault(
        WARNING,
        CHECK,
        "the title of {source} names {named}, its jurisdiction is {found}",
        "{source} 的标题写的是 {named},其行政区却是 {found}",
    ),
    "U322": Fault(ERROR, CHECK, "the year is missing, but {reason} needs one", "缺少年份(year),而 {reason} 须有年份"),
    "U323": Fault(
        WARNING,
        CHECK,
        "a figure of {found} in {source}, a document on {other} that is not at hand",
        "{source} 是 {other} 的文件且不在手边,此处却是 {found} 的数据",
    ),
    "U330": Fault(WARNING, STRICT, "{key} is declared and has no figure", "{key} 已声明,但没有数据"),
    "U331": Fault(
        WARNING,
        STRICT,
        "{text} has no sha256; without it a changed document goes unnoticed",
        "{text} 没有 sha256,文件改动将无从发现",
    ),
    "U332": Fault(
        WARNING,
        STRICT,
        "{key} has no definition; comparisons cannot say what differs",
        "{key} 没有定义,比较时无法说明差异",
    ),
    "U333": Fault(WARNING, STRICT, "row {row} has fewer than two indicators", "行 {row} 的指标不足两个"),
}
