package id.dampingan.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// The database of one workspace and its connections; the one class that knows which database it is.
final class Database implements AutoCloseable {
  static final String NAME = "dampingan";
  static final String FILE = NAME + ".mv.db";

  /// The newest migration.
  private static final int SCHEMA = 5;

  private static final String USER = "dampingan";

  /// Both libraries greet people at start; held here, for a logger that nobody holds is forgotten.
  private static final Logger[] QUIET = {
    Logger.getLogger("org.flywaydb"), Logger.getLogger("org.jooq")
  };

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    for (Logger logger : QUIET) {
      logger.setLevel(Level.WARNING);
    }
  }

  private final String url;
  private final String password;
  private final Deque<Connection> idle = new ArrayDeque<>();

  /// Open as long as the workspace is, so that the database is.
  private final Connection first;

  private boolean closed;

  private Database(String url, String password) throws SQLException {
    this.url = url;
    this.password = password;
    this.first = connect();
  }

  /// Opens the database in this folder, or makes it, and brings its tables up to date.
  static Database open(Path folder, byte[] key) throws WorkspaceInUse, NotAWorkspace {
    // WRITE_DELAY is not remembered by the database: without it a kill loses acknowledged commits.
    String url =
        "jdbc:h2:file:"
            + folder.toAbsolutePath().resolve(NAME)
            + ";CIPHER=AES;WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
    String password = HexFormat.of().formatHex(key) + " " + USER;
    try {
      Database database = new Database(url, password);
      try {
        database.migrate();
      } catch (SQLException | RuntimeException e) {
        database.close();
        throw new NotAWorkspace(
            folder,
            "its tables cannot be brought up to date; it may come from a newer Dampingan.",
            e);
      }
      return database;
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new WorkspaceInUse(folder);
      }
      throw new NotAWorkspace(
          folder, "its database is damaged or has another key; restore it from a backup.", e);
    }
  }

  /// Flyway takes half a second to start: it is asked only where there is something to do.
  private void migrate() throws SQLException {
    if (schema() == SCHEMA) {
      return;
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(USER);
    source.setPassword(password);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:id/dampingan/store/migration")
        .load()
        .migrate();
    if (schema() != SCHEMA) {
      throw new IllegalStateException("the tables have version " + schema());
    }
  }

  /// The newest migration that was run, 0 if none was.
  private int schema() throws SQLException {
    try (ResultSet there =
        first.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
      if (!there.next()) {
        return 0;
      }
    }
    try (Statement statement = first.createStatement();
        ResultSet newest =
            statement.executeQuery(
                "select max(cast(\"version\" as integer)) from \"flyway_schema_history\""
                    + " where \"success\"")) {
      newest.next();
      return newest.getInt(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, USER, password);
  }

  /// A connection that commits each statement by itself.
  Connection take() {
    synchronized (idle) {
      Connection connection = idle.poll();
      if (connection != null) {
        return connection;
      }
    }
    try {
      return connect();
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  void giveBack(Connection connection) {
    synchronized (idle) {
      if (!closed) {
        idle.push(connection);
        return;
      }
    }
    close(connection);
  }

  /// Runs statements that commit by themselves.
  <T> T with(Function<DSLContext, T> work) {
    Connection connection = take();
    try {
      return work.apply(sql(connection));
    } finally {
      giveBack(connection);
    }
  }

  static DSLContext sql(Connection connection) {
    return DSL.using(connection, SQLDialect.H2);
  }

  /// Forces what was committed onto the disk: without it a power cut loses it.
  static void sync(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  /// Copies the database, sealed as it is, into a zip with its one file.
  void copyTo(Path zip) {
    Connection connection = take();
    try (Statement statement = connection.createStatement()) {
      statement.execute("BACKUP TO '" + zip.toAbsolutePath().toString().replace("'", "''") + "'");
    } catch (SQLException e) {
      throw new StoreFailure(e);
    } finally {
      giveBack(connection);
    }
  }

  /// Writes the file anew with what is still in it; nothing can be asked afterwards.
  void compact() {
    synchronized (idle) {
      closed = true;
      idle.clear();
    }
    try (Statement statement = first.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(Database::close);
      idle.clear();
    }
    close(first);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}
