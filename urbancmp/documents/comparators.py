"""The words that bind a figure: 以上 and 不低于 are ge, 以内 is le, 超过 is gt, 左右 is approx; none is eq."""

import re

from urbancmp.model import Comparator

_GE, _LE, _GT, _LT, _APPROX = Comparator.GE, Comparator.LE, Comparator.GT, Comparator.LT, Comparator.APPROX

AFTER: tuple[tuple[str, Comparator], ...] = (
    ("及以上", _GE), ("以上", _GE), ("及以下", _LE), ("以下", _LE), ("以内", _LE), ("之内", _LE), ("左右", _APPROX),
    ("上下", _APPROX), ("强", _LE),
)  # fmt: skip
WITHIN: tuple[tuple[str, Comparator], ...] = (("余", _GT), ("多", _GT))
BEFORE: tuple[tuple[str, Comparator], ...] = tuple(
    sorted(
        (
            ("达到或超过", _GE), ("不低于", _GE), ("不少于", _GE), ("不小于", _GE), ("至少", _GE), ("≥", _GE),
            (">=", _GE),
            ("不超过", _LE), ("不超", _LE), ("不高于", _LE), ("不大于", _LE), ("不多于", _LE), ("≤", _LE), ("<=", _LE),
            ("控制在", _LE), ("超过", _GT), ("突破", _GT), ("超出", _GT), ("超", _GT), ("高于", _GT), ("大于", _GT),
            ("多于", _GT), (">", _GT), ("低于", _LT), ("小于", _LT), ("少于", _LT), ("<", _LT), ("接近", _APPROX),
            ("大约", _APPROX), ("约", _APPROX), ("近", _APPROX), ("~", _APPROX), ("≈", _APPROX),
        ),
        key=lambda pair: -len(pair[0]),
    )
)  # fmt: skip
_IN_THE_CLAUSE = (("至少", _GE), ("不少于", _GE), ("不低于", _GE))
_LINK = re.compile(r"(?:达到|提高到|提升到|达|为|至|到|在)$")
_NOT_ABOUT = re.compile(r"(?:节|集|公|合|契|制|预|签)约$|(?:靠|附|邻|最|临|远)近$|赶超$")
_BREAK = re.compile(r"[,;:。、!?()\"]")
_LOOSE = re.compile(r"基本|接近|大致")
_HEDGED = re.compile(r"基本(?=实现|完成|形成|建成|建立|达到|达标|消除|成型|贯通|满足|健全|解决|打通|普及|覆盖|全)")


def comparator(before: str, after: str) -> Comparator:
    """The comparator that the words around a number give; `after` starts behind its unit."""
    for word, sign in AFTER:
        if after.startswith(word):
            return sign
    clause = _BREAK.split(before)[-1]
    for text in (clause, _LINK.sub("", clause)):
        for word, sign in BEFORE:
            if text.endswith(word) and not _NOT_ABOUT.search(text):
                return sign
    return next((sign for word, sign in _IN_THE_CLAUSE if word in clause), Comparator.EQ)


def within(text: str) -> Comparator | None:
    """The comparator of a word between number and unit: 200余户."""
    return next((sign for word, sign in WITHIN if text.startswith(word)), None)


def of_words(text: str) -> Comparator | None:
    """The comparator of a statement without a number (均低于全市平均水平), None where no word gives one."""
    for word, sign in (*BEFORE, *AFTER):
        if word in text:
            return sign
    return None


def loose(text: str) -> bool:
    """Whether a statement of completeness is weakened by 基本: 基本完成 is about 100 %."""
    return bool(_LOOSE.search(text))


def hedge(text: str) -> str:
    """The word that weakens a commitment (力争, 争取, 基本实现), or nothing."""
    found = re.search(r"力争|争取|奋力|努力(?=实现|达到)", text) or _HEDGED.search(text)
    return found[0] if found else ""
