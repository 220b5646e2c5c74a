"""What opens archives, XML and pages safely, for who reads other files than documents."""

from tutor.retrieval.readers._markdown import to_markdown as to_markdown
from tutor.retrieval.readers._qti import asked_of as asked_of
from tutor.retrieval.readers._qti import feedback_of as feedback_of
from tutor.retrieval.readers._qti import material as material
from tutor.retrieval.readers._qti import right_of as right_of
from tutor.retrieval.readers._text import decoded as decoded
from tutor.retrieval.readers._tree import Element as Element
from tutor.retrieval.readers._tree import html_tree as html_tree
from tutor.retrieval.readers._tree import xml_tree as xml_tree
from tutor.retrieval.readers._zip import Archive as Archive
