"""canonical: one text for values that teaching treats as the same."""

import contextlib
import datetime
import decimal
import fractions
import json
import math
import pathlib
import sys

import numpy as np
import pandas as pd

from nexus.grading.wire.common import Unsent

BLANK = "blank"


def canonical(value):
    """The text of a value: equal texts mean that a course would not tell the two values apart.

    Numbers are compared to 9 digits whatever their type, but True is not 1. None, NaN, NaT and NA are all blank. A list,
    a tuple, an array, a Series and an Index differ from one another. Dtypes, the names of a Series and of an index, and
    the order of a dict or set do not count; the order of columns does. Functions equal nothing but themselves.
    """
    if type(value) in (int, float):  # most often
        return _number(value)
    if isinstance(value, str):
        return repr(str(value))
    if value is None or value is pd.NaT or value is pd.NA:
        return BLANK
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, (np.datetime64, np.timedelta64, datetime.datetime, datetime.timedelta)):
        return _time(value)
    if isinstance(value, (complex, np.complexfloating)):
        return f"complex({_number(value.real)},{_number(value.imag)})"
    if isinstance(value, (int, float, np.number, decimal.Decimal, fractions.Fraction)):
        return _number(value)
    for kind, text in _KINDS:
        if isinstance(value, kind):
            return text(value)
    altair = sys.modules.get("altair")
    if altair and isinstance(value, altair.TopLevelMixin):
        with contextlib.suppress(Exception):  # one that Altair cannot draw
            return f"chart{json.dumps(value.to_dict(validate=False), sort_keys=True, default=str)}"
    return f"{type(value).__name__}#{id(value)}"


def _items(values):
    if getattr(values, "dtype", None) in _REAL:
        return _reals(np.asarray(values))
    return f"[{','.join(map(canonical, values))}]"


def _reals(array):
    """As `_items`, for a whole column of numbers at once."""
    numbers = [f"{number:.9g}" for number in (array.astype("f8") + 0.0).tolist()]
    return f"[{','.join([BLANK if number == 'nan' else number for number in numbers])}]"


def _number(value):
    try:
        number = float(value)
    except OverflowError:
        return f"{decimal.Decimal(int(value)):.9g}"
    except ValueError:  # a signalling NaN
        return BLANK
    if math.isinf(number) and isinstance(value, decimal.Decimal) and value.is_finite():
        return f"{value:.9g}"
    return BLANK if math.isnan(number) else f"{number + 0.0:.9g}"


def _time(value):
    """A moment, or a span of time in seconds, whatever library it is from."""
    if pd.isna(value):
        return BLANK
    try:
        if isinstance(value, (np.timedelta64, datetime.timedelta)):
            return f"span:{pd.Timedelta(value).total_seconds():.9g}"
        return f"moment:{pd.Timestamp(value).isoformat()}"
    except (ValueError, OverflowError):  # beyond what pandas can hold
        return f"time:{value}"


def _dict(value):
    return f"dict{{{','.join(sorted(f'{canonical(key)}:{canonical(item)}' for key, item in value.items()))}}}"


def _frame(value):
    columns = "".join(_items(column) for _, column in value.items())
    return f"frame{_items(value.columns)}{_items(value.index)}{columns}"


_REAL = frozenset(np.dtype(kind) for kind in ("i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"))
_KINDS = (
    (list, _items),
    (tuple, lambda value: f"tuple{_items(value)}"),
    (dict, _dict),
    ((set, frozenset), lambda value: f"set{{{','.join(sorted(map(canonical, value)))}}}"),
    (pd.DataFrame, _frame),
    (pd.Series, lambda value: f"series{_items(value.index)}{_items(value)}"),
    (pd.Index, lambda value: f"index{_items(value)}"),
    (np.ndarray, lambda value: f"array{list(value.shape)}{_items(value.ravel())}"),
    (pd.api.extensions.ExtensionArray, lambda value: f"array[{len(value)}]{_items(value)}"),
    (pd.Interval, lambda value: f"interval:{value.closed}({canonical(value.left)},{canonical(value.right)})"),
    (pathlib.PurePath, lambda value: f"path:{str(value)!r}"),
    (Unsent, lambda value: f"unsent:{value.reason!r}"),
    ((bytes, range, datetime.date, datetime.time, pd.Period), lambda value: f"{type(value).__name__}:{value}"),
)
