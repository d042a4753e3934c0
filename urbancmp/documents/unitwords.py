"""The words that documents print for each unit: 平方米/人 is printed 平方米, 万立方米/日 is printed 万立方米."""

from urbancmp.units import UNITS

# In the one form of `script.folded`. A unit that is not listed is printed as it is written.
_PRINTED: dict[str, tuple[str, ...]] = {
    "%": ("%",),
    "个百分点": ("个百分点", "百分点"),
    "个百分点/年": ("个百分点", "百分点", "个百分点/年"),
    "平方米/人": ("平方米", "平方米/人", "m2"),
    "平方米": ("平方米", "m2"),
    "公里": ("公里", "千米", "km"),
    "公里/平方公里": ("公里/平方公里", "千米/平方千米", "公里每平方公里"),
    "平方公里": ("平方公里", "平方千米", "km2"),
    "个": ("个", "大"),
    "个/千人": ("个", "个/千人"),
    "人/站": ("名", "人"),
    "辆/站": ("辆", "台"),
    "位": ("位", "强", "名"),
    "星": ("星级", "星"),
    "星级": ("星级", "星"),
    "MW": ("MW", "兆瓦"),
    "万立方米/日": ("万立方米/日", "万立方米", "万吨/日", "万吨"),
    "无量纲": (),
}
# Words of other quantities, so that 5亿元 is not read as 5 亿 and 3万辆 not as 3 万.
_OTHERS: tuple[str, ...] = ("万", "亿", "万吨", "吨", "立方米", "万辆", "辆", "年", "月", "日", "度", "千伏", "层")
_OTHERS += ("区", "市", "县", "村")
# Nouns that count themselves where a document lists administrative units (1区1市5县).
ADMINISTRATIVE = ("区", "市", "县", "乡", "镇", "村", "街道")


def words(unit: str) -> tuple[str, ...]:
    """How documents print `unit`."""
    return _PRINTED.get(unit, (unit,))


_ALL = sorted({word for unit in UNITS for word in words(unit)} | set(UNITS) | set(_OTHERS), key=len, reverse=True)
_BY_FIRST: dict[str, list[str]] = {}
for _word in _ALL:
    _BY_FIRST.setdefault(_word[0], []).append(_word)


def word_at(text: str, place: int) -> str:
    """The longest unit word that stands in `text` at `place`, or nothing."""
    for word in _BY_FIRST.get(text[place : place + 1], ()):
        if text.startswith(word, place):
            return word
    return ""


def unit_of(word: str) -> str:
    """The unit that is written exactly as `word`, or nothing."""
    return word if word in UNITS else ""
