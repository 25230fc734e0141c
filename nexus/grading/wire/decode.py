"""loads: bytes from a stranger as plain values, or Malformed.

Tags and dtypes are looked up in fixed tables, lengths are checked before anything is allocated, and nothing that a
message names is imported, called or looked up as an attribute.
"""

import binascii
import collections
import datetime
import decimal
import fractions
import json
import pathlib
import re
from collections.abc import Callable

import numpy as np

from nexus.grading.wire import decode_tables, zones
from nexus.grading.wire.common import COSTS, HUGE, LIMITS, Malformed, Unsent

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_PARTS = 4 * LIMITS.items  # brackets and commas outside strings: json would make an object of each


def loads(data, function=None):
    """The value of a message; Malformed otherwise.

    `function(dict)` makes what stands for a function, from a dict that is the stranger's; without it functions are Malformed.
    """
    data = bytes(data)
    if len(data) > LIMITS.bytes or (_parts(data) > _PARTS and _parts(_STRING.sub(b"", data)) > _PARTS):
        raise Malformed("the message is too long")
    try:
        return Decoder(function).value(json.loads(data.decode("utf-8", "surrogatepass")))
    except Malformed:
        raise
    except Exception as error:  # whatever json, numpy and pandas think of it
        raise Malformed(f"no valid message: {type(error).__name__}") from None


def _parts(data):
    return data.count(b",") + data.count(b"[") + data.count(b"{") if len(data) > _PARTS else 0


class Decoder:
    """One message being read: `value` and `values` make values of what JSON held."""

    def __init__(self, function):
        self.function = function
        self.left = LIMITS.items
        self.distinct = LIMITS.distinct
        self.spec = LIMITS.spec
        self.depth = 0

    def need(self, condition):
        if not condition:
            raise Malformed("no valid message")

    def spend(self, count):
        self.left -= count
        self.need(self.left >= 0)

    def enter(self):
        self.depth += 1
        self.need(self.depth <= LIMITS.depth)

    def value(self, x):
        kind = type(x)
        if kind is list:
            tag = x[0]
            if tag in COSTS:
                self.spend(COSTS[tag])
            return _TAGS[tag](self, *x[1:])
        if kind is dict:
            return dict(zip(x, self.values(list(x.values())), strict=True))
        if kind is int:
            self.need(-HUGE < x < HUGE)
        return x

    def values(self, xs):
        self.need(type(xs) is list)
        self.spend(len(xs))
        kinds = {*map(type, xs)}
        if kinds <= _PLAIN or (kinds == _INTEGERS and -HUGE < min(xs) and max(xs) < HUGE):
            return xs
        self.enter()
        found = [self.value(x) for x in xs]
        self.depth -= 1
        return found

    def hashable(self, keys):
        """Keys of one hash cost quadratic time: a handful is honest, thousands are an attack."""
        if len(keys) > LIMITS.alike and {*map(type, keys)} != {str}:
            hashes = np.fromiter(map(hash, keys), dtype=np.int64, count=len(keys))
            self.need(np.unique(hashes, return_counts=True)[1].max() <= LIMITS.alike)
        return keys

    def exactly(self, kind, *xs):
        self.need(all(type(x) is kind for x in xs))


def _complex(dec, real, imag):
    dec.exactly(float, real, imag)
    return complex(real, imag)


def _bytes(dec, text):
    return binascii.a2b_base64(text, strict_mode=True)


def _decimal(dec, text):
    dec.exactly(str, text)
    dec.need(len(text) <= LIMITS.digits + 20)
    x = decimal.Decimal(text)
    _, digits, exponent = x.as_tuple()
    dec.need(len(digits) <= LIMITS.digits and (type(exponent) is not int or abs(exponent) <= LIMITS.exponent))
    return x


def _fraction(dec, over, under):
    dec.exactly(int, over, under)
    return fractions.Fraction(dec.value(over), dec.value(under))


def _range(dec, start, stop, step):
    dec.exactly(int, start, stop, step)
    dec.need(max(abs(start), abs(stop), abs(step)) < 2**63 and len(range(start, stop, step)) <= LIMITS.range)
    return range(start, stop, step)


# datetime's constructors also take a pickled state, as one string: never with integers only.


def _date(dec, *parts):
    dec.exactly(int, *parts)
    return datetime.date(*parts)


def _time(dec, *parts):
    *clock, fold, tz = parts
    dec.exactly(int, *clock, fold)
    return datetime.time(*clock, tzinfo=zones.decode(tz), fold=fold)  # type: ignore[misc]


def _datetime(dec, *parts):
    *clock, fold, tz = parts
    dec.exactly(int, *clock, fold)
    return datetime.datetime(*clock, tzinfo=zones.decode(tz), fold=fold)  # type: ignore[misc]


def _timedelta(dec, *parts):
    dec.exactly(int, *parts)
    return datetime.timedelta(*parts)


def _dict(dec, keys, values):
    return dict(zip(dec.hashable(dec.values(keys)), dec.values(values), strict=True))


def _path(dec, text):
    dec.exactly(str, text)
    return pathlib.PurePosixPath(text)


def _unsent(dec, reason):
    dec.exactly(str, reason)
    return Unsent(reason)


def _function(dec, about):
    dec.need(dec.function is not None and type(about) is dict)
    return dec.function(about)


def _chart(dec, *parts):
    from nexus.grading.wire import charts

    return charts.decode(dec, *parts)


_PLAIN = {type(None), bool, float, str}
_INTEGERS = {int}
_TAGS: dict[str, Callable] = {
    "l": Decoder.values,
    "t": lambda dec, items: tuple(dec.values(items)),
    "S": lambda dec, items: set(dec.hashable(dec.values(items))),
    "F": lambda dec, items: frozenset(dec.hashable(dec.values(items))),
    "d": _dict,
    "C": lambda dec, keys, values: collections.Counter(_dict(dec, keys, values)),
    "c": _complex,
    "b": _bytes,
    "D": _decimal,
    "Q": _fraction,
    "r": _range,
    "date": _date,
    "time": _time,
    "dt": _datetime,
    "td": _timedelta,
    "path": _path,
    "x": _unsent,
    "fn": _function,
    "chart": _chart,
    **decode_tables.TAGS,
}
