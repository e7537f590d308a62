"""A Word text on its way to a procedure, put right line by line beside the picture it becomes."""
