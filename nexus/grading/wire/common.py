"""What both ends of the wire agree on: the limits, the errors, and the dtypes that may pass.

A message is JSON. null, booleans, numbers and strings stand for themselves, an object is a dict with string keys,
and every array is `[tag, …]`.
"""

import re
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pandas as pd

LIMITS = SimpleNamespace(
    depth=40,  # values within values
    items=300_000,  # Python values, weighed by COSTS; a cell of text or objects is one, one of numbers only its bytes
    bytes=16_000_000,
    rows=2_000_000,  # of a RangeIndex, which takes no bytes
    digits=3_000,  # of a whole number or a Decimal
    exponent=3_000,  # of a Decimal: int() of a larger one would not end
    range=1_000_000,  # length of a range, which takes no memory until someone makes a list of it
    distinct=20_000,  # categories and index levels in all: pandas hashes them in a way that can be attacked
    spaced=20_000,  # dates of an index that keeps its frequency: pandas steps through them one by one
    alike=16,  # dict keys or set members with the same hash
    spec=2_500,  # parts of all charts without their data
    charts=5,  # charts within charts: Altair copies what is below three times at each level
)
HUGE = 10**LIMITS.digits

NUMERIC = ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
UNITS = ("s", "ms", "us", "ns")  # those pandas has
ALL_UNITS = ("Y", "M", "W", "D", "h", "m", *UNITS, "ps", "fs", "as")  # those numpy has
TIMES = tuple(f"{kind}8[{unit}]" for kind in "Mm" for unit in ALL_UNITS)
# What travels as the bytes of its buffer, little-endian, by its name in a message.
BUFFERS = {name: np.dtype(name if name == "?" else f"<{name}") for name in (*NUMERIC, *TIMES)}
NAMES = {dtype: name for name, dtype in BUFFERS.items()}

MASKED = {
    **{f"{sign}Int{bits}": pd.arrays.IntegerArray for sign in ("", "U") for bits in (8, 16, 32, 64)},
    **{f"Float{bits}": pd.arrays.FloatingArray for bits in (32, 64)},
    "boolean": pd.arrays.BooleanArray,
}
MASKED_DATA = {name: np.dtype("bool" if name == "boolean" else name.lower()) for name in MASKED}
STRINGS = {"str": pd.StringDtype("python", na_value=np.nan), "string": pd.StringDtype("python", na_value=pd.NA)}
# What takes longer to make counts for more items; "column" is one of a frame.
COSTS = {**dict.fromkeys(("s", "f", "e", "ix", "ri", "mi"), 30), **dict.fromkeys(("ts", "TD", "P", "I", "column", "a"), 10)}
FREQ = re.compile(r"-?\d{0,6}[A-Za-z]{1,7}(-[A-Z0-9]{1,4}){0,3}")
CLOSED = ("left", "right", "both", "neither")


class Refused(ValueError):
    """A value that the wire does not carry: a plain sentence with the remedy, without the variable's name."""


class Malformed(ValueError):
    """Bytes that are no message, or one beyond the limits."""


@dataclass(frozen=True)
class Unsent:
    """Stands for a value that was refused, with the sentence that says why. It passes the wire itself."""

    reason: str
