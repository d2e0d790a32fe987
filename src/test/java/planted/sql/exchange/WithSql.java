package planted.sql.exchange;

import java.sql.Connection;

/// Reaches for the database past the store.
record WithSql(Connection connection) {}
