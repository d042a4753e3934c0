"""HTML: one page that needs nothing else, reads without colour, and prints on A4."""

from collections.abc import Iterator
from html import escape

from urbancmp.formats import Options
from urbancmp.formats.bars import said, share
from urbancmp.formats.lines import lines_of
from urbancmp.formats.tones import KINDS
from urbancmp.tables.view import Bar, Block, Cell, GridRow, Head, Lines, View
from urbancmp.words import say

_LANGUAGES = {"zh": "zh-CN", "en": "en"}

_STYLE = """
:root { color-scheme: light dark; --rule: #8886; --good: #18794e; --warn: #946800; --late: #c2410c; --bad: #b91c1c; }
@media (prefers-color-scheme: dark) { :root { --good: #4cc38a; --warn: #f0c000; --late: #ff8b3e; --bad: #ff6369; } }
body { font: 16px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; margin: 2rem auto;
  max-width: 80rem; padding: 0 1rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .94rem; }
caption { font-weight: bold; text-align: left; padding: .3rem .6rem; }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--rule); }
tbody tr:first-child > * { border-top: 1px solid var(--rule); }
tbody.span th { padding-top: 1rem; border-top: 0; }
tr.below td { padding: 0 .6rem .4rem 1.6rem; font-size: .88rem; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.good { color: var(--good); } .warn { color: var(--warn); } .late { color: var(--late); }
.bad { color: var(--bad); font-weight: bold; } .dim { opacity: .7; } .head, .strong { font-weight: bold; }
svg.bar { width: 9rem; height: .8rem; vertical-align: middle; }
ul.notes { font-size: .88rem; }
@page { size: A4 landscape; margin: 15mm; }
@media print {
  :root { color-scheme: light; --good: #18794e; --warn: #946800; --late: #c2410c; --bad: #b91c1c; }
  body { font-size: 10pt; margin: 0; max-width: none; padding: 0; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tbody { break-inside: avoid; }
  tbody.span { break-after: avoid; }
  svg.bar { print-color-adjust: exact; }
}
"""

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def render(view: View, options: Options) -> bytes:
    """The page: title, blocks, and the remarks as notes at its end."""
    title = _inline(view.title)
    parts = [f"<h1>{title}</h1>"] if title else []
    for block in view.blocks:
        parts += _block(block, options.lang)
    if view.remarks:
        parts += _notes(view.remarks, options.lang)
    page = _PAGE.format(
        lang=_LANGUAGES.get(options.lang, "en"), title=title or "urbancmp", style=_STYLE, body="\n".join(parts)
    )
    return page.encode()


def _inline(text: str) -> str:
    return escape(" ".join(lines_of(text)).strip())


def _broken(text: str) -> str:
    return "<br>".join(escape(line) for line in lines_of(text))


def _notes(remarks: tuple[str, ...], lang: str) -> Iterator[str]:
    yield f"<h2>{escape(say('formats.notes', lang))}</h2>"
    yield '<ul class="notes">'
    yield from (f"<li>{_broken(remark)}</li>" for remark in remarks)
    yield "</ul>"


def _block(block: Block, lang: str) -> Iterator[str]:
    if isinstance(block, Lines):
        yield f"<p{_class(KINDS.get(block.tone, ''))}>{'<br>'.join(map(_broken, block.lines))}</p>"
        return
    count = max((len(block.heads), *(len(row.cells) for row in block.rows)), default=0)
    heads = (*block.heads, *(Head() for _ in range(count - len(block.heads))))
    yield '<div class="wide"><table>'
    if block.title:
        yield f"<caption>{_inline(block.title)}</caption>"
    if any(head.title.strip() for head in heads):
        yield f"<thead><tr>{''.join(map(_head, heads))}</tr></thead>"
    for row in block.rows:
        yield from _row(row, heads, lang)
    yield "</table></div>"


def _head(head: Head) -> str:
    return f'<th scope="col"{_class("right" if head.right else "")}>{_inline(head.title)}</th>'


def _row(row: GridRow, heads: tuple[Head, ...], lang: str) -> Iterator[str]:
    if row.span:
        heading = f'<th colspan="{len(heads)}" scope="colgroup">{_inline(row.span)}</th>'
        yield f'<tbody class="span"><tr>{heading}</tr></tbody>'
    if row.cells or row.below:
        cells = (*row.cells, *(Cell() for _ in range(len(heads) - len(row.cells))))
        yield "<tbody><tr>"
        yield from (_cell(cell, head, lang) for cell, head in zip(cells, heads, strict=True))
        yield "</tr>"
        if row.below:
            remarks = "<br>".join(map(_broken, row.below))
            yield f'<tr class="below"><td colspan="{len(heads)}">{remarks}</td></tr>'
        yield "</tbody>"


def _cell(cell: Cell, head: Head, lang: str) -> str:
    kinds = ("right" if head.right else "", KINDS.get(cell.tone, ""))
    bar = _bar(cell.bar, lang) + " " if cell.bar else ""
    return f"<td{_class(*kinds)}>{bar}{_broken(cell.text)}</td>"


def _class(*names: str) -> str:
    given = " ".join(name for name in names if name)
    return f' class="{given}"' if given else ""


def _bar(bar: Bar, lang: str) -> str:
    """The bar as a drawing whose words a screen reader says and a pointer shows."""
    words = escape(said(bar, lang))
    shapes = [
        '<rect width="100" height="8" y="1" fill="currentColor" opacity=".2"/>',
        f'<rect width="{share(bar.done) * 100:.1f}" height="8" y="1" fill="currentColor"/>',
    ]
    if bar.due is not None:
        at = f"{share(bar.due) * 100:.1f}"
        shapes.append(f'<line x1="{at}" x2="{at}" y2="10" stroke="CanvasText" stroke-width="1.5"/>')
    drawing = "".join(shapes)
    return (
        f'<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{words}">'
        f"<title>{words}</title>{drawing}</svg>"
    )
