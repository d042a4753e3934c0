"""The page."""

from html.parser import HTMLParser

from format_views import ANSWER, VIEWS
from hypothesis import given
from inline_snapshot import snapshot

from urbancmp.formats import FORMATS, Options
from urbancmp.tables.view import Cell, Grid, GridRow, Head, Records, View

_EMPTY = {"meta", "br", "rect", "line"}
_OURS = _EMPTY | {"html", "head", "title", "style", "body", "h1", "h2", "p", "div", "ul", "li", "svg"}
_OURS |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


class _Page(HTMLParser):
    """Collects the tags and the text of a page and sees that tags are closed in order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.texts = [], set(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def written(view, **options):
    """The view as a page."""
    return FORMATS["html"].render(view, Options(**options)).decode()


@given(VIEWS)
def test_data_is_never_markup(view):
    """Any data leaves a page of our own tags, closed in order."""
    page = _Page(written(view))
    assert page.tags <= _OURS
    assert page.open == []


def test_a_page_needs_nothing_else():
    """No script, no address: the page is whole."""
    text = written(ANSWER)
    assert "<script" not in text
    assert "http://" not in text
    assert "https://" not in text


def test_a_page_says_its_language_and_encoding():
    """Browsers and screen readers are told."""
    text = written(ANSWER, lang="zh")
    assert '<html lang="zh-CN">' in text
    assert '<meta charset="utf-8">' in text


def test_a_bar_has_words():
    """What is drawn is also said."""
    assert 'aria-label="20 % of the way, 40 % due by now"' in written(ANSWER)


def test_the_remarks_come_along():
    """A page is handed on without its stderr, so the remarks are in it."""
    assert "<li>1 figure has no year</li>" in written(ANSWER)


def test_a_table():
    """Heads, a row and its remark."""
    grid = Grid((Head("name"), Head("值", right=True)), (GridRow((Cell("a<b", "met"), Cell("1")), ("why",)),), "Title")
    body = written(View(Records((), ()), (grid,))).split("<body>\n")[1].split("\n</body>")[0]
    assert body == snapshot("""\
<div class="wide"><table>
<caption>Title</caption>
<thead><tr><th scope="col">name</th><th scope="col" class="right">值</th></tr></thead>
<tbody><tr>
<td class="good">a&lt;b</td>
<td class="right">1</td>
</tr>
<tr class="below"><td colspan="2">why</td></tr>
</tbody>
</table></div>\
""")
