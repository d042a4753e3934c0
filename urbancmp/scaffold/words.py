"""What init and new-source say about their work, in Chinese and English."""

from urbancmp.words import add

add(
    {
        "scaffold.started": (
            "已写入 {path}（示例指标表）和 {schema}（编辑器用）；下一步：urbancmp check {path}",
            "wrote {path} (an example table) and {schema} (for editors); next: urbancmp check {path}",
        ),
        "scaffold.added": (
            "已在 {path} 末尾追加 [sources.{id}]；请在 figures 中逐条填写",
            "added [sources.{id}] at the end of {path}; fill in its figures",
        ),
        "scaffold.not_toml": (
            "{path}：init 写的是 TOML 指标表，文件名须以 .toml 结尾",
            "{path}: init writes a table in TOML; give a name that ends in .toml",
        ),
        "scaffold.no_file": (
            "没有文件 {path}；先用 urbancmp init {path} 建一个",
            "there is no file {path}; start one with urbancmp init {path}",
        ),
        "scaffold.bad_id": (
            "--id {id} 不能用：只用英文小写字母、数字和下划线，如 gaoping_plan_2021",
            "--id {id} will not do: use lower-case letters, digits and underscores, such as gaoping_plan_2021",
        ),
        "scaffold.taken": (
            "{path} 中已有来源 {id}，请换一个 --id",
            "{path} has a source {id} already; take another --id",
        ),
        "scaffold.no_document": ("读不到文件 {path}：{reason}", "the document {path} cannot be read: {reason}"),
    }
)
