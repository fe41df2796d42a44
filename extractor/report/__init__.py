"""The page to read: one HTML file that shows who said what, where it stands, and who speaks about what.

It needs no network and no server, and shows records as they are: whoever makes a page needs no model.
"""

from extractor.report.page import write_report
from extractor.report.things import TopicName

__all__ = ["TopicName", "write_report"]
