"""Rules for authors of tests: what would not work, or not be safe, when tests run beside data instead of code."""

import ast
import builtins
import hashlib
import json

from nexus.grading.checks import Test

# A test sees the student's names as data: it cannot look into the student's process.
INTO_PROCESS = {"globals", "locals", "vars", "dir", "eval", "exec", "get_ipython", "Out", "In", "id", "capsys", "__import__"}
OF_CODE = {"__code__", "__closure__", "__globals__", "__annotations__", "__wrapped__", "__dict__", "__class__", "getsource",
           "getsizeof", "setattr", "monkeypatch"}  # fmt: skip
OF_CHARTS = {"mark", "encoding"}


def digest(paper, wrong):
    """Changes when the exercise, its wrong answers or the way of marking changes."""
    return hashlib.sha256(json.dumps([paper.digest, wrong], sort_keys=True).encode()).hexdigest()


def faults(paper):
    """What is wrong with the test cells, one sentence each, naming cell and line."""
    found = []
    for cell in paper.cells:
        if cell.role == "test":
            try:
                tree = ast.parse(cell.source)
            except SyntaxError as error:
                found.append(f"{cell.id}, line {error.lineno}: this is not Python")
                continue
            nodes = (node for node in ast.walk(tree) if isinstance(node, ast.expr | ast.ExceptHandler))
            found += [f"{cell.id}, line {node.lineno}: {said}" for node in nodes for said in _node(node)]
            found += [f"{cell.id}: {said}" for said in _order(Test(cell.id, cell.source))]
    return found


def _node(node):
    if isinstance(node, ast.Name) and node.id in INTO_PROCESS:
        yield f"write the name that is checked, without {node.id}: the test does not run in the student's notebook"
    if isinstance(node, ast.Attribute) and node.attr in OF_CODE:
        yield f"{node.attr} belongs to code; a test has a function's results alone"
    if isinstance(node, ast.Attribute) and node.attr in OF_CHARTS:
        yield f"read a chart through .to_dict(), not .{node.attr}"
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
            if isinstance(operator, (ast.Is, ast.IsNot)) and not any(isinstance(side, ast.Constant) for side in (left, right)):
                yield "compare with ==: values come as copies, so `is` is never true"
    if isinstance(node, ast.ExceptHandler):
        wide = node.type is None or isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
        if wide and all(isinstance(line, (ast.Pass, ast.Continue)) for line in node.body):
            yield "name the error that is expected: this `except` lets every failure pass"
        for kind in getattr(node.type, "elts", [node.type]):
            if isinstance(kind, ast.Name) and not hasattr(builtins, kind.id):
                yield f"{kind.id}: errors of students' functions arrive as built-in kinds"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance" and len(node.args) == 2:
        for kind in getattr(node.args[1], "elts", [node.args[1]]):
            if isinstance(kind, ast.Name) and not hasattr(builtins, kind.id) and kind.id not in ("Path", "date", "datetime"):
                yield f"{kind.id}: objects of a student's class are not sent to tests"


def _order(test):
    """Visible statements may not need what hidden ones make: students run them alone, and they run first."""
    hidden = set().union(*(s.makes for s in test.statements if s.hidden))
    shown = set().union(*(s.makes for s in test.statements if not s.hidden))
    for statement in test.statements:
        if not statement.hidden and statement.reads & (hidden - shown):
            yield f"a visible check needs {', '.join(sorted(statement.reads & (hidden - shown)))} from the hidden tests"


def sides(paper, wanted):
    """Names that both the set-up and an answer make and a test reads: there a student would supply both sides."""
    common = set()
    for cell in paper.cells:
        if cell.role == "given":
            common |= {n.id for n in ast.walk(ast.parse(cell.source)) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return [
        f"{test}: {name} comes from the set-up, but an answer changes it: an expected value may not rest on it"
        for test, read in wanted.items()
        for name in sorted(common & set(read))
    ]
