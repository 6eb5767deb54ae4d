import pytest

from treatywatch.law.steps import all_steps, step_law
from treatywatch.model import Step


def test_every_step_is_defined_once_and_in_the_order_of_an_agreement_s_life():
    assert list(all_steps()) == list(Step)


@pytest.mark.parametrize("step", Step)
def test_a_step_is_defined_in_a_sentence_and_names_its_law(step):
    law = step_law(step)
    assert law.definition.endswith(".")
    assert law.articles or law.note


@pytest.mark.parametrize("step", Step)
def test_what_leads_to_a_step_with_requirements_meets_or_precedes_them(step):
    for after in step_law(step).leads_to:
        requires = step_law(after).requires
        assert not requires or step in requires or set(step_law(step).requires) & set(requires)


def test_only_consent_that_reaches_the_other_side_always_binds():
    binding = {step for step, law in all_steps().items() if law.binds == "always"}
    assert binding == {Step.ACCEDED, Step.DEPOSITED, Step.EXCHANGED}
