"""treatywatch: a sourced registry of the lives of international agreements."""

__all__ = ["__version__"]

__version__ = "0.1.0"
