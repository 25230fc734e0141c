"""Names that somebody typed: what is unknown is answered with the nearest known one."""

from difflib import get_close_matches


def require_known(name, known, what):
    """Raise ValueError, with the nearest name or else all, where `known` does not hold it; `what` is e.g. "chapter"."""
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        raise ValueError(f"no {what} {name!r}: {hint}")
