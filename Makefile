# Every target is a thin call of `python -m nexus …`, which does the same where there is no make.
PYTHON ?= python3

.PHONY: help serve build offline editions test lab notebooks release clean
help:       ## list the targets
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
serve:      ## install, build the book and open it (PORT=8000)
	@$(PYTHON) -m nexus serve $(if $(PORT),--port $(PORT))
build:      ## build the book into .build/
	@$(PYTHON) -m nexus build
offline:    ## make the book as one zip that opens from disk
	@$(PYTHON) -m nexus offline
editions:   ## make the zip and the PDFs
	@$(PYTHON) -m nexus editions
test:       ## install what the tests need and run them all
	@$(PYTHON) -m nexus test
lab:        ## open the chapters in JupyterLab
	@$(PYTHON) -m nexus lab
notebooks:  ## run the chapters again and store their outputs
	@$(PYTHON) -m nexus notebooks
release:    ## make the students' copies of the exercises
	@$(PYTHON) -m nexus release
clean:      ## remove what the other targets made
	@$(PYTHON) -m nexus clean
