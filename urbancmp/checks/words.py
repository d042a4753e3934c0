"""Words of check and explain."""

from urbancmp.words import add

add(
    {
        "check.summary": ("{files} 个文件:{errors} 个错误,{warnings} 个警告", "{errors}, {warnings} in {files}"),
        "check.notes": (",{notes} 个提示", ", {notes}"),
        "check.proved": (
            "逐条核对 {total} 条数据:在条款中找到 {found} 条,在别处找到 {elsewhere} 条,未找到 {missing} 条",
            "{total} figures searched for: {found} found, {elsewhere} found elsewhere, {missing} not found",
        ),
        "check.unread": (
            "另有 {figures} 条数据的文件未注明文件名或不在该文件夹,没有核对",
            "{figures} figures more of documents without a file name, or not in the folder: not searched for",
        ),
        "check.uncovered": (
            "没有数据也没有规则说明的数字:{count} 个",
            "numbers that no figure and no rule covers: {count}",
        ),
        "check.found": ("找到", "found"),
        "check.elsewhere": ("在别处", "elsewhere"),
        "check.missing": ("未找到", "not found"),
        "explain.meaning": ("含义", "What it means"),
        "explain.why": ("为什么重要", "Why it matters"),
        "explain.do": ("怎么办", "What to do"),
        "explain.example": ("示例", "Example"),
        "explain.expected": ("检查结果", "What check says"),
        "explain.severity.error": ("错误", "error"),
        "explain.severity.warning": ("警告", "warning"),
        "explain.severity.note": ("提示", "note"),
        "explain.tier.always": ("每次读取时检查", "looked for whenever the table is read"),
        "explain.tier.check": ("check 时检查", "looked for by check"),
        "explain.tier.strict": ("check --strict 时检查", "looked for by check --strict"),
        "explain.tier.sources": ("check --sources 时检查", "looked for by check --sources"),
        "explain.waivable": (
            '可以在该条数据上豁免:waive = {{ {code} = "理由" }}',
            'Can be waived on the figure: waive = {{ {code} = "reason" }}',
        ),
    }
)
