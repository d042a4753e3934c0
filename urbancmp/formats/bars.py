"""Bars: a share of the way drawn in characters that every Chinese code page has, and said in words."""

from urbancmp.tables.view import Bar
from urbancmp.words import say

LONGEST, SHORTEST = 22, 10


def drawn(bar: Bar, width: int) -> str:
    """The bar in `width` cells: ├████──┊───┤, filled as far as the way is done, a tick where it ought to be."""
    room = width - 2
    filled = _cells(bar.done, room)
    track = ["█"] * filled + ["─"] * (room - filled)
    if bar.due is not None:
        track[min(int(share(bar.due) * room), room - 1)] = "┊"
    return f"├{''.join(track)}┤"


def said(bar: Bar, lang: str) -> str:
    """The bar in words."""
    done = round(share(bar.done) * 100)
    if bar.due is None:
        return say("formats.done", lang, done=done)
    return say("formats.done_due", lang, done=done, due=round(share(bar.due) * 100))


def share(part: float) -> float:
    """A part of the way as a number from 0 to 1."""
    return min(max(part, 0.0), 1.0) if part == part else 0.0  # noqa: PLR0124  (NaN differs from itself)


def _cells(part: float, room: int) -> int:
    done = share(part)
    return room if done == 1 else min(round(done * room), room - 1)
