"""Documents as text: reading files, one form for all scripts and widths, clauses, numbers and their words."""
