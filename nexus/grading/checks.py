"""A test cell, read: which of its statements students see, and what they look at."""

import ast

from nexus.exercises import REGION


class Statement:
    """One statement of a test cell."""

    def __init__(self, node, name, hidden):
        self.hidden = hidden
        # The value of a last line that is no assert is the points it gives.
        self.code = compile(ast.Module([node], []), f"<{name}>", "exec")
        parts = list(ast.walk(node))
        self.makes = {n.id for n in parts if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        self.makes |= {n.name for n in parts if isinstance(n, (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler)) and n.name}
        self.makes |= {
            alias.asname or alias.name for n in parts if isinstance(n, (ast.Import, ast.ImportFrom)) for alias in n.names
        }
        self.reads = {n.id for n in parts if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        self.reads -= {n.arg for n in parts if isinstance(n, ast.arg)}
        # `x = f(x)` reads an x from outside; `for x in xs: f(x)` makes its own.
        plain = isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign))
        own = [n.target for n in parts if isinstance(n, ast.comprehension)] if plain else [node]
        self.reads -= {n.id for part in own for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


class Test:
    """The code of a test cell, ready to run for many submissions."""

    def __init__(self, name, source):
        self.name = name
        # Hidden lines by number; blanking them keeps the numbers.
        shown = REGION.sub(lambda region: "\n" * region[0].count("\n"), source).splitlines()
        lines = source.splitlines()
        body = ast.parse(source).body
        last = body[-1] if body and isinstance(body[-1], ast.Expr) and not isinstance(body[-1].value, ast.Constant) else None
        self.statements = [
            Statement(
                node,
                name,
                hidden=any(map(str.strip, lines[node.lineno - 1 : node.end_lineno])) and not shown[node.lineno - 1].strip(),
            )
            for node in body
            if node is not last
        ]
        self.points = compile(ast.Expression(last.value), f"<{name}>", "eval") if last else None
        # What the cell reads before it makes it: names of the cells that all run, and answers.
        self.reads, made = set(), set()
        for statement in [*self.statements, *([Statement(last, name, True)] if last else [])]:
            self.reads |= statement.reads - made
            made |= statement.makes
