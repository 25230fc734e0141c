"""Values for the tests of the wire, and what it means that two are the same."""

import collections
import datetime
import decimal
import fractions
import math
import pathlib
import zoneinfo

import altair as alt
import numpy as np
import pandas as pd

from nexus.grading import wire

PARIS = zoneinfo.ZoneInfo("Europe/Paris")
Point = collections.namedtuple("Point", "x y")


def same(a, b):
    """Equal in type and value, down to the type of every cell, NaN being NaN and -0.0 not 0.0."""
    assert type(a) is type(b), (type(a), type(b))
    if isinstance(a, pd.DataFrame):
        pd.testing.assert_frame_equal(a, b, check_exact=True, check_column_type=True, check_index_type=True, check_freq=True)
        same(a.columns, b.columns)
        for place in range(a.shape[1]):
            same(a.iloc[:, place], b.iloc[:, place])
    elif isinstance(a, pd.Series):
        pd.testing.assert_series_equal(a, b, check_exact=True, check_index_type=True, check_freq=True)
        same(a.index, b.index)
        cells(a, b)
    elif isinstance(a, pd.Index):
        pd.testing.assert_index_equal(a, b, exact=True, check_exact=True)
        assert getattr(a, "freq", None) == getattr(b, "freq", None) and list(a.names) == list(b.names)
        cells(a, b)
    elif isinstance(a, (np.ndarray, pd.api.extensions.ExtensionArray)):
        assert a.dtype == b.dtype and a.shape == b.shape
        if getattr(a, "shape", None) == ():
            assert repr(a) == repr(b)
        else:
            cells(a, b)
    elif isinstance(a, (list, tuple)):
        assert len(a) == len(b)
        for one, other in zip(a, b, strict=True):
            same(one, other)
    elif isinstance(a, dict):
        same(list(a.items()), list(b.items()))
    elif isinstance(a, (set, frozenset)):
        same(sorted(a, key=repr), sorted(b, key=repr))
    else:
        assert repr(a) == repr(b)
        assert getattr(a, "dtype", None) == getattr(b, "dtype", None) and getattr(a, "fold", 0) == getattr(b, "fold", 0)


def cells(a, b):
    assert a.dtype == b.dtype
    for one, other in zip(list(a), list(b), strict=True):
        same(one, other)


def there(value):
    return wire.loads(wire.dumps(value))


