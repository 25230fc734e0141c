"""Flags all years first and chooses the years from the list.

Replaces: q4-value
"""

wide = [pair for pair in flag_wide(ucdp, factor=3) if 2003 <= pair[1] <= 2013]
