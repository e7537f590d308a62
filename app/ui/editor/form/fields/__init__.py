"""The fields a form is made of; each shows a part of a document and asks for edits of it."""
