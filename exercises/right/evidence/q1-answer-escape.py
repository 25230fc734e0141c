"""Makes a pattern in which every sign stands for itself.

Replaces: q1-answer
"""

import re


def containing(table, column, text):
    return table[table[column].fillna("").str.contains(re.escape(text), flags=re.IGNORECASE)]
