"""Formulas of the table: numbers, indicator ids, + - * / and brackets; `id@2014` is the figure of another year.

Values are exact fractions; what a formula may hold is a short list, so data can never run as a program.
"""

import ast
import operator
from collections.abc import Callable, Iterator
from fractions import Fraction

Lookup = Callable[[str, int | None], Fraction]

_OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_LONGEST = 500
_MOST_DIGITS = 30


class FormulaError(ValueError):
    """A formula that cannot be computed; the text says why."""


def evaluate(formula: str, lookup: Lookup) -> Fraction:
    """The value of a formula; `lookup` gives that of an id in a year (None: the formula's own year).

    Raises FormulaError for anything but arithmetic, for division by zero and for what `lookup` cannot give.
    """
    return _value(_parsed(formula), formula, lookup)


def names(formula: str) -> Iterator[tuple[str, int | None]]:
    """The ids in a formula, each with its year; raises FormulaError like `evaluate`."""
    found: list[tuple[str, int | None]] = []

    def note(name: str, year: int | None) -> Fraction:
        found.append((name, year))
        return Fraction(len(found) * len(found) + 7, 3)

    evaluate(formula, note)
    return iter(found)


def _parsed(formula: str) -> ast.expr:
    if len(formula) > _LONGEST:
        raise FormulaError("it is too long")
    try:
        return ast.parse(formula, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("it is not arithmetic") from None


def _value(node: ast.expr, formula: str, lookup: Lookup) -> Fraction:
    match node:
        case ast.BinOp(left=ast.Name(id=name), op=ast.MatMult(), right=ast.Constant(value=int(year))):
            return lookup(name, year)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            try:
                return _OPERATIONS[type(op)](_value(left, formula, lookup), _value(right, formula, lookup))
            except ZeroDivisionError:
                raise FormulaError("it divides by zero") from None
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, formula, lookup)
        case ast.Name(id=name):
            return lookup(name, None)
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return _exact(ast.get_source_segment(formula, node) or "")
    raise FormulaError("only numbers, indicator ids, + - * / and brackets may stand in it")


def _exact(digits: str) -> Fraction:
    if len(digits) > _MOST_DIGITS or "e" in digits.lower():
        raise FormulaError(f"{digits[:_MOST_DIGITS]} is no plain number")
    try:
        return Fraction(digits)
    except ValueError:
        raise FormulaError(f"{digits} is no number") from None
