"""Takes capital letters for other letters.

Replaces: q5-answer
Hint: Some words stand at the beginning of a sentence. Does your search find them?
"""


def topics_of(text):
    """The topics that occur in a text as whole words."""
    patterns = {
        "route": r"\b(route|routes|road|roads)\b",
        "police": r"\b(police|gendarme|gendarmes)\b",
        "trade": r"\b(trade|trades|trader|traders)\b",
        "rebellion": r"\brebel",
    }
    if not isinstance(text, str):
        return set()
    return {topic for topic, pattern in patterns.items() if re.search(pattern, text)}
