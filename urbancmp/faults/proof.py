"""Faults that the proof against documents finds."""

from urbancmp.faults.kinds import ERROR, NOTE, SOURCES, WARNING, Fault

FAULTS: dict[str, Fault] = {
    "U401": Fault(
        WARNING, SOURCES, "document {text} is not in {folder}{suggestion}", "{folder} 中没有文件 {text}{suggestion}"
    ),
    "U402": Fault(
        WARNING,
        SOURCES,
        "document {text} has changed (sha256 is now {found}); its figures were searched anew",
        "文件 {text} 已改动(sha256 现为 {found}),各数据已重新查找",
    ),
    "U403": Fault(ERROR, SOURCES, "document {text} cannot be searched: {reason}", "文件 {text} 无法查找:{reason}"),
    "U404": Fault(
        ERROR,
        SOURCES,
        "document {text} has no clause {clause}{found}",
        "文件 {text} 中没有条款 {clause}{found}",
    ),
    "U405": Fault(
        ERROR,
        SOURCES,
        "'{printed}' is not in clause {clause}; it stands in {found}",
        "“{printed}”不在条款 {clause},而在 {found}",
    ),
    "U406": Fault(
        ERROR,
        SOURCES,
        "'{printed}' is not found in {text} for {indicator}",
        "在 {text} 中找不到 {indicator} 的“{printed}”",
    ),
    "U407": Fault(
        ERROR,
        SOURCES,
        "the sentence with '{printed}' names neither {indicator} nor an alias of it",
        "“{printed}”所在的句子没有写到 {indicator} 或其别名",
    ),
    "U408": Fault(
        ERROR,
        SOURCES,
        "the clause dates '{printed}' {wanted}, the figure has {found}",
        "条款中“{printed}”的年份为 {wanted},数据写的是 {found}",
    ),
    "U409": Fault(
        ERROR,
        SOURCES,
        "in its sentence '{printed}' binds as {wanted}, op says {found}",
        "句中“{printed}”的比较符应为 {wanted},op 写的是 {found}",
    ),
    "U410": Fault(
        WARNING,
        SOURCES,
        "the sentence hedges '{printed}' with '{word}'; add the flag 'hedged'",
        "句中以“{word}”弱化“{printed}”,请加标记 'hedged'",
    ),
    "U411": Fault(
        ERROR,
        SOURCES,
        "the clause with '{printed}' does not name {jurisdiction}",
        "“{printed}”所在条款没有写到 {jurisdiction}",
    ),
    "U412": Fault(
        WARNING, SOURCES, "document {text} names nowhere {jurisdiction}", "文件 {text} 通篇没有写到 {jurisdiction}"
    ),
    "U413": Fault(
        WARNING,
        SOURCES,
        "the sentence speaks of {year} as still to come; '{printed}' is entered as an actual",
        "句中说的是将来的 {year} 年,“{printed}”却记为实绩",
    ),
    "U414": Fault(
        WARNING,
        SOURCES,
        "the figure is said to stand in {clause}; name its clause: {found}",
        "出处只写了 {clause},请写明条款:{found}",
    ),
    "U415": Fault(
        WARNING,
        SOURCES,
        "clause {clause} calls its section '{found}', other figures call it '{wanted}'",
        "条款 {clause} 把该节称作“{found}”,其他数据称作“{wanted}”",
    ),
    "U420": Fault(NOTE, SOURCES, "{number} is covered by no figure: {context}", "{number} 没有对应的数据:{context}"),
}
