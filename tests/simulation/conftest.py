"""Let the tests find the simulation's own modules, which also run by themselves."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
