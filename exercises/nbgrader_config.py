"""nbgrader's settings for this course; nbgrader reads the file when it runs in exercises/."""

import json
import re

from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions


class SayWhatIsMissing(ClearSolutions):
    """Puts the words behind `### BEGIN SOLUTION:` into the error that the student's empty cell raises."""

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution"):
            said = re.search(r"### BEGIN SOLUTION: (.+)", cell.source)
            words = said[1].strip() if said else "This task has no answer yet."
            self.code_stub = {"python": f"raise NotImplementedError({json.dumps(words, ensure_ascii=False)})"}
        return super().preprocess_cell(cell, resources, cell_index)


c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "nexus"
c.GenerateAssignment.preprocessors = [
    SayWhatIsMissing if step is ClearSolutions else step for step in GenerateAssignment.preprocessors.default()
]
c.ClearSolutions.text_stub = "*Write your text here.*"
c.ExecutePreprocessor.timeout = 60
