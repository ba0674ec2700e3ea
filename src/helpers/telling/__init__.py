"""Numbers, sentences and tables for readers, in either language."""
