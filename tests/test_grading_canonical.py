"""canonical: one text for what teaching treats as the same, another for what it tells apart."""

import collections
import datetime
import decimal
import fractions
import math
import pathlib

import numpy as np
import pandas as pd
import pytest
from wire_values import CHARTS, KEPT, Point, there

from nexus.grading import wire

ALIKE = {
    "one": [1, 1.0, np.int64(1), np.float32(1), decimal.Decimal(1), fractions.Fraction(1), 1 + 1e-12],
    "zero": [0, 0.0, -0.0, np.float64(-0.0)],
    "third": [1 / 3, fractions.Fraction(1, 3), 0.33333333333],
    "large": [10**400, decimal.Decimal(10) ** 400],
    "blank": [None, math.nan, pd.NaT, pd.NA, np.float64("nan"), np.datetime64("NaT"), decimal.Decimal("NaN")],
    "true": [True, np.bool_(True)],
    "false": [False],
    "infinite": [math.inf, np.float32("inf")],
    "text one": ["1", np.str_("1")],
    "list": [[1, None], [1.0, math.nan]],
    "tuple": [(1, None), Point(1, math.nan)],
    "dict": [{"a": 1, "b": 2}, {"b": 2.0, "a": 1}, collections.Counter(a=1, b=2)],
    "set": [{1, 2}, frozenset([2, 1])],
    "array": [np.array([1, 2]), np.array([1.0, 2.0]), np.array([1, 2], dtype=object)],
    "table of numbers": [np.array([[1, 2]])],
    "series": [pd.Series([1, 2]), pd.Series([1.0, 2.0], name="x"), pd.Series([1, 2], dtype="Int64")],
    "series elsewhere": [pd.Series([1, 2], index=[1, 2])],
    "series of text": [pd.Series(["a", None]), pd.Series(["a", None], dtype="string"), pd.Series(["a", None], dtype=object)],
    "series of categories": [pd.Series(["a", "b"], dtype="category"), pd.Series(["a", "b"])],
    "index": [pd.Index([0, 1]), pd.RangeIndex(2), pd.Index([0.0, 1.0], name="n")],
    "frame": [pd.DataFrame({"a": [1], "b": ["x"]}), pd.DataFrame({"a": [1.0], "b": pd.Series(["x"], dtype=object)})],
    "frame in another order": [pd.DataFrame({"b": ["x"], "a": [1]})],
    "moment": [pd.Timestamp("2024"), datetime.datetime(2024, 1, 1), np.datetime64("2024-01-01")],
    "day": [datetime.date(2024, 1, 1)],
    "span": [pd.Timedelta("1D"), datetime.timedelta(1), np.timedelta64(24, "h")],
    "path": [pathlib.PurePosixPath("a"), pathlib.Path("a")],
    "unsent": [wire.Unsent("a generator; wrap it in list(...)")],
    "other unsent": [wire.Unsent("a function")],
    "quoted": [["a','b"]],
    "two texts": [["a", "b"]],
}


@pytest.mark.parametrize("name", ALIKE)
def test_canonical_tells_apart_what_teaching_does(name):
    texts = {wire.canonical(value) for value in ALIKE[name]}
    others = {wire.canonical(value) for other, values in ALIKE.items() if other != name for value in values}
    assert len(texts) == 1 and not texts & others


def test_canonical_of_functions_equals_nothing_else():
    assert wire.canonical(len) == wire.canonical(len) != wire.canonical(max)


@pytest.mark.parametrize("name", {**KEPT, **CHARTS})
def test_canonical_is_the_same_on_both_sides_of_the_wire(name):
    value = KEPT[name] if name in KEPT else CHARTS[name]
    assert wire.canonical(there(value)) == wire.canonical(value)
