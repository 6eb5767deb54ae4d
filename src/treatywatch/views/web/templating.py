"""Templates, and the words that all of them may use."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template.config import TemplateConfig

from treatywatch import __version__
from treatywatch.language.names import state_name
from treatywatch.model import to_json
from treatywatch.views.present.agreement import bears, party_words
from treatywatch.views.present.decisions import verdict
from treatywatch.views.present.law import article
from treatywatch.views.safety import form_token, guest_of
from treatywatch.views.web.drawn_life import drawn_life
from treatywatch.views.web.found_rows import found_rows
from treatywatch.views.web.options import options
from treatywatch.views.web.stage import stage_mark
from treatywatch.views.web.told import fact, source
from treatywatch.views.web.told_steps import told_step, told_steps


def template_config() -> TemplateConfig[JinjaTemplateEngine]:
    """The engine of the pages: every value is escaped, and a name that is not given is an error."""
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(_environment()))


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("treatywatch.views.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "words": _words,
        "stage": stage_mark,
        "state": state_name,
        "parties": party_words,
        "article": article,
        "drawn_life": drawn_life,
        "options": options,
        "found_rows": found_rows,
        "source": source,
        "fact": fact,
        "told_steps": told_steps,
        "told_step": told_step,
        "bearing": bears,
        "verdict": verdict,
        "json": to_json,
    }
    environment.globals |= {"version": __version__, "guest_of": guest_of, "form_token": form_token}
    return environment


def _words(value: str) -> str:
    """A step, stage or form as people write it."""
    return value.replace("_", " ")
