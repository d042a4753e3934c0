"""The checks of `urbancmp check`: consistency of the table, proof against the documents, explanations of codes."""
