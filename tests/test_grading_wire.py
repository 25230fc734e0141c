"""The wire: every kind of value comes back as it went, and a refusal says what to do."""

import collections
import decimal
import enum
import functools
import io
import math
import pathlib
import subprocess
import sys
import zoneinfo

import altair as alt
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wire_values import BARS, CHARTS, FRAME, KEPT, Point, same, there

from nexus.grading import wire

SETTINGS = settings(deadline=None, max_examples=100, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", KEPT)
def test_a_value_comes_back_as_it_went(name):
    same(KEPT[name], there(KEPT[name]))


def test_arrays_and_frames_that_come_back_can_be_changed():
    array, series = there(np.arange(3)), there(pd.Series([1.0, 2.0]))
    array[0], series.iloc[0] = 7, 7
    assert array.tolist() == [7, 1, 2] and series.tolist() == [7, 2]


class Colour(str):
    pass


REDUCED = {
    "named tuple": (Point(1, [2]), (1, [2])),
    "defaultdict": (collections.defaultdict(list, a=[1]), {"a": [1]}),
    "ordered dict": (collections.OrderedDict([("b", 1), (2, 2)]), {"b": 1, 2: 2}),
    "numpy text": (np.str_("a"), "a"),
    "numpy bytes": (np.bytes_(b"a"), b"a"),
    "matrix": (np.asmatrix([[1, 2]]), np.array([[1, 2]])),
    "big-endian": (np.array([1, 2], ">i4"), np.array([1, 2], "i4")),
    "path of this system": (pathlib.Path("a/b"), pathlib.PurePosixPath("a/b")),
    "text as keys": ({Colour("red"): Colour("x")}, {"red": "x"}),
}


@pytest.mark.parametrize("name", REDUCED)
def test_a_special_kind_comes_back_as_the_plain_one(name):
    value, plain = REDUCED[name]
    same(plain, there(value))


def test_a_frequency_without_a_name_or_of_very_many_dates_is_dropped_the_dates_stay():
    two_months = pd.date_range("2024", periods=3, freq=pd.DateOffset(months=2))
    for moments in (two_months, pd.date_range("2024", periods=20_001, freq="h")):
        assert there(moments).equals(moments) and there(moments).freq is None


def test_attrs_are_dropped():
    frame = FRAME.copy()
    frame.attrs["secret"] = 1
    assert there(frame).attrs == {}


# Refusals


def itself():
    value = []
    value.append(value)
    return value


def deep(depth):
    return functools.reduce(lambda inner, _: [inner], range(depth), 1)


def wide():
    value = [1] * 10
    for _ in range(6):
        value = [value] * 10
    return value


class Own:
    pass


class Level(enum.IntEnum):
    LOW = 1


REFUSED = {
    "generator": (lambda: (x for x in []), "wrap it in list"),
    "map": (lambda: map(str, []), "wrap it in list"),
    "iterator": (lambda: iter([1]), "wrap it in list"),
    "dict view": (lambda: {}.keys(), "wrap it in list"),
    "deque": (lambda: collections.deque([1]), "wrap it in list"),
    "group-by": (lambda: FRAME.groupby("n"), "add .sum()"),
    "series group-by": (lambda: FRAME.groupby("n").x, "add .sum()"),
    "rolling": (lambda: FRAME.x.rolling(2), "add .mean()"),
    "styler": (lambda: FRAME.style, "without .style"),
    "module": (lambda: math, "module"),
    "class": (lambda: Own, "class"),
    "object": (lambda: [Own()], "class Own"),
    "enum": (lambda: Level.LOW, ".value"),
    "file": (lambda: io.StringIO(), "open file"),
    "slice": (lambda: slice(1), "slice"),
    "lambda": (lambda: lambda: 1, "call it"),
    "builtin": (lambda: len, "call it"),
    "offset": (lambda: pd.offsets.MonthEnd(), "dates"),
    "exception": (lambda: ValueError("x"), "str(...)"),
    "itself": (itself, "contain itself"),
    "frame in itself": (lambda: hide_in_frame(), "contain itself"),
    "deep": (lambda: deep(60), "flatter"),
    "deeper than Python": (lambda: deep(100_000), "flatter"),
    "wide": (wide, "300,000 values"),
    "many": (lambda: ["a"] * 300_001, "300,000 values"),
    "large": (lambda: "x" * 17_000_000, "16 MB"),
    "large array": (lambda: np.broadcast_to(0, (10**6, 10**6)), "16 MB"),
    "digits": (lambda: 10**3000, "digits"),
    "digits among others": (lambda: [1, 10**3000], "digits"),
    "decimal": (lambda: decimal.Decimal("1E+99999"), "Decimal"),
    "range": (lambda: range(10**7), "range"),
    "masked array": (lambda: np.ma.masked_array([1], [True]), "filled"),
    "record array": (lambda: np.zeros(1, "i4,f4"), "unusual"),
    "sparse": (lambda: pd.Series(pd.arrays.SparseArray([0, 1])), "astype"),
    "categories": (lambda: pd.Series(range(20_001)).astype("category"), "categories"),
    "categories in all": (lambda: [pd.Series(range(9_000)).astype("category")] * 3, "categories"),
    "levels": (lambda: pd.MultiIndex.from_arrays([range(15_000)] * 2), "reset_index"),
    "rows": (lambda: pd.DataFrame(index=range(3_000_000)), "16 MB"),
    "chart": (lambda: alt.Chart(FRAME).mark_bar().encode(x="nobody"), "Altair"),
}


def hide_in_frame():
    frame = pd.DataFrame({"a": [None]}, dtype=object)
    frame.at[0, "a"] = frame
    return frame


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_names_the_remedy(name):
    make, words = REFUSED[name]
    with pytest.raises(wire.Refused, match="(?s)" + words.replace(".", r"\.").replace("(", r"\(").replace(")", r"\)")):
        wire.dumps(make())


def test_what_is_within_the_limits_passes():
    same(there(deep(39)), deep(39))
    same(
        there(functools.reduce(lambda inner, _: [inner], range(38), FRAME)),
        functools.reduce(lambda inner, _: [inner], range(38), FRAME),
    )
    with pytest.raises(wire.Refused):  # by the sender, not only the receiver
        wire.dumps(functools.reduce(lambda inner, _: [inner], range(40), FRAME))
    assert len(there(["a"] * 299_999)) == 299_999
    assert there("," * 3_000_000) == "," * 3_000_000  # commas in text are not values
    assert there(pd.DataFrame({"a": np.zeros(1_000_000)})).shape == (1_000_000, 1)


# Functions


def test_functions_pass_through_the_hooks():
    about = {"name": "f", "number": 3}
    data = wire.dumps({"f": len, "x": [max]}, lambda function: {**about, "name": function.__name__})
    got = wire.loads(data, lambda known: (known["name"], known["number"]))
    assert got == {"f": ("len", 3), "x": [("max", 3)]}
    with pytest.raises(wire.Malformed):
        wire.loads(data)


def test_a_hook_may_refuse_and_may_fail():
    def refuse(function):
        raise wire.Refused("not this one")

    with pytest.raises(wire.Refused, match="not this one"):
        wire.dumps([len], refuse)
    with pytest.raises(wire.Malformed):
        wire.loads(wire.dumps(len, lambda function: {}), lambda about: about["name"])


# Charts


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_comes_back_with_its_spec(name):
    chart = CHARTS[name]
    got = there(chart)
    assert type(got) is type(chart) and got.to_dict() == chart.to_dict()
    assert wire.canonical(got) == wire.canonical(chart)


def test_a_chart_keeps_its_table_and_parts():
    got = there(BARS)
    same(got.data, FRAME)
    assert got.mark.type == "bar" and got.encoding.x.field == "n" and got.encoding["y"]["sort"] == "-x"
    assert (got + got).to_dict()["layer"] and got.properties(title="new").to_dict()["title"] == "new"
    same(there(BARS + BARS.mark_text()).data, FRAME)


def test_a_chart_of_many_rows_passes():
    many = pd.DataFrame({"a": np.arange(20_000)})
    same(there(alt.Chart(many).mark_point().encode(x="a")).data, many)


def test_values_without_charts_do_not_import_altair_or_pyarrow():
    code = """
import sys
import pandas as pd
from nexus.grading import wire
wire.canonical(wire.loads(wire.dumps([pd.DataFrame({"a": ["x"]}), pd.Series([1]), {1: object}.keys().__len__()])))
print(*{"altair", "pyarrow", "jinja2"} & set(sys.modules))
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


# Any nested value

TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
KEYS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), TEXT, st.binary(max_size=6), st.fractions(), st.dates(),
    st.decimals(allow_nan=False).filter(lambda x: abs(x.as_tuple().exponent) < 3000 if x.is_finite() else True),
)  # fmt: skip
ZONES = st.none() | st.timezone_keys(allow_prefix=False).map(zoneinfo.ZoneInfo)
SCALARS = KEYS | st.complex_numbers() | st.datetimes(timezones=ZONES) | st.times() | st.timedeltas()
PLAIN = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(TEXT | KEYS, inner, max_size=4)
        | st.frozensets(KEYS, max_size=4)
        | st.sets(KEYS, max_size=4)
    ),
    max_leaves=20,
)
SMALL = st.integers(-(2**31), 2**31 - 1)


@st.composite
def columns(draw, size):
    def some(strategy):
        return draw(st.lists(strategy, min_size=size, max_size=size))

    kind = draw(st.sampled_from(["f8", "i4", "bool", "str", "object", "M8[us]", "m8[s]", "category", "Int64", "string", "tz"]))
    if kind == "tz":
        return pd.array(some(SMALL), dtype="i8").to_numpy().view("M8[s]"), "datetime64[s, Europe/Paris]"
    values = {
        "f8": st.floats(), "bool": st.booleans(), "str": TEXT | st.none(), "object": PLAIN, "Int64": SMALL | st.none(),
        "category": st.sampled_from("abc") | st.none(), "string": TEXT | st.none(),
    }  # fmt: skip
    return some(values.get(kind, SMALL)), kind


@st.composite
def series(draw, size=None):
    size = draw(st.integers(0, 4)) if size is None else size
    values, kind = draw(columns(size))
    if kind == "object":
        array = np.empty(size, dtype=object)
        array[:] = [values[place] if not isinstance(values[place], list) else tuple(values[place]) for place in range(size)]
        return pd.Series(array, dtype=object)
    if kind[:2] in ("M8", "m8"):
        return pd.Series(np.array(values, "i8").view(kind))
    return pd.Series(values, dtype=kind) if not kind.startswith("date") else pd.Series(values).dt.tz_localize("UTC").astype(kind)


@st.composite
def frames(draw):
    size = draw(st.integers(0, 4))
    made = draw(st.lists(series(size), max_size=4))
    frame = pd.concat(made, axis=1) if made else pd.DataFrame(index=range(size))
    names = st.lists(TEXT | SMALL | st.none(), min_size=len(made), max_size=len(made))
    frame.columns = pd.Index(draw(names), dtype=object, name=draw(st.none() | TEXT))
    return frame


@SETTINGS
@given(PLAIN)
def test_any_plain_value_comes_back(value):
    same(value, there(value))
    assert wire.canonical(value) == wire.canonical(there(value))


@SETTINGS
@given(series() | frames())
def test_any_series_or_frame_comes_back(value):
    same(value, there(value))
    assert wire.canonical(value) == wire.canonical(there(value))
