"""What the fields of a record say, as statements look for it: the values as people read them, not as JSON."""

from __future__ import annotations

import json
from typing import Any

NAME = "record_texts"
"""What the function is called in a statement; it takes a record's fields as they are stored."""
_UNSAID = frozenset({"scan", "seal", "replaces"})
"""Fields that hold ids and digests, in which any few letters would be found."""


def make_known(connection: Any) -> None:  # noqa: ANN401 - the driver's own connection
    """Let a connection's statements ask for it."""
    connection.create_function(NAME, 1, _texts, deterministic=True)


def _texts(stored: object) -> str:
    """Give all that the fields were and are, each on a line; nothing where they were edited to be none."""
    try:
        fields = json.loads(stored)  # type: ignore[arg-type]  # whatever stands in the row
        pairs = [pair for name, pair in fields.items() if name not in _UNSAID]
        return "\n".join(text for pair in pairs for text in pair).encode(errors="ignore").decode()
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""
