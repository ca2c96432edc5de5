"""The tests, and the places they look at."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "cases"
SHARED = ROOT.parent / "shared"
"""Real documents that may lie beside a checkout; a clone without them tests well."""
