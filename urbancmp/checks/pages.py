"""The page of a fault code: what it means, why it matters, what to do, an example with the line that check prints."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from urbancmp.checks import words  # noqa: F401 - registers the words
from urbancmp.checks.waivers import can_be_waived
from urbancmp.diagnostics import UsageError
from urbancmp.faults import FAULTS
from urbancmp.schema.types import nearest
from urbancmp.words import say

_HERE = Path(__file__).parent
_PARTS = ("meaning", "why", "do")


def page(code: str, lang: str = "en") -> str:
    """The page of `code` as plain text.

    Raises UsageError for a code that does not exist.
    """
    wanted = code.upper()
    if wanted not in FAULTS:
        raise unknown(code)
    fault = FAULTS[wanted]
    head = " · ".join(
        (wanted, say(f"explain.severity.{fault.severity}", lang), say(f"explain.tier.{fault.tier}", lang))
    )
    blocks = [head]
    for part, text in zip(_PARTS, _texts("pages.toml")[wanted][lang], strict=True):
        blocks.append(f"{say('explain.' + part, lang)}\n  {text}")
    blocks += _example(wanted, lang)
    if can_be_waived(wanted):
        blocks.append(say("explain.waivable", lang, code=wanted))
    return "\n\n".join(blocks) + "\n"


def unknown(code: str) -> UsageError:
    """The error for a code that does not exist, with the nearest that does."""
    close = nearest(code.upper(), FAULTS)
    hint = (f"; did you mean {close}?", f"，是否为 {close}？") if close else ("", "")
    return UsageError(f"there is no code {code}{hint[0]}", f"没有代码 {code}{hint[1]}")


def _example(code: str, lang: str) -> list[str]:
    example = _texts("examples.toml").get(code)
    if example is None:
        return []
    shown = [f"{say('explain.example', lang)}\n  {example['line']}"] if example["line"] else []
    expected = "\n".join(f"  {line}" for line in (f"$ {example['command']}", *example[lang]))
    return [*shown, f"{say('explain.expected', lang)}\n{expected}"]


@cache
def _texts(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
