"""The table of the commands below ``treatywatch user``."""

import typer

from treatywatch.views.cli.user import account, log, token

_HELP = """Accounts of people who sign in to the pages, and tokens of programs that write through the API.

    **Examples**

        treatywatch user add 'M. Silva' --role editor

        treatywatch user token 'M. Silva' --scope decide --days 90

        treatywatch user log
"""

app = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode="markdown")
for _name, _command in (
    ("add", account.add),
    ("list", account.list_),
    ("disable", account.disable),
    ("enable", account.enable),
    ("role", account.role),
    ("password", account.password),
    ("token", token.token),
    ("revoke", token.revoke),
    ("log", log.log),
):
    app.command(_name)(_command)
