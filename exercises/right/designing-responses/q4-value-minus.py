"""Turns columns round by their sign.

Replaces: q4-value
"""

beaten = dominated(
    pd.DataFrame(
        {"reach": options["reach"], "consent": options["consent"], "safe": -options["harm"], "thrift": -options["cost"]}
    ),
    ("thrift", "safe", "reach", "consent"),
)
