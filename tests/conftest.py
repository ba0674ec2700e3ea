"""For all tests."""

from hypothesis import settings

# How long a test takes says something of the machine's other work, and nothing of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
