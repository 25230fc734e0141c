"""The grader: takes submissions in, runs student code in a sandbox, marks it in another process.

One job a module:

- `paper` is the exercise; `lint` and `prepare` make sure that it can be marked, by its author's own solution.
- `intake`, with `files`, `roster` and `script`, reads what students hand in.
- `sandbox`, `room`, `linux` and `probe` make the locked room; `warm` starts Python in it once for all, `host` and `kernel`
  run students' code there.
- `judge`, `checks`, `trial` and `conversation` run the tests, in another process, over data that came by `wire` and `frames`.
- `session` brings the two together for one submission, `marking` says what came of it, `run` drives a class.
- `results`, `grades`, `gradebook`, `copies`, `feedback`, `report`, `export`, `pages` and `plain` write it down.
- `command` is what `python -m nexus grade` and `export` call.
"""
