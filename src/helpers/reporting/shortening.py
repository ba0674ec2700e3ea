"""What is published names no folder of the machine: paths in messages become what lies within project or package.

The run itself tells its operator the whole paths, on standard error; pages, manifest and log lie where others read.
"""

import re
from pathlib import Path

from helpers import paths

#: A folder that packages are installed in, or Python's own library; what stands behind it names the file.
LIBRARY = re.compile(
    r"""(?:[A-Za-z]:)?(?:[/\\][^/\\\n"'<>]+)*[/\\](?:site-packages|dist-packages|lib[/\\]python3\.\d+)[/\\]"""
)
#: An absolute path of at least two parts, which is no part of a web address or of a fraction.
ABSOLUTE = re.compile(r"""(?<![\w.:/\\…])(?:[A-Za-z]:)?(?:[/\\][^\s/\\:"'<>|,;()\[\]]+)+(?=[/\\])""")
#: A warning as Python prints it: file, line, kind, message, and the line of code that it came from.
WARNING = re.compile(r"^[^\n]*?:[0-9]+: \w*Warning: ([^\n]*)\n(?:  [^\n]*\n?)?", re.MULTILINE)


def shorten_paths(text: str) -> str:
    """``text`` with each absolute path cut to what lies in the project, else in a package, else to its last part."""
    text = LIBRARY.sub("", text)  # first: the packages may lie inside the project
    for folder in (paths.root(), Path(__file__).parents[2]):
        text = text.replace(f"{folder}/", "").replace(f"{folder}\\", "")
    return ABSOLUTE.sub("…", text)


def shorten_warnings(text: str) -> str:
    """A kernel's warnings by their messages alone: the cell's file and line are nothing that a reader could open."""
    return shorten_paths(WARNING.sub(r"\1\n", text))
