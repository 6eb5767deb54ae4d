"""Tables of official acts, as depositaries and ministries keep them."""

from treatywatch.intake.acts.act import REGISTER, Act, from_register
from treatywatch.intake.acts.table import COLUMNS, acts, is_acts

__all__ = ["COLUMNS", "REGISTER", "Act", "acts", "from_register", "is_acts"]
