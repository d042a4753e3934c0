"""The seam between analysis and presentation: every result becomes a view, every format reads only that."""
