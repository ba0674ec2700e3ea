"""Statements → the target table: its columns, its normalization, its checks."""
