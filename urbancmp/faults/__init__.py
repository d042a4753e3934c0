"""Every fault code: how much it matters, in which tier it is looked for, and its sentence in both languages.

U0 files, U1 syntax and shape, U2 references and values, U3 consistency of figures, U4 proof against documents,
U5 tidy tables, U6 filled forms.
"""

from urbancmp.faults import figures, forms, proof, tables
from urbancmp.faults.kinds import Fault, Severity, Tier

__all__ = ["FAULTS", "Fault", "Severity", "Tier"]

FAULTS: dict[str, Fault] = {**tables.FAULTS, **figures.FAULTS, **proof.FAULTS, **forms.FAULTS}
