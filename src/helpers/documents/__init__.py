"""The bytes of a published document → its text, one paragraph a line, the cells of a table parted by tabs."""

from helpers.documents.kinds import DocumentError, read_document, refuse_size

__all__ = ["DocumentError", "read_document", "refuse_size"]
