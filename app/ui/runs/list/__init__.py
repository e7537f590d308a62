"""The list of runs: what is due first, the table, and what can be done from a row."""
