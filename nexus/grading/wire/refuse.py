"""Why a value is refused, and what the student does instead.

Nothing here runs a method of the object or believes its `__class__`: the type's own order of bases decides.
"""

import collections
import enum
import io
import pathlib
import types

import numpy as np
import pandas as pd
from pandas.api import typing as tables

from nexus.grading.wire.common import LIMITS

DEEP = f"values within values, more than {LIMITS.depth} deep (does it contain itself?); make it flatter"
MANY = f"more than {LIMITS.items:,} values; keep only what the task asks for"
LARGE = f"more than {LIMITS.bytes // 1_000_000} MB of data; keep only what the task asks for"

bases = vars(type)["__mro__"].__get__
_name = vars(type)["__name__"].__get__
_members = vars(type)["__dict__"].__get__

_REMEDIES = (
    ((types.GeneratorType,), "a generator; wrap it in list(...)"),
    ((type({}.keys()), type({}.values()), type({}.items())), "a view of a dict; wrap it in list(...)"),
    ((collections.deque,), "a deque; wrap it in list(...)"),
    ((types.CoroutineType,), "a coroutine; put await before the call"),
    ((bytearray, memoryview), "a buffer; wrap it in bytes(...)"),
    ((slice,), "a slice; use the values it picks"),
    ((enum.Enum,), "a member of an Enum; use its .value"),
    ((type,), "a class; make a value with it"),
    ((types.ModuleType,), "a module; keep what it computes"),
    (io.IOBase.__bases__, "an open file; keep what you read from it"),
    ((pathlib.PurePath,), "a path of another system; use str(...)"),
    ((BaseException,), "an exception; use str(...) of it"),
    ((np.ma.MaskedArray,), "a masked array; use .filled(...)"),
    ((np.generic,), "a numpy value of an unusual kind; use int(...), float(...) or str(...)"),
    (pd.offsets.MonthEnd.__mro__[-2:-1], "a date offset; use the dates it leads to"),
    ((tables.DataFrameGroupBy, tables.SeriesGroupBy), "groups without a result; add .sum(), .size() or the like"),
    ((tables.Rolling, tables.Expanding, tables.ExponentialMovingWindow, tables.Resampler),
     "a window without a result; add .mean(), .sum() or the like"),
)  # fmt: skip


def remedy(x):
    """The sentence for a value of a type that the wire does not know."""
    found = bases(type(x))
    for kinds, sentence in _REMEDIES:
        if any(kind is known for kind in found for known in kinds):
            return sentence
    if any("__next__" in _members(kind) for kind in found):
        return "an iterator; wrap it in list(...)"
    name = _name(type(x))
    if name == "Styler":  # its class is not asked for: importing it costs too much
        return "a styled table; keep the table itself, without .style"
    return f"an object of the class {name[:60]}; use numbers, text, lists, dicts or tables"
