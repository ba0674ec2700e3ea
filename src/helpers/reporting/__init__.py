"""Notebooks → pages: parameters checked, notebooks run, pages exported."""
