"""The wire under attack: hostile bytes give a plain value or Malformed, and lying objects are not believed."""

import base64
import collections
import contextlib
import functools
import json
import math
import random
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wire_values import CHARTS, KEPT, same

from nexus.grading import wire

SETTINGS = settings(deadline=None, max_examples=100, derandomize=True, suppress_health_check=list(HealthCheck))


# Liars

CANARY = []


def lie(self, *args, **kwargs):
    CANARY.append(self)
    raise RuntimeError("a student's method ran")


LIES = dict.fromkeys(
    """__eq__ __hash__ __len__ __iter__ __getitem__ __reduce__ __reduce_ex__ __array__ __str__ __repr__ __int__ __float__
    __index__ __bool__ __contains__ __lt__ __format__ __complex__ __bytes__ __add__ __neg__ __pos__ __getattr__ keys values
    items __array_interface__ __array_finalize__ to_numpy to_dict dtype array columns index tolist encode isnull""".split(),
    lie,
)


class Meta(type):
    pass


class LyingMeta(type):
    __eq__ = __hash__ = __getattr__ = __instancecheck__ = __subclasscheck__ = __bool__ = lie
    __mro__ = __name__ = __dict__ = property(lie)


def liar(base, *args):
    """An instance of a subclass that overrides whatever it can, and calls itself None."""
    kind = Meta("Liar", (base,), {"__class__": property(lambda self: CANARY.append(self) or type(None))})
    value = kind(*args)
    for name, made in LIES.items():
        setattr(kind, name, property(made) if name in ("dtype", "array", "columns", "index") else made)
    kind.__getattribute__ = lie
    kind.__class__ = LyingMeta
    return value


LIARS = {
    "str": (str, ("text",), "text"),
    "int": (int, (7,), 7),
    "float": (float, (1.5,), 1.5),
    "bytes": (bytes, (b"x",), b"x"),
    "list": (list, ([1, "a"],), [1, "a"]),
    "tuple": (tuple, ([1, "a"],), (1, "a")),
    "set": (set, ([1],), {1}),
    "frozenset": (frozenset, ([1],), frozenset([1])),
    "dict": (dict, ({"a": 1, 2: 3},), {"a": 1, 2: 3}),
    "Counter": (collections.Counter, ("aab",), collections.Counter("aab")),
    "DataFrame": (pd.DataFrame, ({"a": [1, 2]},), pd.DataFrame({"a": [1, 2]})),
    "Series": (pd.Series, ([1, 2], [3, 4], None, "n"), pd.Series([1, 2], [3, 4], name="n")),
}


@pytest.mark.parametrize("name", LIARS)
def test_a_lying_subclass_is_reduced_and_none_of_its_methods_run(name):
    base, args, plain = LIARS[name]
    value = liar(base, *args)
    CANARY.clear()
    data = wire.dumps([value, {"k": value}])
    assert not CANARY
    same([plain, {"k": plain}], wire.loads(data))


def test_lying_members_of_a_set_or_dict_are_not_asked():
    key = liar(str, "k")
    type.__setattr__(type(key), "__hash__", str.__hash__)
    holders = [{key: 1}, {key}, frozenset([key]), collections.Counter([key])]
    type.__setattr__(type(key), "__hash__", lie)
    CANARY.clear()
    data = wire.dumps(holders)
    assert not CANARY
    same([{"k": 1}, {"k"}, frozenset(["k"]), collections.Counter("k")], wire.loads(data))


def test_a_lying_object_is_refused_unasked():
    value = liar(object)
    CANARY.clear()
    with pytest.raises(wire.Refused, match="the class Liar"):
        wire.dumps({"a": (value,)})
    assert not CANARY


# Hostile bytes

CORPUS = [wire.dumps(value) for value in [*KEPT.values(), *CHARTS.values()] if value is not KEPT["integers"]]
CORPUS.append(wire.dumps(len, lambda function: {"name": "f"}))
TAGS = sorted({json.loads(data)[0] for data in CORPUS if data[:1] == b"["} | {"d", "C", "S", "F", "t", "l", "O", "str", "i8"})
ATOMS = [None, True, -1, 0, 1, 2**31, 2**63, 10**400, 0.5, math.nan, "", "a", "AAAA", "é", "UTC", "D", [], {}, [[]], *TAGS]


def mutated(message, rng):
    """A message with one part of its JSON replaced, doubled, dropped or moved."""
    tree = json.loads(message)
    places = []

    def walk(node):
        for key in range(len(node)) if isinstance(node, list) else list(node) if isinstance(node, dict) else []:
            places.append((node, key))
            walk(node[key])

    walk(tree)
    if not places:
        return json.dumps(rng.choice(ATOMS))
    for _ in range(rng.choice([1, 1, 2, 4])):
        node, key = rng.choice(places)
        if isinstance(node, list) and not 0 <= key < len(node):
            continue
        other, there = rng.choice(places)
        act = rng.randrange(5)
        if act == 0:
            node[key] = rng.choice(ATOMS)
        elif act == 1 and (isinstance(other, dict) or there < len(other)):
            with contextlib.suppress(KeyError):
                node[key] = json.loads(json.dumps(other[there]))
        elif act == 2 and isinstance(node, list):
            node.pop(key)
        elif act == 3 and isinstance(node, list):
            node.insert(key, rng.choice(ATOMS))
        elif isinstance(node.get(key) if isinstance(node, dict) else node[key], int):
            node[key] = node[key] + rng.choice([-1, 1, 10**6, 10**18])
    return json.dumps(tree)


