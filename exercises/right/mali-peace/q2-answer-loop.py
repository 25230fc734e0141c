"""Adds up row by row.

Replaces: q2-answer
"""


def pooled_share(table, column):
    mentions = agreements = 0
    for some, every in zip(table[column], table["agreements_count"]):
        if pd.notna(some) and pd.notna(every):
            mentions, agreements = mentions + some, agreements + every
    return round(100 * mentions / agreements, 1) if agreements > 0 else float("nan")
