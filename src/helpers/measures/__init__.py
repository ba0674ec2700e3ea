"""Measures over the tables: frame in, frame out. They know columns and codes, never a plan's text."""