def harmless(data):
    """Decode; a value must pass the wire's own limits again, or hold at most what they allow."""
    try:
        value = wire.loads(data, lambda about: None)
    except wire.Malformed:
        return
    assert count(value) <= wire.LIMITS.items + 2
    wire.canonical(value)


def count(value):
    if isinstance(value, dict):
        return 1 + sum(count(key) + count(item) for key, item in value.items())
    return 1 + sum(map(count, value)) if isinstance(value, (list, tuple, set, frozenset)) else 1


@pytest.mark.filterwarnings("ignore")
@SETTINGS
@given(st.sampled_from(CORPUS), st.randoms(use_true_random=False))
def test_a_message_with_changed_parts_gives_a_value_or_malformed(message, rng):
    for _ in range(10):
        harmless(mutated(message, rng).encode("utf-8", "surrogatepass"))


@pytest.mark.filterwarnings("ignore")
@SETTINGS
@given(st.sampled_from(CORPUS), st.randoms(use_true_random=False))
def test_a_message_with_changed_bytes_gives_a_value_or_malformed(message, rng):
    for _ in range(10):
        data = bytearray(message)
        for _ in range(rng.choice([1, 3, 20])):
            place = rng.randrange(len(data) + 1)
            data[place : place + rng.randrange(3)] = rng.choice([b"", b"\0", b"\xff", b"[", b"]", b'"', b"9", b",", b"\\"])
        harmless(bytes(data))


@SETTINGS
@given(st.binary())
def test_arbitrary_bytes_give_a_value_or_malformed(data):
    harmless(data)


def message(*parts):
    return json.dumps(parts)


