"""The golden pictures of the papers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops

GOLDENS = Path(__file__).parent.parent / "goldens" / "typeset"


def same_picture(name: str, image: Image.Image) -> None:
    """Compare with the golden picture; SIGNIN_GOLDENS=write makes a new one.

    Tolerance: another rasteriser may shade edges otherwise, so 1 grey level of 255 in the mean, and one pixel
    in a thousand far off. A mark that moved by half its height is more than that on these small sheets.
    """
    path = GOLDENS / f"{name}.png"
    if os.environ.get("SIGNIN_GOLDENS") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path, optimize=True)
    with Image.open(path) as file:
        golden = file.convert("L")
    assert golden.size == image.size
    histogram = ImageChops.difference(golden, image).histogram()
    pixels = sum(histogram)
    assert sum(grey * count for grey, count in enumerate(histogram)) / pixels < 1.0, name
    assert sum(histogram[96:]) / pixels < 0.001, name


@pytest.fixture
def golden():
    return same_picture
