"""dumps: a value as bytes, or a refusal that says what to do instead."""

import binascii
import collections
import datetime
import decimal
import enum
import fractions
import functools
import json
import pathlib
import sys
import types

import numpy as np

from nexus.grading.wire import encode_tables, refuse, zones
from nexus.grading.wire.common import COSTS, HUGE, LIMITS, Refused, Unsent

_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def dumps(value, function=None):
    """The bytes of a value; Refused where it cannot be carried.

    `function(obj)` describes a function as a dict that JSON can hold, or raises Refused; without it functions are refused.
    """
    try:
        data = _json(Encoder(function).value(value)).encode("utf-8", "surrogatepass")
    except Refused:
        raise
    except RecursionError:
        raise Refused(refuse.DEEP) from None
    except Exception as error:  # a table or chart in a broken state
        raise Refused(f"a value that cannot be read ({type(error).__name__}); make it anew from plain values") from None
    if len(data) > LIMITS.bytes:
        raise Refused(refuse.LARGE)
    return data


class Encoder:
    """One message in the making: `value` and `values` give what JSON can hold."""

    def __init__(self, function):
        self.function = function
        self.left = LIMITS.items
        self.distinct = LIMITS.distinct
        self.spec = LIMITS.spec
        self.depth = 0

    def spend(self, count):
        self.left -= count
        if self.left < 0:
            raise Refused(refuse.MANY)

    def enter(self):
        self.depth += 1
        if self.depth > LIMITS.depth:
            raise Refused(refuse.DEEP)

    def value(self, x):
        # Types are told apart by identity: a student's metaclass is not asked for a hash or an equality.
        kind = id(type(x))
        if kind in _PLAIN:
            return x
        found = (_KINDS.get(kind) or _base)(self, x)
        if type(found) is list and found[0] in COSTS:
            self.spend(COSTS[found[0]])
        return found

    def values(self, xs):
        """What the members of a list are."""
        self.spend(len(xs))
        kinds = {*map(id, map(type, xs))}
        if kinds <= _PLAIN or (kinds == _INTEGERS and -HUGE < min(xs) and max(xs) < HUGE):
            return xs
        self.enter()
        found = [self.value(x) for x in xs]
        self.depth -= 1
        return found


def _base(enc, x):
    """A subclass as its base type, read by the base type's own methods."""
    found = refuse.bases(type(x))
    altair = sys.modules.get("altair")
    if altair and any(kind is altair.TopLevelMixin for kind in found):
        from nexus.grading.wire import charts

        return charts.encode(enc, x)
    if not any(kind is refused for kind in found for refused in (enum.Enum, np.ma.MaskedArray)):
        for kind in found:
            if encode := _BASES.get(id(kind)):
                return encode(enc, x)
    raise Refused(refuse.remedy(x))


def _int(enc, x):
    if -HUGE < x < HUGE:
        return x
    raise Refused(f"a whole number of more than {LIMITS.digits:,} digits; make it smaller")


def _bytes(enc, x):
    return ["b", binascii.b2a_base64(x, newline=False).decode("ascii")]


def _decimal(enc, x):
    _, digits, exponent = x.as_tuple()
    if len(digits) > LIMITS.digits or (type(exponent) is int and abs(exponent) > LIMITS.exponent):
        raise Refused("a Decimal that is far too large or too precise; round it")
    return ["D", str(x)]


def _range(enc, x):
    if max(abs(x.start), abs(x.stop), abs(x.step)) >= 2**63 or len(x) > LIMITS.range:
        raise Refused(f"a range of more than {LIMITS.range:,} numbers; make it shorter")
    return ["r", x.start, x.stop, x.step]


def _time(enc, x):
    return ["time", x.hour, x.minute, x.second, x.microsecond, x.fold, zones.encode(x.tzinfo)]


def _datetime(enc, x):
    return ["dt", x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond, x.fold, zones.encode(x.tzinfo)]


def _pairs(enc, keys, values):
    if {*map(id, map(type, keys))} <= _TEXT:
        return dict(zip(keys, enc.values(values), strict=True))
    return ["d", enc.values(keys), enc.values(values)]


def _dict(enc, x):
    return _pairs(enc, list(dict.keys(x)), list(dict.values(x)))


def _ordered(enc, x):
    return _pairs(enc, list(x.keys()), list(x.values()))  # dict's own methods do not know its order


def _counter(enc, x):
    return ["C", enc.values(list(dict.keys(x))), enc.values(list(dict.values(x)))]


def _function(enc, x):
    if enc.function is None:
        raise Refused("a function; call it and keep what it returns")
    return ["fn", enc.function(x)]


_PLAIN = {id(kind) for kind in (type(None), bool, float, str)}
_TEXT = {id(str)}
_INTEGERS = {id(int)}

# A set or dict is never built anew here: that would ask its members for their hash.
_SUBCLASSED = {
    str: lambda enc, x: "".join(str.__iter__(x)),
    int: lambda enc, x: _int(enc, int.__index__(x)),
    float: lambda enc, x: float.__pos__(x),
    bytes: lambda enc, x: _bytes(enc, bytes.__getitem__(x, slice(None))),
    list: lambda enc, x: ["l", enc.values(list(list.__iter__(x)))],
    tuple: lambda enc, x: ["t", enc.values(list(tuple.__iter__(x)))],
    set: lambda enc, x: ["S", enc.values(list(set.__iter__(x)))],
    frozenset: lambda enc, x: ["F", enc.values(list(frozenset.__iter__(x)))],
    dict: _dict,
    collections.Counter: _counter,
    **encode_tables.SUBCLASSED,
}
_EXACT = {
    int: _int,
    complex: lambda enc, x: ["c", x.real, x.imag],
    bytes: _bytes,
    decimal.Decimal: _decimal,
    fractions.Fraction: lambda enc, x: ["Q", _int(enc, x.numerator), _int(enc, x.denominator)],
    range: _range,
    datetime.date: lambda enc, x: ["date", x.year, x.month, x.day],
    datetime.time: _time,
    datetime.datetime: _datetime,
    datetime.timedelta: lambda enc, x: ["td", x.days, x.seconds, x.microseconds],
    list: lambda enc, x: ["l", enc.values(x)],
    tuple: lambda enc, x: ["t", enc.values(list(x))],
    collections.OrderedDict: _ordered,
    pathlib.PosixPath: lambda enc, x: ["path", str(x)],
    pathlib.PurePosixPath: lambda enc, x: ["path", str(x)],
    Unsent: lambda enc, x: ["x", str(x.reason)],
    **dict.fromkeys((types.FunctionType, types.BuiltinFunctionType, types.MethodType), _function),
    **dict.fromkeys((functools.partial, type(functools.cache(len)), np.ufunc), _function),
    **encode_tables.EXACT,
}
_BASES = {id(kind): encode for kind, encode in _SUBCLASSED.items()}
_KINDS = _BASES | {id(kind): encode for kind, encode in _EXACT.items()}
