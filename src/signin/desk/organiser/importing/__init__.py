"""The organiser's screen on which a roster comes in from a file, and goes out again."""
