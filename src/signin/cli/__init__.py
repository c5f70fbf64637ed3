"""The same services without a window: commands in, answers or one JSON object out, failures as exit codes."""

from signin.cli.running import fail, run

__all__ = ["fail", "run"]
