"""The counts of an event, drawn and in numbers."""
