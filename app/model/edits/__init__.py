"""Edits: pure functions from document to document.

Each checks first, and raises `Refused` with a code when the document would break or what was
typed cannot be kept; what it returns is as sound as what it was given. `rule.refusal` and
`rule.may` ask the same rule without doing anything. The name of an edit is its label in undo.
"""
