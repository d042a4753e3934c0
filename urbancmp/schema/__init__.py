"""What the data file may hold: one table of fields that validates, builds the model and makes the JSON Schema."""
