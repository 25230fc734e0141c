"""Values between the process that runs student code and the one that runs the tests, as bytes that carry no code.

`dumps` may run in the student's process, so nothing it says is trusted: its checks are there to tell an honest student
what to do. `loads` makes any bytes equal to "the student had this plain value", or raises Malformed: it looks up tags
and dtypes in fixed tables, checks lengths before it allocates, and calls nothing that a message names.

Changed on the way: a namedtuple becomes a tuple, a defaultdict or OrderedDict a dict, any other subclass its base type,
np.str_ a str, a path of this system a PurePosixPath, text in Arrow storage text in Python's. Dropped: `attrs`, names of
frequencies that pandas cannot spell or of more than 20,000 dates, and that two names stand for one value. A chart keeps
its class, `data`, `to_dict()` and the parts of its spec, but not shorthands nor the classes of channels.

Not bounded here: keys chosen so that their different hashes crowd one part of a dict, columns chosen to slow down what
pandas does with them later, and `to_dict()` of a strange chart. The judge needs a limit on its CPU time and memory.
"""

from nexus.grading.wire.canonical import canonical
from nexus.grading.wire.common import LIMITS, Malformed, Refused, Unsent
from nexus.grading.wire.decode import loads
from nexus.grading.wire.encode import dumps

__all__ = ["LIMITS", "Malformed", "Refused", "Unsent", "canonical", "dumps", "loads"]
