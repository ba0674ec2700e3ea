"""Does any text of a figure lie on another?"""

from itertools import pairwise

import numpy as np


def texts_overlap(ax):
    """Pairs of texts in a figure that lie on each other."""
    renderer = ax.figure.canvas.get_renderer()
    boxes = [text.get_window_extent(renderer) for text in ax.texts if text.get_text()]
    if not boxes:
        return []
    # all pairs at once: a grid of thirty places has more than a million
    left, bottom, right, top = np.array([box.extents for box in boxes]).T
    across = (left[:, None] <= right) & (left <= right[:, None])
    along = (bottom[:, None] <= top) & (bottom <= top[:, None])
    return [(boxes[a], boxes[b]) for a, b in zip(*np.nonzero(np.tril(across & along, -1)), strict=True)]


def labels_overlap(ax):
    """Pairs of neighbouring labels of an axis that lie on each other."""
    renderer = ax.figure.canvas.get_renderer()
    found = []
    for labels in (ax.get_xticklabels(), ax.get_yticklabels()):
        boxes = [label.get_window_extent(renderer) for label in labels if label.get_text()]
        found += [(a, b) for a, b in pairwise(boxes) if a.overlaps(b)]
    return found


def all_texts_overlap(ax):
    """Pairs of texts, the axes' labels and the figure's own texts among them, of which one lies on the other."""
    ax.figure.canvas.draw()
    renderer = ax.figure.canvas.get_renderer()
    labels = [*ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label] if ax.axison else []
    texts = [*ax.texts, *labels, *ax.figure.texts]
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts if text.get_text().strip()]
    return [(a, b) for n, (a, box) in enumerate(boxes) for b, other in boxes[:n] if box.overlaps(other)]
