"""Time zones on the wire: a name, the seconds from UTC, or None."""

import datetime
import functools
import zoneinfo

from nexus.grading.wire.common import Malformed, Refused


def encode(tz):
    if tz is None:
        return None
    if type(tz) is zoneinfo.ZoneInfo and tz.key in _known():
        return tz.key
    if type(tz) is datetime.timezone and not tz.utcoffset(None).microseconds:
        return tz.utcoffset(None) // datetime.timedelta(seconds=1)
    raise Refused("a date with an unusual time zone; use a named zone such as Europe/Paris")


@functools.cache
def _known():
    # A name from a message is looked up here first: ZoneInfo turns an unknown one into files and imports to try.
    return zoneinfo.available_timezones()


def decode(tz):
    if tz is None:
        return None
    if type(tz) is int and abs(tz) < 86_400:
        return datetime.timezone(datetime.timedelta(seconds=tz))
    if type(tz) is str and tz in _known():
        return zoneinfo.ZoneInfo(tz)
    raise Malformed("no valid time zone")