MODULUS = sys.hash_info.modulus
B64 = "AQAAAAAAAAABAAAAAAAAAA=="  # two ones of eight bytes
ONES = ["ix", ["i8", B64], None, None]
BOMBS = {
    "empty": "",
    "not UTF-8": b"\xff\xfe",
    "no tag": "[]",
    "unknown tag": message("os.system", "true"),
    "tag of another type": "[[]]",
    "nesting": "[" * 100_000 + "]" * 100_000,
    "tagged nesting": '["l",[' * 60 + "]]" * 60,
    "objects in objects": '{"a":' * 60 + "1" + "}" * 60,
    "too long": '"' + "x" * wire.LIMITS.bytes + '"',
    "a million empty lists": '["l",[' + "[]," * 1_000_000 + "[]]]",
    "a million empty objects": '["l",[' + "{}," * 1_300_000 + "{}]]",
    "too many items": message("l", [0] * 300_001),
    "too many items in parts": message("l", [["l", [0] * 100_000] for _ in range(4)]),
    "unclosed quotes": '"' + '\\"' * 2_000_000 + "," * 1_500_000,
    "digits": "9" * 3_001,
    "digits in a list": '["l",[1,' + "9" * 3_001 + "]]",
    "millions of digits": "9" * 5_000_000,
    "decimal exponent": message("D", "1E+99999999"),
    "decimal of digits": message("D", "9" * 100_000),
    "decimal of a tuple": message("D", [0, [1], 99999999]),
    "fraction over zero": message("Q", 1, 0),
    "range": message("r", 0, 10**12, 1),
    "range beyond": message("r", 0, 10**400, 1),
    "range index": message("ri", 0, 10**12, 1, None),
    "colliding keys": message("d", [n * MODULUS for n in range(100_000)], [0] * 100_000),
    "colliding members": message("S", [n * MODULUS for n in range(100_000)]),
    "colliding fractions": message("S", [["Q", n * MODULUS, 1] for n in range(1, 50_000)]),
    "colliding decimals": message("F", [["D", str(n * MODULUS)] for n in range(1, 50_000)]),
    "colliding counter": message("C", [n * MODULUS for n in range(1_000)], [0] * 1_000),
    "many series": message("l", [["s", ["i8", ""], ["ri", 0, 0, 1, None], None]] * 20_000),
    "many dates": message("l", [["ts", 0, "s", None]] * 40_000),
    "many columns": message("f", ["ri", 0, 0, 1, None], ["ri", 0, 100_000, 1, None], [["i8", ""]] * 100_000),
    "many levels in an index": message("mi", [["ri", 0, 0, 1, None]] * 20_000, [["i1", ""]] * 20_000, [None] * 20_000),
    "many charts": message("l", [["chart", {}, [], {}]] * 10_000),
    "unhashable key": message("d", [["l", []]], [0]),
    "keys without values": message("d", [1, 2], [0]),
    "pickled date": message("date", "\x07\xe8\x01\xff"),
    "date of booleans": message("date", True, True, True),
    "date in no month": message("date", 2024, 13, 1),
    "zone by path": message("dt", 2024, 1, 1, 0, 0, 0, 0, 0, "../../etc/localtime"),
    "zone by module": message("dt", 2024, 1, 1, 0, 0, 0, 0, 0, "os.path"),
    "scalar of two": message("n", "i8", B64),
    "dtype by name": message("n", "object", "AAAAAAAAAAA="),
    "dtype of objects": message("a", "|O", [2], B64),
    "boolean of 255": message("a", "?", [1], "/w=="),
    "shape too big": message("a", "i8", [10**9, 10**9], B64),
    "shape wraps": message("a", "i8", [2**63, 2], B64),
    "shape of nothing": message("a", "i8", [0, 2**62], ""),
    "negative shape": message("a", "i8", [-1, 2], B64),
    "wide text": message("a", "U", [1], ["a"], 10**9),
    "array of unlike texts": message("a", "U", [2], ["a", 1], 1),
    "category code": message("s", ["cat", "i1", "BQ==", ["ix", ["str", ["a"]], None, None], False], ["ri", 0, 1, 1, None], None),
    "double categories": message("e", ["cat", "i1", "AA==", ["ix", ["str", ["a", "a"]], None, None], False]),
    "colliding categories": message(
        "e", ["cat", "i2", "AAA=", ["ix", ["O", [n * MODULUS for n in range(5_000)]], None, None], False]
    ),
    "many categories": message("e", ["cat", "i2", "AAA=", ["ri", 0, 1_000_000, 1, None], False]),
    "level code": message("mi", [["ix", ["str", ["a"]], None, None]], [["i1", "BQ=="]], [None]),
    "levels of unlike lengths": message("mi", [ONES], [["i1", "AA=="], ["i1", "AAA="]], [None]),
    "many levels": message("mi", [["ri", 0, 15_000, 1, None]] * 2, [["i1", "AA=="]] * 2, [None, None]),
    "indexes in indexes": '["mi",[' * 60 + "]]" * 60,
    "index too short": message("s", ["i8", B64], ["ri", 0, 3, 1, None], None),
    "columns too few": message("f", ["ri", 0, 2, 1, None], ["ri", 0, 2, 1, None], [["i8", B64]]),
    "column too short": message("f", ["ri", 0, 3, 1, None], ["ri", 0, 1, 1, None], [["i8", B64]]),
    "mask too short": message("e", ["Int64", B64, "AA=="]),
    "number as text": message("e", ["str", [1]]),
    "freq that is not so": message("ix", ["M8[us]", B64], None, "D"),
    "freq of very many dates": message(
        "ix", ["M8[s]", base64.b64encode((np.arange(20_001) * 3600).tobytes()).decode()], None, "h"
    ),
    "freq of code": message("P", 1, "__import__('os')"),
    "interval reversed": message("I", 2, 1, "left"),
    "name unhashable": message("s", ["i8", B64], ["ri", 0, 2, 1, None], ["l", []]),
    "function": message("fn", {"name": "f"}),
    "chart of many parts": message("chart", {"mark": "bar", "encoding": {str(n): {} for n in range(3_000)}}, [], {}),
    "charts in charts": message("chart", functools.reduce(lambda spec, _: {"layer": [spec]}, range(12), {}), [], {}),
    "chart of nothing": message("chart", [], [], {}),
    "chart of odd parts": message("chart", {"self": 1, "mark": "bar"}, [], {}),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_malformed(name):
    data = BOMBS[name]
    with pytest.raises(wire.Malformed):
        wire.loads(data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize("name", ["too long", "a million empty objects"])
def test_a_message_of_too_many_parts_is_refused_before_it_is_read(name):
    with pytest.raises(wire.Malformed, match="too long"):
        wire.loads(BOMBS[name].encode())


def test_reading_a_message_imports_opens_and_runs_nothing():
    """In a process of its own: an audit hook cannot be taken away again."""
    rng = random.Random(6)
    changed = [mutated(rng.choice(CORPUS), rng) for _ in range(600)] + [
        x for x in BOMBS.values() if isinstance(x, str) and len(x) < 10_000
    ]
    code = """
import json, sys, warnings, altair
from nexus.grading import wire
warnings.simplefilter("ignore")
good, changed = json.load(sys.stdin)
def read(messages):
    for message in messages:
        try:
            wire.loads(message.encode("utf-8", "surrogatepass"), lambda about: None)
        except wire.Malformed:
            pass
read(good)
seen = []
def hook(event, args):
    if event.split(".")[0] in "import exec compile open os subprocess socket ctypes pickle shutil marshal".split():
        seen.append([event, repr(args)[:200]])
sys.addaudithook(hook)
read(changed)
watched = list(seen)
compile("1", "", "eval")
print(json.dumps([watched, len(seen) > len(watched)]))
"""
    good = [data.decode("utf-8", "surrogatepass") for data in CORPUS]
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps([good, changed]), capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [[], True]
