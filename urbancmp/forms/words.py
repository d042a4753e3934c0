"""What form and import say about their work, in Chinese and English."""

from urbancmp.words import add

add(
    {
        "forms.written": (
            "已写入 {path}:{lines} 行,分 {groups} 组",
            "wrote {path}: {lines} lines in {groups} groups",
        ),
        "forms.no_targets": (
            "{place} 没有 {year} 年的目标{years}",
            "{place} has no target of {year}{years}",
        ),
        "forms.years": (";有目标的年份:{years}", "; years with targets: {years}"),
        "forms.unnamed": (
            "{count} 行所在条款未标明责任单位",
            "{count} lines stand in clauses that name no responsible department",
        ),
        "forms.unquantified": (
            "另有 {count} 个未量化的目标,没有可填的数",
            "{count} targets without a number are not asked about",
        ),
        "forms.imported": (
            "汇入 {answers} 项,留空 {blank} 项{to}",
            "took in {answers} actuals, {blank} lines were left blank{to}",
        ),
        "forms.to": (",已写入 {path}", "; wrote {path}"),
        "forms.refused": (
            "{count} 处不能采用,未写入任何文件;改正后重新汇入",
            "{count} faults, nothing was written; mend them and import again",
        ),
        "forms.nothing": ("填报表中没有任何实际值,未写入文件", "the forms hold no actual; nothing was written"),
    }
)
