"""Counts how often the words occur, not in how many texts.

Replaces: q5-value
Hint: Do you count texts or words? A text that names a topic twice is one text.
"""

words = {
    "police": r"\b(?:police|gendarmes?)\b",
    "rebellion": r"\brebel",
    "route": r"\b(?:routes?|roads?)\b",
    "trade": r"\b(?:trades?|traders?)\b",
}
found = {topic: sum(len(re.findall(word, text, re.IGNORECASE)) for text in sample.dropna()) for topic, word in words.items()}
topic_counts = pd.Series(found)
