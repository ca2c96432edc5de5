"""What a project depends on directly, by its manifests and lock files; one module for each ecosystem.

Nothing here touches the disk: whoever asks brings the list of files and the way to read one, from a folder or a commit.
"""

from .direct_dependencies import ECOSYSTEMS, Dependencies, Dependency, canonical, read, tells

__all__ = ["ECOSYSTEMS", "Dependencies", "Dependency", "canonical", "read", "tells"]
