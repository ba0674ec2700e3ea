"""A plan's text → what it states. Text in, values with their places out; no files, no tables."""
