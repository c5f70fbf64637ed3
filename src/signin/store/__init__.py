"""The only SQL: where the meeting is kept."""

from signin.store.engine import Store, Transaction

__all__ = ["Store", "Transaction"]
