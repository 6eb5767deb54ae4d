"""What a database knows of its tables' contents when it chooses how to answer."""

from sqlalchemy import Connection

_MANY = 5_000  # readings: fewer change little of what the tables are like


def recount(connection: Connection, readings: int) -> None:
    """Have PostgreSQL count its tables anew after so many readings were added to them, if they are many.

    It does so by itself some minutes later, and chooses badly until then. SQLite needs no counts.
    """
    if readings >= _MANY and connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ANALYZE")
