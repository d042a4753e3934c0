"""The command line: one module a command, options shared by all in one place."""
