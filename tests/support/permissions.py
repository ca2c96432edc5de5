"""Permission bits that stop the tests too, whoever runs them."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

VERSION = 0x20080522
OVERRIDE = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH; both numbers are from linux/capability.h."""


@contextmanager
def enforced() -> Iterator[None]:
    """Permission bits stop this thread, and those it starts, as they stop everybody but root; skips where nothing can."""
    if os.name == "nt":
        pytest.skip("no permission bits on Windows")
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root, and no capabilities that could be put down")
    head, sets = (ctypes.c_uint32 * 2)(VERSION, 0), (ctypes.c_uint32 * 6)()
    _call("capget", head, sets)
    effective = sets[0]
    sets[0] = effective & ~OVERRIDE
    _call("capset", head, sets)
    try:
        yield
    finally:
        sets[0] = effective
        _call("capset", head, sets)


def _call(name: str, *args: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*args):
        raise OSError(ctypes.get_errno(), name)
