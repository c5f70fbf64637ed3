"""The window, and the only Qt."""
