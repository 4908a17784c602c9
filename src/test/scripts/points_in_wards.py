"""Says in which wards of two files of boundaries a few points lie, and how many points of a grid lie in any.

    python3 src/test/scripts/points_in_wards.py ../shared/data/boundaries

It shares no code with the project: a point lies in a ward where a ray from it crosses the ward's rings an odd number of times.
"""

import json
import sys

POINTS = [(-2.3515, 53.3870), (-2.2913, 53.4631), (-2.3165, 53.4243), (-2.4270, 53.4200), (-2.2446, 53.4794)]


def rings(geometry):
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def inside(x, y, all_rings):
    odd = False
    for ring in all_rings:
        for (x1, y1, *_), (x2, y2, *_) in zip(ring, ring[1:]):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


def load(file):
    with open(file, encoding="utf-8") as f:
        return [(each["properties"]["area_code"], rings(each["geometry"])) for each in json.load(f)["features"]]


def main(folder):
    for year in ("2017", "2023"):
        wards = load(f"{folder}/trafford-wards-{year}.geojson")
        for x, y in POINTS:
            print(year, x, y, *[code for code, shape in wards if inside(x, y, shape)])
        grid = [(round(-2.48 + 0.23 * i / 9, 4), round(53.35 + 0.13 * j / 9, 4)) for i in range(10) for j in range(10)]
        print(year, "grid", sum(inside(x, y, shape) for x, y in grid for _, shape in wards))


main(sys.argv[1])
