"""From the globe to the page: the Equal Earth projection, which shows areas in proportion.

Source: Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of Geographical Information
Science 33 (2019).
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

WIDTH, HEIGHT = 760, 340  # pixels
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT = sqrt(3) / 2
_ACROSS, _DOWN = 2.7066, 1.3173  # how far the projection reaches from its middle
_SOUTH = 0.09  # of its height, the sea and ice below all states, which is left out


def projected(longitude: float, latitude: float) -> tuple[int, int]:
    """The pixel of a point in degrees, from the upper left corner."""
    angle = asin(_ROOT * sin(radians(max(-90.0, min(90.0, latitude)))))
    square = angle * angle
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    x = radians(longitude) * cos(angle) / (_ROOT * slope)
    y = angle * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
    scale = HEIGHT / (2 * _DOWN * (1 - _SOUTH))
    return round(WIDTH / 2 + x * WIDTH / (2 * _ACROSS)), round((_DOWN - y) * scale)


@lru_cache(maxsize=512)
def path(rings: Sequence[Sequence[tuple[float, float]]]) -> str:
    """The rings as the data of an SVG path, in steps of whole pixels; rings without area are left out."""
    return "".join(_ring([projected(*point) for point in ring]) for ring in rings)


def _ring(points: list[tuple[int, int]]) -> str:
    kept = [points[0]]
    kept += [point for last, point in pairwise(points) if point != last]
    if len(set(kept)) < 3:
        return ""
    steps = [(x - before[0], y - before[1]) for before, (x, y) in pairwise(kept)]
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(f'{x} {y}' for x, y in steps)}z"
