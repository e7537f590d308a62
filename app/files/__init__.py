"""procedures/ on disk <-> model: YAML and Markdown, read with exact errors, written for people."""

from app.files.disk import save_library_file
from app.files.document_files import Parsed, parse_card, parse_procedure, parse_tool
from app.files.document_writing import (
    export_library,
    library_files,
    write_card,
    write_catalogue,
    write_procedure,
    write_tool,
)
from app.files.library_folder import read_file, read_library
from app.files.library_layout import document_path, library_folder_of
from app.files.library_reading import Reading
from app.files.problems import Problem

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
