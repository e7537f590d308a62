"""The step that is worked on: what is missing, chosen, ticked, noted and late."""
