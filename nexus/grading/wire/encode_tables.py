"""The encoder's part for numpy and pandas."""

import binascii

import numpy as np
import pandas as pd

from nexus.grading.wire import refuse, zones
from nexus.grading.wire.common import COSTS, FREQ, LIMITS, MASKED_DATA, NAMES, Refused


def _base64(array):
    if array.nbytes > LIMITS.bytes:
        raise Refused(refuse.LARGE)
    return binascii.b2a_base64(array.tobytes(), newline=False).decode("ascii")


# numpy


def _scalar(enc, x):
    name = NAMES.get(x.dtype)
    if name is None:
        raise Refused(refuse.remedy(x))
    return ["n", name, _base64(x)]


def _array(enc, x):
    dtype, shape = x.dtype, list(x.shape)
    if dtype in NAMES:
        return ["a", NAMES[dtype], shape, _base64(x)]
    if dtype.kind == "O":
        return ["a", "O", shape, enc.values(x.ravel().tolist())]
    if dtype.kind == "U" and x.nbytes <= 4 * LIMITS.bytes:
        return ["a", "U", shape, enc.values(x.ravel().tolist()), dtype.itemsize // 4]
    if dtype.kind in "iufcMm" and not dtype.isnative and dtype.newbyteorder("=") in NAMES:
        return _array(enc, x.astype(dtype.newbyteorder("=")))
    raise Refused("an array of an unusual kind; use numbers, dates, text or objects")


# A column: the values of a Series, an index or a column of a frame


def _column(enc, x):
    """Of a Series, an index or an array of pandas."""
    dtype = x.dtype
    if isinstance(dtype, np.dtype):
        array = x.to_numpy()
        if dtype in NAMES:
            return [NAMES[dtype], _base64(array)]
        if dtype.kind == "O":
            return ["O", enc.values(array.tolist())]
    elif encode := _COLUMNS.get(id(type(dtype))):
        return encode(enc, getattr(x, "array", x), dtype)
    raise Refused("a column of an unusual kind; use .astype(...) to make it numbers, dates or text")


def _masked(enc, x, dtype):
    kind = MASKED_DATA[dtype.name]
    return [dtype.name, _base64(x.to_numpy(kind, na_value=kind.type(0))), _base64(x.isna())]


def _strings(enc, x, dtype):
    items = x.to_numpy(object).tolist()
    missing = dtype.na_value
    return ["str" if missing is np.nan else "string", enc.values([None if v is missing else v for v in items])]


def _categories(enc, x, dtype):
    enc.distinct -= len(dtype.categories)
    if enc.distinct < 0:
        raise Refused(f"more than {LIMITS.distinct:,} categories; use .astype(object)")
    return ["cat", NAMES[x.codes.dtype], _base64(x.codes), _index(enc, dtype.categories), bool(dtype.ordered)]


_COLUMNS = {
    id(pd.StringDtype): _strings,
    id(pd.CategoricalDtype): _categories,
    id(pd.DatetimeTZDtype): lambda enc, x, dtype: ["tz", dtype.unit, zones.encode(dtype.tz), _base64(x.asi8)],
    id(pd.PeriodDtype): lambda enc, x, dtype: ["P", dtype.name[7:-1], _base64(x.asi8)],
    id(pd.IntervalDtype): lambda enc, x, dtype: ["I", dtype.closed, _index(enc, x.left), _index(enc, x.right)],
    **{id(type(pd.api.types.pandas_dtype(name))): _masked for name in MASKED_DATA},
}


def _index(enc, x):
    enc.enter()
    found = _index_parts(enc, x)
    enc.spend(COSTS[found[0]])
    enc.depth -= 1
    return found


def _index_parts(enc, x):
    kind = type(x)
    if kind is pd.RangeIndex:
        if len(x) > LIMITS.rows:
            raise Refused(refuse.LARGE)
        return ["ri", x.start, x.stop, x.step, enc.value(x.name)]
    if kind is pd.MultiIndex:
        return _multi(enc, x)
    if id(kind) not in _INDEXES:
        raise Refused(refuse.remedy(x))
    return ["ix", _column(enc, x), enc.value(x.name), _freq(enc, x) if kind in _SPACED else None]


def _freq(enc, x):
    """The name of a frequency; one without a name, or of a very long index, is dropped, and the dates stay."""
    if x.freq is None or len(x) > LIMITS.spaced:
        return None
    name = x.freq.freqstr
    if not FREQ.fullmatch(name) or pd.tseries.frequencies.to_offset(name) != x.freq:
        return None
    enc.spend(len(x))
    return name


def _multi(enc, x):
    enc.distinct -= sum(map(len, x.levels))
    if enc.distinct < 0:
        raise Refused(f"an index of more than {LIMITS.distinct:,} different values; use .reset_index()")
    levels = [_index(enc, level) for level in x.levels]
    codes = [[NAMES[code.dtype], _base64(code)] for code in x.codes]
    return ["mi", levels, codes, enc.values(list(x.names))]


def _series(enc, x):
    return ["s", _column(enc, x), _index(enc, x.index), enc.value(x.name)]


def _frame(enc, x):
    enc.spend(COSTS["column"] * len(x.columns))
    columns = [_column(enc, column) for _, column in x.items()]
    return ["f", _index(enc, x.index), _index(enc, x.columns), columns]


# Where a Series or a frame keeps its attributes, whatever its class says about `__dict__`.
_state = next(vars(kind)["__dict__"] for kind in pd.DataFrame.__mro__ if "__dict__" in vars(kind)).__get__


def _like_series(enc, x):
    manager = _state(x)["_mgr"]
    series = pd.Series._from_mgr(manager, manager.axes)
    return ["s", _column(enc, series), _index(enc, series.index), enc.value(_state(x).get("_name"))]


def _like_frame(enc, x):
    manager = _state(x)["_mgr"]
    return _frame(enc, pd.DataFrame._from_mgr(manager, manager.axes))


def _period(enc, x):
    return ["P", x.ordinal, x.freqstr]


def _interval(enc, x):
    return ["I", enc.value(x.left), enc.value(x.right), x.closed]


_INDEX_KINDS = (
    pd.Index, pd.RangeIndex, pd.MultiIndex, pd.CategoricalIndex, pd.DatetimeIndex, pd.TimedeltaIndex, pd.PeriodIndex,
    pd.IntervalIndex,
)  # fmt: skip
_SPACED = (pd.DatetimeIndex, pd.TimedeltaIndex)
_INDEXES = {id(kind) for kind in _INDEX_KINDS}
_SCALARS = (
    np.bool_, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64, np.float16, np.float32,
    np.float64, np.complex64, np.complex128, np.datetime64, np.timedelta64, np.longlong, np.ulonglong,
)  # fmt: skip
_ARRAYS = (
    pd.Categorical, pd.arrays.ArrowStringArray, pd.arrays.BooleanArray, pd.arrays.DatetimeArray, pd.arrays.FloatingArray,
    pd.arrays.IntegerArray, pd.arrays.IntervalArray, pd.arrays.PeriodArray,
    pd.arrays.StringArray, pd.arrays.TimedeltaArray,
)  # fmt: skip

SUBCLASSED = {
    np.ndarray: lambda enc, x: _array(enc, np.ndarray.view(x, np.ndarray)),
    pd.DataFrame: _like_frame,
    pd.Series: _like_series,
}
EXACT = {
    **dict.fromkeys(_SCALARS, _scalar),
    **dict.fromkeys(_INDEX_KINDS, _index_parts),
    **dict.fromkeys(_ARRAYS, lambda enc, x: ["e", _column(enc, x)]),
    pd.arrays.NumpyExtensionArray: lambda enc, x: ["e", _column(enc, pd.Series(x.to_numpy()))],
    np.ndarray: _array,
    pd.DataFrame: _frame,
    pd.Series: _series,
    pd.Timestamp: lambda enc, x: ["ts", int(x.asm8.view("i8")), x.unit, zones.encode(x.tzinfo)],
    pd.Timedelta: lambda enc, x: ["TD", int(x.asm8.view("i8")), x.unit],
    pd.Period: _period,
    pd.Interval: _interval,
    type(pd.NaT): lambda enc, x: ["NaT"],
    type(pd.NA): lambda enc, x: ["NA"],
}
