"""nbgrader's settings for this course; nbgrader reads the file when it runs in exercises/."""

c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "nexus"
c.ClearSolutions.code_stub = {
    "python": 'raise NotImplementedError("This task has no answer yet. Replace this line with your code.")'
}
c.ClearSolutions.text_stub = "*Write your memo here.*"
c.ExecutePreprocessor.timeout = 60
