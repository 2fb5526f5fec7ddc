"""The day that it is, which dates of content must not lie after."""

import datetime
import os
import time


def this_day() -> datetime.date:
    """Today where the day begins first, or the day of SOURCE_DATE_EPOCH where somebody repeats a build."""
    now = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.datetime.fromtimestamp(now, datetime.timezone(datetime.timedelta(hours=14))).date()
