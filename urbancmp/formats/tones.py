"""What a tone means to the eye: one of a few kinds, which the terminal and the page each paint in their way."""

KINDS: dict[str, str] = {
    **dict.fromkeys(("good", "met", "holding", "on_track", "within_budget", "exact"), "good"),
    **dict.fromkeys(("warn", "warning", "slightly_behind", "over_pace", "caveat"), "warn"),
    **dict.fromkeys(("behind", "lost"), "late"),
    **dict.fromkeys(("bad", "error", "missed", "moving_away", "exceeded"), "bad"),
    **dict.fromkeys(("dim", "note", "no_rating", "listed", "single"), "dim"),
    "head": "head",
    "strong": "strong",
}

TERMINAL: dict[str, str] = {
    "good": "green",
    "warn": "yellow",
    "late": "red",
    "bad": "bold red",
    "dim": "dim",
    "head": "bold",
    "strong": "bold",
}
