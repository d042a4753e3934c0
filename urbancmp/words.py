"""The words of the interface, Chinese and English, as data; `say` looks one up."""

WORDS: dict[str, tuple[str, str]] = {
    "comma": (",", ", "),
    "colon": (":", ": "),
    "stop": ("。", ". "),
    "semicolon": (";", "; "),
    "target": ("目标", "target"),
    "actual": ("实绩", "actual"),
    "undated": ("未定年份", "undated"),
    "not_quantified": ("未量化", "not quantified"),
    "no_figure": ("·", "·"),
}


def say(key: str, lang: str, /, **values: object) -> str:
    """The words for `key` in `lang` (zh or en), with `values` put in."""
    zh, en = WORDS[key]
    return (zh if lang == "zh" else en).format(**values)


def add(words: dict[str, tuple[str, str]]) -> None:
    """Take in the words of a module; a key that is taken already is a mistake of the program."""
    clash = WORDS.keys() & words.keys()
    if clash:
        raise ValueError(f"words defined twice: {sorted(clash)}")
    WORDS.update(words)
