"""A warm kernel begins as a fresh one does, and no report sees what another did.

Libraries leave traces when they are imported, in a fresh kernel too; so each looks when it has imported them all.
"""

import json
import re
import sys

import pytest
from reporting_samples import Project

from helpers.reporting import forking

pytestmark = pytest.mark.skipif(not forking.POSSIBLE, reason="kernels are only forked on Linux")

DIRTY = """
import builtins, decimal, locale, logging, os, random, signal, sys, types, warnings
import helpers, matplotlib as mpl, matplotlib.pyplot as plt, numpy as np, pandas as pd
left_behind = "left behind"
builtins.left_behind = left_behind
sys.modules["left_behind"] = types.ModuleType("left_behind")
sys.path.insert(0, "/left/behind"); sys.argv.append("left behind")
os.environ["LEFT_BEHIND"] = left_behind; os.environ["PATH"] = "/left/behind"
opened = open("left_behind.txt", "w"); os.dup(opened.fileno()); os.chdir("/"); os.umask(0o077)
mpl.rcParams["lines.linewidth"] = 99; mpl.use("agg"); plt.figure()
random.seed(1); np.random.seed(1); np.seterr(all="ignore"); pd.set_option("display.max_rows", 3)
warnings.simplefilter("error"); logging.basicConfig(level=1); decimal.getcontext().prec = 3
signal.signal(signal.SIGUSR1, signal.SIG_IGN); helpers.say = None; helpers.load_targets().drop(columns="place")
import helpers.vocabulary; helpers.vocabulary.sectors().clear()
"""

LOOK = """
import builtins, decimal, json, locale, logging, os, random, resource, signal, sys, threading, warnings
import helpers, matplotlib as mpl, matplotlib.pyplot as plt, numpy as np, pandas as pd
loaded = [getattr(helpers, name) for name in helpers.__all__], helpers.load_targets(), helpers.use_style()
OURS = ["cell", "kernel.log", "kernel.pid", "log"]
seen = {
    "globals": sorted(name for name in globals() if not name.startswith("_")),
    "builtins": "left_behind" in dir(builtins), "modules": "left_behind" in sys.modules,
    "path": sys.path, "arguments": [len(sys.argv), os.path.basename(sys.argv[0])],
    "environment": {name: value for name, value in os.environ.items() if name not in UNLIKE},
    "files": sorted(name for name in os.listdir() if name not in OURS), "mask": os.umask(0o022),
    "open": sorted(name for name in map(os.path.realpath, (f"/proc/self/fd/{n}" for n in os.listdir("/proc/self/fd")))
                   if os.path.isfile(name) and not name.endswith((".ttf", *OURS))),
    "rc": {name: str(value) for name, value in mpl.rcParams.items()}, "figures": plt.get_fignums(),
    "backend": plt.get_backend(), "numpy": np.geterr(), "pandas": pd.get_option("display.max_rows"),
    "filters": sorted(map(str, warnings.filters)), "log": [logging.root.level, len(logging.root.handlers)],
    "precision": decimal.getcontext().prec, "locale": locale.setlocale(locale.LC_ALL),
    "signals": [str(signal.getsignal(number)) for number in (2, 10, 15, 17)],
    "say": callable(helpers.say), "sectors": len(helpers.vocabulary.sectors()), "targets": helpers.load_targets().shape,
    "name": __name__, "main": sys.modules["__main__"].__dict__ is globals(), "input": sys.stdin.read(1),
    "session": os.getsid(0) == os.getpid(), "limits": resource.getrlimit(resource.RLIMIT_NOFILE),
    "threads": sorted(type(thread).__name__ for thread in threading.enumerate()),
}
chance = [random.random(), np.random.random(), random.getstate()[1][0]]
print("SE" "EN" + json.dumps([seen, chance]) + "DO" "NE")
"""
#: Where a process lies and who started it differ for any two kernels.
UNLIKE = ("JPY_PARENT_PID", "JPY_SESSION_NAME", "IPYTHONDIR", "PWD", "OLDPWD", "_", "SHLVL")


def seen_on(page):
    text = re.search("SEEN(.*?)DONE", page, re.DOTALL)[1]
    for entity, sign in (("&quot;", '"'), ("&#34;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return json.loads(text)


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What a first warm kernel sees, what one sees behind a dirty one, and what a fresh one sees."""
    project = Project(tmp_path_factory.mktemp("project"))
    look = f"UNLIKE = {UNLIKE!r}\n{LOOK}"
    for name, code in (("a-first", look), ("b-dirty", DIRTY), ("c-second", look)):
        project.add(name, code)
    result = project.run("--jobs", 1)
    assert result.returncode == 0, result.stderr
    project.add("fresh", look)
    result = project.run("fresh", "--cold")
    assert result.returncode == 0, result.stderr
    return {name: seen_on(project.page(name)) for name in ("a-first", "c-second", "fresh")}


def test_a_report_sees_nothing_of_the_one_before(seen):
    assert seen["c-second"][0] == seen["a-first"][0]


@pytest.mark.parametrize("what", ["rc", "environment", "filters", "path", "arguments", "open", "signals", "threads"])
def test_a_warm_kernel_is_like_a_fresh_one_in(what, seen):
    assert seen["a-first"][0][what] == seen["fresh"][0][what]


def test_a_warm_kernel_is_like_a_fresh_one_in_all_else(seen):
    assert seen["a-first"][0] == seen["fresh"][0]


def test_chance_is_no_kernel_s_twin(seen):
    first, second = seen["a-first"][1], seen["c-second"][1]
    assert all(one != other for one, other in zip(first, second, strict=True))


def test_there_is_one_thread_when_the_workshop_forks():
    import subprocess  # noqa: PLC0415

    code = (
        "from helpers.reporting.forking import preload; preload(); "
        "import os, zmq; print(len(os.listdir('/proc/self/task')), zmq.Context._instance)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["1", "None"]
