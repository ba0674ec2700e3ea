"""Figures: frame and axes in, axes out. They neither read nor save files."""
