"""The time of day, for what readers are told and for nothing else: a clock may be set while a run is at work."""

import datetime as dt
import time


def now() -> dt.datetime:
    """Now, in UTC, by the one clock of the machine that everything here asks."""
    return dt.datetime.fromtimestamp(time.time(), dt.UTC)
