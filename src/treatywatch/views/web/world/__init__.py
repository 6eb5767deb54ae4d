"""A map of the world that shows how states stand towards an agreement, drawn without a network."""

from treatywatch.views.web.world.draw import world_map
from treatywatch.views.web.world.looks import LOOKS, Look, look_of

__all__ = ["LOOKS", "Look", "look_of", "world_map"]
