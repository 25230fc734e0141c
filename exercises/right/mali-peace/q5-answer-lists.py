"""Works with lists of years and Python's numbers.

Replaces: q5-answer
"""


def before_after(s, event, n):
    known = {year: float(value) for year, value in s.items() if pd.notna(value)}
    earlier = [known.get(event - step) for step in range(1, n + 1)]
    later = [known.get(event + step) for step in range(1, n + 1)]
    result = dict.fromkeys(["change_pct", "after", "before"], float("nan"))
    if None in earlier or None in later:
        return result
    result |= {"before": round(sum(earlier) / n, 1), "after": round(sum(later) / n, 1)}
    if sum(earlier) != 0:
        result["change_pct"] = round((sum(later) - sum(earlier)) / sum(earlier) * 100, 1)
    return result
