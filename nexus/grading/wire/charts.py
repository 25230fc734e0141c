"""Altair charts: the spec and, apart from it, the tables it draws.

Altair's own `from_dict` would try a stranger's spec against every branch of its schema. Here a spec becomes plain objects
that `to_dict` gives back as they came; only the test that calls it has it validated.
"""

import json

import altair as alt
from altair.utils.schemapi import debug_mode

from nexus.grading.wire.common import LIMITS, Malformed, Refused

_PARTS = {"layer": alt.LayerChart, "hconcat": alt.HConcatChart, "vconcat": alt.VConcatChart, "concat": alt.ConcatChart}
_APART = "nexus-wire"


class _Part(alt.SchemaBase):
    """A mark, an encoding or a channel: its entries are attributes and items, as they are of Altair's own."""

    _schema = _rootschema = {}


def encode(enc, chart):
    """["chart", spec, tables, rows]: what the spec calls {"name": "wire-0"} is the first table, or rows of that name."""
    tables = []

    def apart(table):
        place = next((place for place, known in enumerate(tables) if known is table), len(tables))
        tables[place:] = tables[place:] or [table]
        return {"name": f"wire-{place}"}

    alt.data_transformers.register(_APART, apart)
    try:
        with alt.data_transformers.enable(_APART):
            spec = chart.to_dict(validate=False)
            json.dumps(spec)
    except Exception as error:
        raise Refused(f"a chart that Altair cannot draw ({type(error).__name__}); show it to see why") from None
    spec.pop("$schema", None)
    rows = {name: enc.value(rows) for name, rows in spec.pop("datasets", {}).items()}
    if not _bounded(enc, spec):
        raise Refused("a chart of too many parts; give alt.Chart a DataFrame, and put fewer charts within charts")
    return ["chart", spec, enc.values(tables), rows]


def decode(dec, spec, tables, rows):
    """The chart of a spec; Malformed where there are too many parts."""
    dec.exactly(dict, spec, rows)
    if not _bounded(dec, spec):
        raise Malformed("no valid chart")
    data = {f"wire-{place}": table for place, table in enumerate(dec.values(tables))}
    data |= {name: alt.InlineData(values=dec.value(table)) for name, table in rows.items()}
    theme = alt.theme.get()().get("config")
    with debug_mode(False):  # no part is validated as it is made
        return _chart(spec if spec.get("config") != theme else {k: v for k, v in spec.items() if k != "config"}, data)


def _bounded(end, spec):
    """Whether the charts of a message still have few enough parts, none too deep: Altair copies a part at each level."""
    level, deep = [spec], 0
    while level and deep < LIMITS.depth and end.spec >= 0:
        end.spec -= len(level)
        level = [part for one in level if type(one) in (dict, list) for part in (one.values() if type(one) is dict else one)]
        deep += 1
    return not level and end.spec >= 0 and _levels(spec) <= LIMITS.charts


def _levels(spec):
    below = [one for name in _PARTS if type(spec.get(name)) is list for one in spec[name]] + [spec.get("spec")]
    return 1 + max((_levels(one) for one in below if type(one) is dict), default=0)


def _chart(spec, data):
    parts = dict(spec)
    if type(parts.get("config")) is dict:  # a theme may say None, e.g. for no background; a chart's own settings may not
        parts["config"] = {name: one for name, one in parts["config"].items() if one is not None}
    for name in ("mark", "encoding"):
        if name in parts:
            parts[name] = _part(parts[name])
    for name, make in (("params", _param), ("transform", lambda one: _lookup(one, data))):
        if name in parts:
            parts[name] = [make(one) for one in parts[name]]
    if "data" in parts:
        parts["data"] = _data(parts["data"], data)
    for name, kind in _PARTS.items():
        if name in parts:
            return kind(**parts | {name: [_chart(one, data) for one in parts[name]]})
    if "spec" in parts:
        kind = alt.RepeatChart if "repeat" in parts else alt.FacetChart
        return kind(**parts | {"spec": _chart(parts["spec"], data)})
    return alt.Chart(**parts)


def _part(x):
    if type(x) is dict:
        return _Part(**{name: _part(one) for name, one in x.items()})
    return [_part(one) for one in x] if type(x) is list else x


def _param(x):
    if "select" not in x:
        return alt.VariableParameter(**x)
    return alt.TopLevelSelectionParameter(**x) if "views" in x else alt.SelectionParameter(**x)


def _data(x, data):
    if type(x) is not dict:
        return x
    found = data.get(x.get("name"))
    if isinstance(found, alt.InlineData):
        return alt.InlineData(values=found.values, **{name: part for name, part in x.items() if name != "name"})
    return alt.UrlData(**x) if "url" in x else alt.Data(**x) if found is None else found


def _lookup(x, data):
    """A transform, which may look something up in another table."""
    source = x.get("from") if type(x) is dict else None
    if type(source) is dict and "data" in source:
        return x | {"from": alt.LookupData(**source | {"data": _data(source["data"], data)})}
    return x
