"""The corpus of bad files: tests/bad/CODE.* with the lines that check must print in CODE.txt.

Run as a program it writes CODE.txt and the examples of the explained codes anew:
python tests/checks/bad_files.py
"""

import os
import sys
from pathlib import Path

import tomli_w

ROOT = Path(__file__).resolve().parents[2]
BAD = ROOT / "tests" / "bad"
EXAMPLES = ROOT / "urbancmp" / "checks" / "examples.toml"
# U009 needs a file that the system refuses to read; U6 comes from filled forms, which `import` reads.
WITHOUT_FILE = ("U009", "U6")
_LONGEST = 160


def codes() -> list[str]:
    """The codes of which the corpus has a case."""
    return sorted({path.stem for path in BAD.glob("U*")} | {"U001"})


def arguments(code: str) -> list[str]:
    """The arguments of check for a case, run inside the folder of the corpus."""
    files = [path.name for path in BAD.glob(f"{code}*") if path.suffix != ".txt"]
    file = files[0] if files else f"{code}.toml"
    if code == "U210":
        return ["base.toml", "--with", file]
    extra = ["--strict"] if "U330" <= code <= "U339" else ["--sources", "documents"] if code.startswith("U4") else []
    return [file, *extra, *(["--uncovered"] if code == "U420" else [])]


def command(code: str, *more: str) -> str:
    """The command line of a case."""
    return " ".join(("urbancmp", "check", *arguments(code), *more))


def lines_of(code: str, lang: str) -> list[str]:
    """The lines about faults that check prints for a case; what was found is left out."""
    from urbancmp.checks.render import text
    from urbancmp.checks.report import run
    from urbancmp.cli.check import loaded_for

    names = [name for name in arguments(code) if not name.startswith("--")]
    has = arguments(code).__contains__
    overlays = [Path(names[1])] if has("--with") else []
    sources = Path("documents") if has("--sources") else None
    loaded = loaded_for([Path(names[0])], overlays)
    report = run(loaded, strict=has("--strict"), sources=sources, list_uncovered=has("--uncovered"))
    return [line for line in text(report, lang).splitlines() if f": {code} " in line or ": U" in line]


def expected(code: str) -> dict[str, list[str]]:
    """The lines of CODE.txt by language."""
    blocks = (BAD / f"{code}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return {lang: block.splitlines()[1:] for lang, block in zip(("en", "zh"), blocks, strict=True)}


def example(code: str) -> dict[str, object]:
    """The example of a page: the faulty line of the file, the command, what it prints."""
    said = expected(code)
    return {"line": _faulty(said["en"][0]), "command": command(code), "en": said["en"], "zh": said["zh"]}


def _faulty(line: str) -> str:
    parts = line.split(": ", maxsplit=1)[0].split(":")
    path = BAD / parts[0]
    if len(parts) < 2 or not path.exists():
        return ""
    shown = path.read_text(encoding="utf-8").splitlines()[int(parts[1]) - 1].strip()
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"


def examples() -> str:
    """The whole file of examples."""
    head = "# Written by tests/checks/bad_files.py from tests/bad; a test compares.\n\n"
    return head + tomli_w.dumps({code: example(code) for code in codes()})


def _write() -> None:
    os.chdir(BAD)
    for code in codes():
        english = [f"$ {command(code)}", *lines_of(code, "en")]
        chinese = [f"$ {command(code, '--lang', 'zh')}", *lines_of(code, "zh")]
        blocks = [english, chinese]
        text = "\n\n".join("\n".join(block) for block in blocks) + "\n"
        (BAD / f"{code}.txt").write_text(text, encoding="utf-8", newline="\n")
    EXAMPLES.write_text(examples(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    _write()
