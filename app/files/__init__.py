"""procedures/ on disk <-> model: YAML and Markdown, read with exact errors, written for people."""

from app.files.disk import save_library_file
from app.files.documents import Parsed, parse_card, parse_procedure, parse_tool
from app.files.layout import document_path, library_folder_of
from app.files.library import read_file, read_library
from app.files.problems import Problem
from app.files.reading import Reading
from app.files.writing import (
    export_library,
    library_files,
    write_card,
    write_catalogue,
    write_procedure,
    write_tool,
)

__all__ = [
    "Parsed",
    "Problem",
    "Reading",
    "document_path",
    "export_library",
    "library_files",
    "library_folder_of",
    "parse_card",
    "parse_procedure",
    "parse_tool",
    "read_file",
    "read_library",
    "save_library_file",
    "write_card",
    "write_catalogue",
    "write_procedure",
    "write_tool",
]
