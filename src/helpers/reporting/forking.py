"""Kernels that start warm: forked from a process which has imported everything and run nothing.

A fork is a copy. It shares no object with its siblings, so reports cannot see each other; and since the first process
never runs a report, each kernel begins as the first one did. What a fork would share with the process it was copied
from is set anew in `_begin_afresh`: environment, folder, arguments, signals, random numbers, warnings, backend.
There is one thread and no socket in the process while it forks, which is what makes forking safe.
"""

import ctypes
import gc
import importlib
import json
import os
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

POSSIBLE = sys.platform.startswith("linux")  # on macOS the system's own libraries do not survive a fork
#: Libraries that start threads when they are loaded can be asked not to.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "JE_ARROW_MALLOC_CONF": "background_thread:false"}
#: What the process that runs a notebook needs, beside what the kernel does.
RUNNER = ("papermill", "nbconvert", "jupyter_client.provisioning.local_provisioner", "helpers.reporting.export")
KERNEL = ("ipykernel.kernelapp", "ipykernel.ipkernel", "matplotlib_inline.backend_inline", "pyarrow.parquet")
LOG, PID = "kernel.log", "kernel.pid"
PR_SET_PDEATHSIG = 1


def preload() -> list[tuple]:
    """Import all that kernels and those who run them need; give the warning filters as a kernel has them."""
    # jsonschema builds a grammar of international addresses, which takes seconds, for a check no notebook undergoes.
    sys.modules["rfc3987_syntax"] = None
    with _environment(ONE_THREAD):
        helpers = importlib.import_module("helpers")
        for name in helpers.__all__:
            getattr(helpers, name)
        for name in KERNEL[:-1]:
            importlib.import_module(name)
        with suppress(ImportError):
            importlib.import_module(KERNEL[-1])
        filters = list(warnings.filters)
        for name in RUNNER:
            importlib.import_module(name)
    _rehearse(helpers)
    _read_tables(helpers)
    with suppress(Exception):  # as above
        importlib.import_module("helpers.reporting.export").warm_up()
    gc.collect()
    gc.freeze()  # else every collection of a fork would copy all that it shares
    return filters


def _rehearse(helpers: Any) -> None:
    """Draw one figure away from pyplot, so that fonts and writers are ready; it leaves no trace but their caches."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with suppress(Exception), mpl.rc_context():  # what is amiss here is told by the reports themselves
        helpers.use_style()
        canvas = FigureCanvasAgg(Figure())
        canvas.figure.add_subplot().set_title("2025")
        with Path(os.devnull).open("wb") as file:
            canvas.print_png(file)


def _read_tables(helpers: Any) -> None:
    """Read and check the tables once for all kernels; each looks whether the files are still the same, and has copies.

    What is amiss with one is told by the reports that ask for it.
    """
    for load in (helpers.load_targets, helpers.load_plans, helpers.load_actuals, helpers.load_upper_targets):
        with suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            load()


@contextmanager
def _environment(added: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in added}
    os.environ.update(added)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class ForkedKernel:
    """A forked process that waits for its order to become a kernel; to its owner it looks like a ``Popen``."""

    stdin = stdout = stderr = None

    def __init__(self, filters: list[tuple]) -> None:
        reading, self._order = os.pipe()
        owner = os.getpid()
        self.pid = os.fork()
        self.returncode: int | None = None
        if self.pid == 0:
            os.close(self._order)
            _become_kernel(reading, owner, filters)
        os.close(reading)

    def start(self, arguments: list[str], environment: dict[str, str]) -> None:
        with os.fdopen(self._order, "w") as order:
            json.dump({"arguments": arguments, "environment": environment}, order)

    def poll(self) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:  # noqa: ARG002 - as Popen has it; it has ended when asked
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def offer(kernel: ForkedKernel) -> None:
    """Let this process start ``kernel`` whenever Jupyter starts one."""
    from jupyter_client.provisioning.factory import KernelProvisionerFactory

    factory = KernelProvisionerFactory.instance()
    factory.provisioners["forked"] = EntryPoint("forked", f"{__name__}:provisioner", factory.GROUP_NAME)
    factory.default_provisioner_name = "forked"
    _offered.append(kernel)


_offered: list[ForkedKernel] = []


def provisioner(**settings: Any) -> Any:
    """Jupyter's own way to provide a kernel, but for the process itself."""
    from jupyter_client.provisioning.local_provisioner import LocalProvisioner

    class ForkedProvisioner(LocalProvisioner):
        async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
            self.process = _offered.pop()
            self.process.start(cmd[cmd.index("-f") :], kwargs["env"])
            self.pid = self.pgid = self.process.pid
            self.cwd = str(Path.cwd())
            return self.connection_info

    return ForkedProvisioner(**settings)


def _become_kernel(order: int, owner: int, filters: list[tuple]) -> None:
    """What the forked process does: wait for its order, begin as a fresh one would, and serve until it is ended."""
    status = 1
    try:
        os.setsid()  # its owner signals the whole group
        die_with(owner)
        with os.fdopen(order) as file:
            text = file.read()
        if text:  # else its owner ended without a need of it
            _begin_afresh(owner, filters, **json.loads(text))
            from ipykernel.kernelapp import IPKernelApp

            # it also looks for its owner by itself, as every kernel does
            IPKernelApp.launch_instance(parent_handle=owner)
            status = 0
    finally:
        os._exit(status)


def _begin_afresh(owner: int, filters: list[tuple], arguments: list[str], environment: dict[str, str]) -> None:
    import ipykernel_launcher
    import matplotlib as mpl
    import numpy as np

    Path(PID).write_text(str(os.getpid()), encoding="ascii")
    os.environ.clear()
    os.environ.update(environment, JPY_PARENT_PID=str(owner))
    sys.argv = [ipykernel_launcher.__file__, *arguments]
    np.random.seed()  # the generator that all share; Python's own reseeds itself
    warnings.filters[:] = filters
    mpl.rcParams["backend"] = environment.get("MPLBACKEND") or "module://matplotlib_inline.backend_inline"
    _redirect(os.devnull, os.O_RDONLY, 0)
    _redirect(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 1, 2)


def _redirect(path: str, flags: int, *handles: int) -> None:
    opened = os.open(path, flags, 0o600)
    for handle in handles:
        os.dup2(opened, handle)
    os.close(opened)


def die_with(owner: int) -> None:
    """Have the system end this process when its owner ends, however that ends."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != owner:  # it ended in between
        os._exit(1)
