"""Word files (.docx), read as lines with their headings, lists and tables; no file is trusted.

Read with the standard library alone: a file from elsewhere is not handed to more code than is
needed, nothing in it is run, and nothing it points to is fetched.
"""

from app.files.word.word_reading import read_word

__all__ = ["read_word"]
