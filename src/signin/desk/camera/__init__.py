"""Codes read from pictures: a camera's, a file's, the clipboard's."""
