"""The golden pictures of the papers."""

from __future__ import annotations

import pytest

from pictures import same_picture


@pytest.fixture
def golden():
    """Compare a picture with its golden one: golden(name, image)."""
    return lambda name, image: same_picture(f"typeset/{name}", image)
