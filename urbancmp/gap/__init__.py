"""Progress towards targets: one engine, methods as data, every rating with its inputs and its reason.

`assess` rates one target, `select.gap` rates every target of a table of figures; both run the same
expressions. `methods` and `words` are plain data and cost nothing to import; the rest needs polars.
"""
