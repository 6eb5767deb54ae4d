"""All of it put into an application at once."""

from litestar.config.app import AppConfig
from litestar.di import NamedDependency, Provide
from litestar.plugins import InitPlugin

from treatywatch.registry import Registry
from treatywatch.registry.accounts import Accounts
from treatywatch.views.safety.headers import add_headers
from treatywatch.views.safety.hosts import Hosts
from treatywatch.views.safety.limits import STORE, Counts, limits
from treatywatch.views.safety.settings import Safety
from treatywatch.views.safety.who import Recognise


class SafetyPlugin(InitPlugin):
    """Puts hosts, limits, sign-ins and headers under the rules of ``safety``.

    The application's state must hold the ``registry``; handlers may ask for its ``accounts``. The size of requests is
    none of what a plugin can set: give it to the application as ``request_max_body_size``.
    """

    def __init__(self, safety: Safety) -> None:
        self._safety = safety

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Add what is needed to the configuration of an application."""
        app_config.state["safety"] = self._safety
        app_config.middleware = [
            Hosts(self._safety.hosts),
            *limits(self._safety),
            Recognise(),
            *app_config.middleware,
        ]
        app_config.before_send.append(add_headers)
        app_config.stores = {STORE: Counts()}
        app_config.dependencies["accounts"] = Provide(_accounts, sync_to_thread=False)
        return app_config


def _accounts(registry: NamedDependency[Registry]) -> Accounts:
    return Accounts(registry)
