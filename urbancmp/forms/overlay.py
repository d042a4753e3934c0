"""Answers as a table to be laid on top with --with: one source per department, document and date, one line a figure."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from urbancmp.forms.answers import Answer
from urbancmp.model import Data

_FLAGS = (
    ("初步", "preliminary"),
    ("快报", "preliminary"),
    ("非全年", "part_year"),
    ("前三季度", "part_year"),
    ("上半年", "part_year"),
)


def overlay(answers: Iterable[Answer], data: Data) -> str:
    """The TOML text; the same answers give the same text."""
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(_source_id(answer), []).append(answer)
    paths = dict.fromkeys(Path(answer.path).name for group in groups.values() for answer in group)
    head = [
        "# 由各部门填报表汇入，用 --with 叠加在指标表之上。",
        "# Actuals taken in from filled forms; lay them on the table with --with.",
        *(f"# {_comment(name)}" for name in paths),
    ]
    blocks = ["\n".join(head), *(_block(id_, group, data) for id_, group in groups.items())]
    return "\n\n".join(blocks) + "\n"


def _source_id(answer: Answer) -> str:
    """An id that two imports of different documents never share, so that their tables can be laid on each other."""
    stated = "\x1f".join((answer.department, answer.source, str(answer.published)))
    digest = hashlib.sha256(stated.encode()).hexdigest()[:8]
    return f"form_{answer.key.jurisdiction}_{answer.key.year}_{digest}"


def _block(id_: str, answers: list[Answer], data: Data) -> str:
    first = answers[0]
    place = data.jurisdictions[first.key.jurisdiction].name.zh
    source = {
        "jurisdiction": first.key.jurisdiction,
        "title": first.source or f"{place}{first.key.year}年指标实际值填报表",
        "issuer": first.department,
        "published": first.published,
        "kind": "bulletin",
    }
    lines = [f"  {{ {', '.join(_pairs(_figure(answer, data)))} }}," for answer in answers]
    return "\n".join([f"[sources.{_key(id_)}]", *_pairs(source), "figures = [", *lines, "]"])


def _figure(answer: Answer, data: Data) -> dict[str, Any]:
    own_unit = answer.unit != data.indicators[answer.key.indicator].unit
    return {
        "at": answer.at,
        "indicator": answer.key.indicator,
        "year": answer.key.year,
        "actual": _number(answer.value),
        "unit": answer.unit if own_unit else "",
        "printed": " ".join(answer.printed.split()),
        "flags": _flags(answer),
        "note": answer.remark,
    }


def _flags(answer: Answer) -> list[str]:
    """What the remark says of the figure, and that its unit comes from the column beside the cell."""
    supplied = [] if answer.printed.endswith(("%", "％")) else ["supplied_unit"]
    return supplied + list(dict.fromkeys(flag for word, flag in _FLAGS if word in answer.remark))


def _number(value: Decimal) -> Decimal | int:
    """Whole numbers as such: the writer of TOML would add a digit that nobody gave."""
    return int(value) if value == int(value) and "." not in str(value) else value


def _pairs(values: Mapping[str, Any]) -> Iterator[str]:
    """`key = value` for every value that is not empty."""
    return (f"{key} = {_literal(value)}" for key, value in values.items() if value not in ("", []))


def _literal(value: Any) -> str:
    """The value in TOML, on one line: lists and tables would be laid out by the writer at its own discretion."""
    import tomli_w

    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    return tomli_w.dumps({"v": value}).strip().removeprefix("v = ")


def _key(id_: str) -> str:
    """`id_` as a TOML key, in quotes where it needs them."""
    import tomli_w

    return tomli_w.dumps({id_: 0}).rpartition(" = ")[0]


def _comment(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
