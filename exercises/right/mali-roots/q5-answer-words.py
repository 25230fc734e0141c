"""Cuts the text into words and compares them with a list.

Replaces: q5-answer
"""


def topics_of(text):
    if pd.isna(text):
        return set()
    words = set(re.findall(r"[a-z]+", text.lower()))
    topics = {
        "route": {"route", "routes", "road", "roads"},
        "police": {"police", "gendarme", "gendarmes"},
        "trade": {"trade", "trades", "trader", "traders"},
    }
    found = {topic for topic, known in topics.items() if known & words}
    if any(word.startswith("rebel") for word in words):
        found.add("rebellion")
    return found
