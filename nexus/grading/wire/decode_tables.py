"""The decoder's part for numpy and pandas."""

import binascii
import math
from collections.abc import Callable

import numpy as np
import pandas as pd

from nexus.grading.wire import zones
from nexus.grading.wire.common import BUFFERS, CLOSED, COSTS, FREQ, LIMITS, MASKED, MASKED_DATA, STRINGS, UNITS

_BOOL, _INT = np.dtype(bool), np.dtype("i8")


def _buffer(dec, dtype, text, count=None):
    """A writable array from base64, of `count` items where that is known."""
    array = np.frombuffer(bytearray(binascii.a2b_base64(text)), dtype)
    if dtype is _BOOL:
        dec.need(not array.view("u1").max(initial=0) > 1)
    dec.need(count is None or len(array) == count)
    return array


def _objects(items):
    array = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):  # in one go numpy would look into lists of lists
        array[place] = item
    return array


def _freq(dec, text):
    dec.need(type(text) is str and FREQ.fullmatch(text))
    return text


# numpy


def _scalar(dec, name, data):
    return _buffer(dec, BUFFERS[name], data, 1)[0]


def _array(dec, name, shape, data, width=1):
    dec.exactly(int, *shape)
    dec.need(len(shape) <= 8 and all(0 <= size <= LIMITS.bytes for size in shape))
    count = math.prod(shape)
    if name in BUFFERS:
        return _buffer(dec, BUFFERS[name], data, count).reshape(shape)
    items = dec.values(data)
    dec.need(len(items) == count)
    if name == "O":
        return _objects(items).reshape(shape)
    dec.need(name == "U" and type(width) is int and 0 <= count * width <= LIMITS.bytes)
    dec.exactly(str, *items)
    return np.array(items, dtype=f"U{width}").reshape(shape)


# Columns


def _column(dec, column):
    kind, *parts = column
    if kind in BUFFERS:
        return _buffer(dec, BUFFERS[kind], *parts)
    return _COLUMNS[kind](dec, kind, *parts)


def _strings(dec, kind, items):
    items, dtype = dec.values(items), STRINGS[kind]
    array = _objects(items)
    gaps = [place for place, item in enumerate(items) if item is None]
    array[gaps] = dtype.na_value
    return pd.arrays.StringArray(array, dtype=dtype)  # it checks that the rest is text


def _masked(dec, kind, data, mask):
    data = _buffer(dec, MASKED_DATA[kind], data)
    return MASKED[kind](data, _buffer(dec, _BOOL, mask, len(data)))


def _distinct(dec, level):
    """An index whose values pandas will hash."""
    dec.distinct -= len(level)
    dec.need(dec.distinct >= 0)
    if level.dtype == object:
        dec.hashable(list(level))
    return level


def _categories(dec, kind, name, codes, categories, ordered):
    dec.exactly(bool, ordered)
    categories = _distinct(dec, _index(dec, categories))
    return pd.Categorical.from_codes(_buffer(dec, BUFFERS[name], codes), dtype=pd.CategoricalDtype(categories, ordered))


def _zoned(dec, kind, unit, tz, data):
    dec.need(unit in UNITS)
    index = pd.DatetimeIndex(_buffer(dec, BUFFERS[f"M8[{unit}]"], data), copy=False)
    return index.tz_localize("UTC").tz_convert(zones.decode(tz)).array


def _periods(dec, kind, freq, data):
    return pd.PeriodIndex.from_ordinals(_buffer(dec, _INT, data), freq=_freq(dec, freq)).array


def _intervals(dec, kind, closed, left, right):
    dec.need(closed in CLOSED)
    return pd.arrays.IntervalArray.from_arrays(_index(dec, left), _index(dec, right), closed=closed)


_COLUMNS: dict[str, Callable] = {
    "O": lambda dec, kind, items: _objects(dec.values(items)),
    **dict.fromkeys(STRINGS, _strings),
    **dict.fromkeys(MASKED, _masked),
    "cat": _categories,
    "tz": _zoned,
    "P": _periods,
    "I": _intervals,
}


# Indexes, Series and frames


def _index(dec, x):
    kind, *parts = x
    dec.enter()
    dec.spend(COSTS[kind])
    index = _INDEXES[kind](dec, *parts)
    dec.depth -= 1
    return index


def _range(dec, start, stop, step, name):
    dec.exactly(int, start, stop, step)
    dec.need(max(abs(start), abs(stop), abs(step)) < 2**63 and len(range(start, stop, step)) <= LIMITS.rows)
    return pd.RangeIndex(start, stop, step, name=dec.value(name))


def _plain(dec, column, name, freq):
    values = _column(dec, column)
    index = pd.Index(values, dtype=values.dtype, name=dec.value(name), copy=False)
    if freq is not None:
        dec.need(len(index) <= LIMITS.spaced)
        dec.spend(len(index))
        index.freq = _freq(dec, freq)  # pandas verifies it
    return index


def _multi(dec, levels, codes, names):
    levels = [_distinct(dec, _index(dec, level)) for level in levels]
    codes = [_buffer(dec, BUFFERS[name], data) for name, data in codes]
    return pd.MultiIndex(levels, codes, names=dec.values(names), verify_integrity=True)


_INDEXES: dict[str, Callable] = {"ri": _range, "ix": _plain, "mi": _multi}


def _series(dec, column, index, name):
    values = _column(dec, column)
    return pd.Series(values, _index(dec, index), dtype=values.dtype, name=dec.value(name), copy=False)


def _frame(dec, index, columns, data):
    index, columns = _index(dec, index), _index(dec, columns)
    dec.spend(COSTS["column"] * len(data))
    data = [_column(dec, column) for column in data]
    # Objects go in as a Series: of an array of texts pandas would make a column of text.
    data = [pd.Series(column, index, dtype=object, copy=False) if column.dtype == object else column for column in data]
    frame = pd.DataFrame(dict(enumerate(data)), index, copy=False)
    frame.columns = columns
    return frame


def _extension(dec, column):
    values = _column(dec, column)
    return pd.array(values, dtype=values.dtype, copy=False) if type(values) is np.ndarray else values


# Scalars


def _timestamp(dec, number, unit, tz):
    dec.exactly(int, number)
    dec.need(unit in UNITS)
    moment = pd.Timestamp(np.datetime64(number, unit))
    zone = zones.decode(tz)
    return moment if zone is None else moment.tz_localize("UTC").tz_convert(zone)


def _timedelta(dec, number, unit):
    dec.exactly(int, number)
    dec.need(unit in UNITS)
    return pd.Timedelta(np.timedelta64(number, unit))


def _period(dec, ordinal, freq):
    dec.exactly(int, ordinal)
    return pd.Period(ordinal=ordinal, freq=_freq(dec, freq))


def _interval(dec, left, right, closed):
    dec.need(closed in CLOSED)
    return pd.Interval(dec.value(left), dec.value(right), closed)


TAGS: dict[str, Callable] = {
    "n": _scalar,
    "a": _array,
    "e": _extension,
    "s": _series,
    "f": _frame,
    **_INDEXES,
    "ts": _timestamp,
    "TD": _timedelta,
    "P": _period,
    "I": _interval,
    "NaT": lambda dec: pd.NaT,
    "NA": lambda dec: pd.NA,
}
