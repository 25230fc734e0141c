"""Counts with a dictionary; 32-bit whole numbers.

Replaces: q5-value
"""

counts = {topic: 0 for topic in ["police", "rebellion", "route", "trade"]}
for text in sample:
    for topic in topics_of(text):
        counts[topic] += 1
topic_counts = pd.Series(counts, dtype="int32")
