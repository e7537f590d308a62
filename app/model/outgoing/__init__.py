"""Texts that leave the program, as blocks and letters; no clipboard, no Word, no paper."""
