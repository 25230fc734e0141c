"""Takes the arrow out of the table by hand.

Replaces: q4-value
"""

feeds = sum(1 for _ in upstream(edges, "other crime"))
left_out = (edges["source"] == "corruption of officials") & (edges["target"] == "impunity")
feeds_left = upstream(edges[~left_out], "other crime")
