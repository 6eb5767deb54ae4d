"""Who may do what: checked before a handler runs."""

from litestar.concurrency import sync_to_thread
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler
from litestar.types import Guard

from treatywatch.registry.accounts import Accounts, Act, Scope
from treatywatch.views.safety.who import Asking, address_of, guest_of


def may(scope: Scope) -> Guard:
    """A guard that lets in those who may do this; raises NotAuthorizedException for nobody in particular,
    PermissionDeniedException for those who may not, which the log tells.
    """

    async def guard(asking: Asking, _: BaseRouteHandler) -> None:
        guest = guest_of(asking)
        if guest is None:
            raise NotAuthorizedException(
                "Sign in first, or bring a token.", headers={"WWW-Authenticate": 'Bearer realm="treatywatch"'}
            )
        if scope not in guest.scopes:
            accounts = Accounts(asking.app.state.registry)
            about = f"{scope}: {asking.url.path}"
            await sync_to_thread(accounts.note, guest.account.name, Act.REFUSED, about, address_of(asking))
            raise PermissionDeniedException(f"{guest.account.name} may not do this: it needs the scope {scope}.")

    return guard
