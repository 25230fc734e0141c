"""Check questions: `questions.ask("mali-gold", "missing-year")` shows one from book/questions/.

Each choice is a disclosure. It opens with the keyboard, is read aloud as "collapsed" or
"expanded", and needs neither Python nor JavaScript in the page; in JupyterLab it is the same.
"""

import html
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[1] / "book" / "questions"


@cache
def load(chapter):
    """All questions of a chapter: a dict from name to {text, choices: [{text, answer, right}]}.

    Raises ValueError when a question has not exactly one right choice or a choice no answer.
    """
    path = FOLDER / f"{chapter}.yml"
    if not path.exists():
        raise ValueError(f"no questions for chapter {chapter!r}: add {path.name} to book/questions/")
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, question in found.items():
        if [choice.get("right", False) for choice in question["choices"]].count(True) != 1:
            raise ValueError(f"{path.name}: question {name!r} needs exactly one choice with 'right: true'")
        if not all(choice.get("text") and choice.get("answer") for choice in question["choices"]):
            raise ValueError(f"{path.name}: every choice of {name!r} needs a 'text' and an 'answer'")
    return found


class Question:
    def __init__(self, chapter, name):
        try:
            self.question = load(chapter)[name]
        except KeyError:
            raise ValueError(f"no question {name!r} in {chapter}.yml; it has {', '.join(load(chapter))}") from None
        # Writers may put the right choice first: each question of a chapter begins its list at another place.
        listed = self.question["choices"]
        start = list(load(chapter)).index(name) % len(listed)
        self.choices = list(zip("ABCDEF", listed[start:] + listed[:start], strict=False))

    def __repr__(self):
        return "\n".join([self.question["text"], *(f"  {letter}. {choice['text']}" for letter, choice in self.choices)])

    def _repr_html_(self):
        choices = []
        for letter, choice in self.choices:
            verdict = "Yes." if choice.get("right") else "Not quite."
            choices.append(
                f"<details><summary>{letter}. {html.escape(choice['text'])}</summary>"
                f"<p><strong>{verdict}</strong> {html.escape(choice['answer'])}</p></details>"
            )
        text = html.escape(self.question["text"])
        return (
            f'<div class="check" role="group" aria-label="Check question"><p class="check-text"><strong>{text}</strong></p>'
            f"{''.join(choices)}</div>"
        )


def ask(chapter, name):
    """Show one check question; a choice answers when it is opened."""
    return Question(chapter, name)
