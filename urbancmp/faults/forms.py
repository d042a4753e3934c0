"""Faults of filled forms."""

from urbancmp.faults.kinds import ALWAYS, ERROR, WARNING, Fault

FAULTS: dict[str, Fault] = {
    "U600": Fault(
        ERROR, ALWAYS, "a filled form is an .xlsx or .csv file; save it as one", "填报表须为 .xlsx 或 .csv,请另存"
    ),
    "U601": Fault(
        ERROR,
        ALWAYS,
        "not a form of this program: no sheet has the column '{header}'",
        "不是本程序生成的填报表:没有一张表含“{header}”列",
    ),
    "U602": Fault(
        ERROR,
        ALWAYS,
        "no readable workbook ({reason}); open it in a spreadsheet program and save it as .xlsx without a password",
        "工作簿无法读取({reason}),请用电子表格软件打开后另存为不加密的 .xlsx",
    ),
    "U603": Fault(
        ERROR,
        ALWAYS,
        "sheet {sheet} lacks the column '{column}'; copy the answers into a fresh form",
        "表“{sheet}”缺少“{column}”列,请把数据填入重新生成的填报表",
    ),
    "U604": Fault(
        ERROR,
        ALWAYS,
        "{cell}: the key of this row or one of its grey cells was changed; copy the answer into a fresh form",
        "{cell}:本行的键或灰色单元格被改动,请把数据填入重新生成的填报表",
    ),
    "U605": Fault(
        ERROR,
        ALWAYS,
        "{cell}: '{found}' stands in a row that the form does not have; rows must not be added",
        "{cell}:“{found}”所在的行不是填报表原有的,不能增加行",
    ),
    "U606": Fault(
        ERROR,
        ALWAYS,
        "{cell}: the same line stands at {other} already; keep one",
        "{cell}:与 {other} 是同一行,只留一行",
    ),
    "U607": Fault(
        ERROR,
        ALWAYS,
        "{cell}: '{found}' stands outside the columns of the form; move it to 备注 (remarks)",
        "{cell}:“{found}”在填报表各列之外,请移到“备注”列",
    ),
    "U608": Fault(
        ERROR,
        ALWAYS,
        "{cell}: the table has no {name}; give the table from which the form was made (--data)",
        "{cell}:指标表中没有 {name},请用 --data 指明生成填报表所用的指标表",
    ),
    "U609": Fault(
        ERROR,
        ALWAYS,
        "{cell}: the form asks in {unit}, the table now counts in {wanted}; make a fresh form",
        "{cell}:填报表的单位为 {unit},指标表现为 {wanted},请重新生成填报表",
    ),
    "U610": Fault(
        ERROR, ALWAYS, "{cell}: '{found}' is no plain number such as 46.79", "{cell}:“{found}”不是 46.79 这样的数"
    ),
    "U611": Fault(
        ERROR,
        ALWAYS,
        "{cell}: '{found}' is an approximate or bounded figure; write the number alone and the word in 备注 (remarks)",
        "{cell}:“{found}”带有约数、界限或区间,请只填数字,说明写在“备注”列",
    ),
    "U612": Fault(
        ERROR,
        ALWAYS,
        "{cell}: '{found}' carries a unit; write the number alone, in {unit}",
        "{cell}:“{found}”带有单位,请只填以“{unit}”计的数字",
    ),
    "U613": Fault(
        ERROR,
        ALWAYS,
        "{cell}: {found} is a date, where a number is wanted; clear the cell and type the number again",
        "{cell}:{found} 是日期,此处应为数,请清除该单元格后重新键入",
    ),
    "U614": Fault(ERROR, ALWAYS, "{cell}: the cell shows {found}", "{cell}:单元格显示 {found}"),
    "U615": Fault(
        ERROR,
        ALWAYS,
        "{cell}: the formula {found} was never computed; type its value",
        "{cell}:公式 {found} 没有计算结果,请直接填数值",
    ),
    "U616": Fault(
        ERROR,
        ALWAYS,
        "{cell}: '{found}' is a percentage, the unit is {unit}",
        "{cell}:“{found}”是百分数,而单位为“{unit}”",
    ),
    "U617": Fault(
        ERROR,
        ALWAYS,
        "{cell}: '{found}' is no number; leave the cell empty where there is no figure",
        "{cell}:“{found}”不是数,没有数据请留空",
    ),
    "U620": Fault(
        ERROR, ALWAYS, "{cell}: '{found}' is no date such as 2026-03-20", "{cell}:“{found}”不是 2026-03-20 这样的日期"
    ),
    "U621": Fault(
        ERROR,
        ALWAYS,
        "{cell}: {found} lies before {year}, the year that the form asks about",
        "{cell}:{found} 早于填报年份 {year} 年",
    ),
    "U622": Fault(
        ERROR, ALWAYS, "{cell}: {found} lies in the future (today is {today})", "{cell}:{found} 晚于今日({today})"
    ),
    "U623": Fault(
        ERROR,
        ALWAYS,
        "{cell}: the text holds an invisible control character; type it again",
        "{cell}:文字中有不可见的控制字符,请重新键入",
    ),
    "U630": Fault(
        ERROR,
        ALWAYS,
        "{cell}: {found} % is far from target and baseline; {wanted} is meant? If it is right, write 已核实 in 备注",
        "{cell}:{found}% 与目标、基期相差悬殊,是否应为 {wanted}?确实无误请在“备注”写“已核实”",
    ),
    "U631": Fault(
        ERROR,
        ALWAYS,
        "{cell}: {found} {unit} is thousands of times off target and baseline; {wanted} is meant? "
        "If it is right, write 已核实 in 备注",
        "{cell}:{found}{unit} 与目标、基期相差数千倍(“万”漏写或多写?),是否应为 {wanted}?确实无误请在“备注”写“已核实”",
    ),
    "U632": Fault(
        ERROR,
        ALWAYS,
        "{cell}: {found} {unit} is outside the bounds {low} to {high} of {indicator}",
        "{cell}:{found}{unit} 超出 {indicator} 的范围 {low} 至 {high}",
    ),
    "U640": Fault(
        WARNING,
        ALWAYS,
        "{cell}: {found} has no date or no source; the form itself will be named as its source",
        "{cell}:{found} 没有填数据日期或数据来源,将以填报表本身为来源",
    ),
    "U641": Fault(
        WARNING,
        ALWAYS,
        "{cell}: '{found}' belongs to a row without an actual and is left out",
        "{cell}:“{found}”所在行没有实际值,未采用",
    ),
}
