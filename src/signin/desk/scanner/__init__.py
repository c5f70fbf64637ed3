"""The scanner: a keyboard that types fast, in whatever layout the computer has, wherever the focus is."""
