"""Meeting registration for Lao offices."""

__version__ = "0.1.0"
