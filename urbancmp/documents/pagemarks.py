"""Page numbers that an export left in the middle of sentences: '⏎5、', '- 5 -', '第5页'.

A number at the start of a line is a page mark where the line before it breaks off inside a sentence; taken for
text it would turn "3个⏎5、总投资" into 35 or 5.
"""

import re

_LINE = re.compile(r"^[ \t\u3000]*(\d{1,4})、", re.M)
_ALONE = re.compile(
    r"^[ \t\u3000]*(?:[-—–·]+[ \t]*\d{1,4}[ \t]*[-—–·]+|第[ \t]*\d{1,4}[ \t]*页(?:[ \t]*共[ \t]*\d+[ \t]*页)?)[ \t]*$",
    re.M,
)
_BARE = re.compile(r"^[ \t\u3000]*(\d{1,4})[ \t\u3000]*$", re.M)
_COMPLETE = '。！？!?;；:：”"』」)）》'
_LONG = 30


def page_marks(raw: str) -> list[tuple[int, int]]:
    """The stretches of `raw` that are page marks."""
    found = [match.span() for match in _ALONE.finditer(raw)]
    for pattern in (_LINE, _BARE):
        matches = list(pattern.finditer(raw))
        inside = [match for match in matches if _breaks_off(raw, match.start())]
        counted = len(matches) > 2 and 2 * len(inside) > len(matches) and _consecutive(matches)
        found += [match.span() for match in (matches if counted else inside)]
    return sorted(found)


def _breaks_off(raw: str, place: int) -> bool:
    """Whether the line before `place` is a long one that ends inside a sentence."""
    before = raw[:place].rstrip()
    line = before[before.rfind("\n") + 1 :]
    return len(line) >= _LONG and line[-1] not in _COMPLETE


def _consecutive(matches: list[re.Match[str]]) -> bool:
    numbers = [int(match[1]) for match in matches]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
