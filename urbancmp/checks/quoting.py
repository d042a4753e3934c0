"""The sentence in which a figure stands, with the figure marked; for the terminal only, never for a file."""

from dataclasses import dataclass
from pathlib import Path

from urbancmp.checks.proof import Proof, Status, prove
from urbancmp.diagnostics import DataError
from urbancmp.model import Data, Figure


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence in three pieces (before, the printed figure, after) and where it stands; empty if not found."""

    figure: Figure
    status: Status
    before: str = ""
    printed: str = ""
    after: str = ""
    document: str = ""
    clause: str = ""
    line: int = 0


def quotations(data: Data, figures: tuple[Figure, ...], folder: Path) -> dict[tuple[str | int, ...], Quotation]:
    """The sentences of `figures`, by their paths; a figure whose document is not in the folder is left out.

    Raises DataError where the folder does not exist or a reader of documents is not installed.
    """
    if not folder.is_dir():
        raise DataError(
            f"{folder}: no such folder; --sources names the folder in which the documents lie",
            f"{folder}：没有这个文件夹；--sources 应为存放文件的文件夹",
        )
    wanted = {figure.path for figure in figures}
    sources = {figure.source for figure in figures}
    part = Data(
        jurisdictions=data.jurisdictions,
        indicators=data.indicators,
        sources={id_: source for id_, source in data.sources.items() if id_ in sources},
        figures=tuple(figure for figure in data.figures if figure.path in wanted),
    )
    return {proof.figure.path: _quotation(proof) for proof in prove(part, folder).proofs}


def _quotation(proof: Proof) -> Quotation:
    if proof.span is None:
        return Quotation(proof.figure, proof.status, document=proof.document.path)
    document = proof.document
    first, last = document.sentence(proof.span[0])
    start, end = document.folded.raw(*proof.span)
    begin, stop = document.folded.raw(first, last)
    pieces = (document.raw[begin:start], document.raw[start:end], document.raw[end : max(end, stop)])
    before, printed, after = (" ".join(piece.split()) for piece in pieces)
    line = document.line(proof.span[0])[0]
    return Quotation(proof.figure, proof.status, before, printed, after, document.path, proof.where, line)
