"""What keeps the pages and the API safe, whoever asks: hosts, headers, limits, sign-ins, forms."""

from treatywatch.views.safety.forms import form_is_ours, form_token
from treatywatch.views.safety.may import may
from treatywatch.views.safety.plugin import SafetyPlugin
from treatywatch.views.safety.settings import LOOPBACK, Safety
from treatywatch.views.safety.visits import Visit, begun, ended, visit
from treatywatch.views.safety.who import actor_of, address_of, guest_of, session_of

__all__ = [
    "LOOPBACK",
    "Safety",
    "SafetyPlugin",
    "Visit",
    "actor_of",
    "address_of",
    "begun",
    "ended",
    "form_is_ours",
    "form_token",
    "guest_of",
    "may",
    "session_of",
    "visit",
]
