"""How a picture is compared with its golden one."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image, ImageChops

GOLDENS = Path(__file__).parent / "goldens"


def same_picture(name: str, image: Image.Image, *, moved: float = 0.001) -> None:
    """Compare with the golden picture of a name; SIGNIN_GOLDENS=write makes a new one.

    Tolerance: another rasteriser may shade edges otherwise, so 1 grey level of 255 in the mean, and `moved` as the
    share of pixels that are far off. A mark that moved by half its height is more than that on small pictures.
    """
    path = GOLDENS / f"{name}.png"
    if os.environ.get("SIGNIN_GOLDENS") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path, optimize=True)
    with Image.open(path) as file:
        golden = file.convert("L")
    assert golden.size == image.size, name
    histogram = ImageChops.difference(golden, image).histogram()
    pixels = sum(histogram)
    assert sum(grey * count for grey, count in enumerate(histogram)) / pixels < 1.0, name
    assert sum(histogram[64:]) / pixels < moved, name
