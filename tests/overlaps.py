"""Does any text of a figure lie on another?"""

from itertools import pairwise


def texts_overlap(ax):
    """Pairs of texts in a figure that lie on each other."""
    renderer = ax.figure.canvas.get_renderer()
    boxes = [text.get_window_extent(renderer) for text in ax.texts if text.get_text()]
    return [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.overlaps(b)]


def labels_overlap(ax):
    """Pairs of neighbouring labels of an axis that lie on each other."""
    renderer = ax.figure.canvas.get_renderer()
    found = []
    for labels in (ax.get_xticklabels(), ax.get_yticklabels()):
        boxes = [label.get_window_extent(renderer) for label in labels if label.get_text()]
        found += [(a, b) for a, b in pairwise(boxes) if a.overlaps(b)]
    return found
