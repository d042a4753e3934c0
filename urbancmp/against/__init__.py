"""A place against whom it answers to: its superiors, the nation, a peer, the best or the middle of its tier."""

from urbancmp.against.pairs import Missing, Pair, against
from urbancmp.against.yardsticks import BEST, MEDIAN, NATION, PARENT, Yardstick

__all__ = ["BEST", "MEDIAN", "NATION", "PARENT", "Missing", "Pair", "Yardstick", "against"]