FRAME = pd.DataFrame(
    {
        "n": [1, 2, 3],
        "x": [0.5, math.nan, -0.0],
        "t": ["a", None, "é"],
        "o": [1, "two", [3, None]],
        "d": pd.to_datetime(["2024-01-01", None, "2024-03-01"]),
        "c": pd.Categorical(["low", "high", None], ["low", "high"], ordered=True),
        "i": pd.array([1, None, 3], dtype="Int64"),
    }
)
DUPLICATE = pd.DataFrame([[1, "a"], [2, "b"]], columns=["k", "k"])
TUPLES = pd.MultiIndex.from_tuples([("a", 1), ("b", 2), (None, 1)], names=["letter", None])
KEPT = {
    "none": None,
    "booleans": [True, False],
    "integers": [0, -1, 2**70, -(10**2999)],
    "floats": [0.1, -0.0, math.inf, -math.inf, math.nan, 5e-324],
    "complex": [1j, complex(-0.0, math.inf)],
    "text": ["", "é\0\n", "\ud800", "\ud83d\ude00", "😀", '["l",[]]', ",[{" * 10],
    "bytes": [b"", b"\0\xff"],
    "decimals": [decimal.Decimal("1.50"), decimal.Decimal("-0"), decimal.Decimal("NaN"), decimal.Decimal("1E+3000")],
    "fractions": fractions.Fraction(-3, 7),
    "ranges": [range(3), range(10, 0, -3), range(0)],
    "dates": [datetime.date(1, 1, 1), datetime.time(23, 59, 59, 999999), datetime.time(1, tzinfo=datetime.UTC)],
    "datetimes": [
        datetime.datetime(2024, 1, 1, 12, 30, 1, 5),
        datetime.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=PARIS),
        datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=-5, minutes=-30))),
    ],
    "timedeltas": [datetime.timedelta(-1, 5, 7), datetime.timedelta.max],
    "timestamps": [
        pd.Timestamp("2024-01-01 10:00:00.123456789"),
        pd.Timestamp("2024-01-01", tz="Europe/Paris"),
        pd.Timestamp("2024-01-01", tz="UTC"),
        pd.Timestamp("2024-01-01").as_unit("s"),
    ],
    "spans": [pd.Timedelta("1D 2h"), pd.Timedelta(5, "s").as_unit("ms")],
    "periods": [pd.Period("2024-03", "M"), pd.Period("2024Q1", "Q-MAR"), pd.Period("2024-01-01", "W-TUE")],
    "intervals": [pd.Interval(0, 1, "left"), pd.Interval(pd.Timestamp("2024"), pd.Timestamp("2025"))],
    "missing": [pd.NaT, pd.NA],
    "numpy scalars": [np.bool_(True), np.int8(-3), np.uint64(2**64 - 1), np.float16(0.1), np.float32(0.1), np.float64(-0.0)],
    "more numpy scalars": [np.complex64(1j), np.datetime64("2024-01", "M"), np.timedelta64(3, "h"), np.datetime64("NaT", "s")],
    "arrays": [np.arange(6).reshape(2, 3), np.array(1.5), np.zeros((0, 3)), np.array([True, False]), np.arange(4.0)[::-2]],
    "arrays of dates": [np.array(["2024-01", "NaT"], "M8[M]"), np.array([1, 2], "m8[us]")],
    "arrays of text": [np.array(["a", "bcd"]), np.array([["", "\ud800"]]), np.array("x")],
    "arrays of objects": [np.array([1, "a", None, [1, 2]], dtype=object), np.array([[{}, (1,)]], dtype=object)[..., :1]],
    "containers": [[], (), {}, set(), frozenset(), [[1], (2, [3])], {1, "a", (2, 3)}, frozenset({frozenset({1})})],
    "dicts": [{"b": 1, "a": {}}, {1: "x", None: 2, (1, "y"): 3.5, "z": 4}, {pd.Timestamp("2024"): 1, np.int64(2): 2}],
    "counter": collections.Counter("abca"),
    "path": pathlib.PurePosixPath("data/x.csv"),
    "series": [FRAME[name] for name in FRAME],
    "named series": [pd.Series([1, 2], name=("a", 1)), pd.Series([1, 2], name=3, index=[0.5, 1.5]), pd.Series([], dtype=float)],
    "series of float16": pd.Series(np.array([1, 2], "f2")),
    "series of complex": pd.Series([1j, 2]),
    "series of objects": pd.Series(["a", "b"], dtype=object),
    "series of string": pd.Series(["a", None], dtype="string"),
    "masked": [pd.Series([1, None], dtype=kind) for kind in ("Int8", "UInt64", "Float32", "boolean")],
    "frame": FRAME,
    "frames": [pd.DataFrame(), pd.DataFrame(index=range(3)), pd.DataFrame(columns=["a", "b"]), DUPLICATE],
    "frame of objects": pd.DataFrame({"a": ["x", "y"]}, dtype=object),
    "frame by groups": FRAME.groupby("t").agg({"n": ["sum", "max"], "x": ["mean"]}),
    "pivot": FRAME.pivot_table(index="n", columns="c", values="x", observed=False),
    "frame with dates": FRAME.set_index("d"),
    "frame without names": pd.DataFrame(np.arange(6).reshape(2, 3)),
    "indexes": [pd.RangeIndex(2, 20, 3, name="r"), pd.Index([1, 2]), pd.Index(["a", None], name="n"), pd.Index([1, "a"])],
    "more indexes": [pd.Index([True, False]), pd.Index(["a"], dtype=object), pd.Index([1, None], dtype="Int64"), TUPLES],
    "moments": [
        pd.date_range("2024", periods=3, freq="MS"),
        pd.date_range("2024-03-30", periods=3, freq="D", tz="Europe/Paris", unit="ns"),
        pd.date_range("2024", periods=4, freq="W-TUE"),
        pd.date_range("2024", periods=3, freq="SMS"),
        pd.date_range("2024", periods=3, freq="WOM-2MON")[::-1],
        pd.DatetimeIndex(["2024-01-01", None], name="when"),
        pd.timedelta_range(0, periods=3, freq="h"),
    ],
    "period index": [pd.period_range("2024", periods=3, freq="M"), pd.PeriodIndex(["2024", None], freq="Y")],
    "interval index": [pd.interval_range(0, 3, closed="both"), pd.cut(pd.Series([1, 5, 9]), 3)],
    "category index": pd.CategoricalIndex(["a", "b"], ["b", "a"]),
    "pandas arrays": [pd.Categorical(["a", None]), pd.array([1, None]), pd.array(["a", None]), pd.array([1.5], dtype="f8")],
    "more pandas arrays": [pd.date_range("2024", periods=2).array, pd.period_range("2024", periods=2, freq="D").array],
    "unsent": wire.Unsent("a generator; wrap it in list(...)"),
}

BARS = alt.Chart(FRAME).mark_bar().encode(x="n:Q", y=alt.Y("t", sort="-x"), tooltip=["n", "t"])
LINES = alt.Chart(FRAME.assign(z=1)).mark_line().encode(x="z", y="x")
BRUSH = alt.selection_interval()
CHARTS = {
    "plain": BARS,
    "layered": BARS + BARS.mark_text().encode(text="n"),
    "two tables": BARS + LINES,
    "side by side": BARS | LINES,
    "above": BARS & (BARS | LINES),
    "concatenated": alt.concat(BARS, BARS, columns=2),
    "faceted": BARS.facet("c:N"),
    "facet of layers": alt.layer(BARS, BARS.mark_text(), data=FRAME).facet(row="c:N"),
    "repeated": BARS.encode(x=alt.X(alt.repeat("column"), type="quantitative")).repeat(column=["n", "x"]),
    "brushed": BARS.add_params(BRUSH) | LINES.transform_filter(BRUSH),
    "brushed layers": alt.layer(BARS.add_params(BRUSH), BARS.mark_rule()),
    "themed": BARS.properties(title="t", usermeta={"tables": ["a"]}).configure_axis(grid=False),
    "address": alt.Chart("https://example.org/x.csv").mark_bar().encode(x="a:Q"),
    "inline": alt.Chart(alt.InlineData(values=[{"a": 1}, {"a": 2}])).mark_bar().encode(x="a:Q"),
    "inline dict": alt.Chart({"values": [{"a": 1}]}).mark_bar().encode(x="a:Q"),
    "looked up": BARS.transform_lookup(lookup="n", from_=alt.LookupData(FRAME[["n", "x"]], key="n", fields=["x"])),
    "no data": alt.Chart().mark_text().encode(text=alt.value("x")),
}
