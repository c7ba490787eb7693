package org.cairnml.data;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cairnml.base.DataException;

/**
 * Tables from databases. Joins, groupings and windows are written in SQL; with an embedded DuckDB
 * that reaches Parquet, JSON and CSV files too.
 */
public final class Jdbc {

  private static final int BATCH = 10_000;

  private Jdbc() {}

  /**
   * The result of a query. Rows come from the server in batches and go straight into columns.
   *
   * <p>Columns have the labels of the query. Numbers are numeric, except that integers which a
   * double cannot hold exactly become names as in {@link CsvOptions}; dates and timestamps are
   * time; characters are category or text by the rule of {@link CsvOptions}; NULL is missing.
   *
   * <p>What is held in memory is a batch of the driver, the table (8 bytes for a number or a time,
   * 1 for a truth value, 4 and its part of the distinct texts for a category, every text of a text
   * column beyond 10,000 distinct ones), and a copy of the column that is finished last. A result
   * that does not fit is read by {@link #readBatches}.
   *
   * <p>Whether the driver streams is up to its settings. PostgreSQL does only when the connection's
   * auto-commit is off, so it is turned off while reading, and on again after a commit. MySQL does
   * if its URL has {@code useCursorFetch=true}, H2 if it has {@code LAZY_QUERY_EXECUTION=1}; DuckDB
   * keeps results outside of the Java heap unless {@code jdbc_stream_results} is true.
   *
   * @param parameters for the question marks in the query, in order
   * @throws DataException if the query fails, or a column has a type that no table can hold
   */
  public static Table read(Connection connection, String sql, Object... parameters) {
    return run(connection, sql, parameters, rows -> table(rows, Integer.MAX_VALUE));
  }

  /**
   * Hands on the result of a query as tables of some rows each, one after the other, so that it may
   * be larger than the memory: to score it, or to learn by parts. Everything else is as {@link
   * #read} has it. The kind of a column is found anew for each table, so that texts may be a
   * category in one and text in another.
   *
   * @param size the rows of each table, the last may have fewer
   * @param use what to do with each; the connection must not be used for other statements meanwhile
   * @return how many rows there were
   * @throws IllegalArgumentException if {@code size < 1}
   * @throws DataException as {@link #read}
   */
  public static long readBatches(
      Connection connection, String sql, int size, Consumer<Table> use, Object... parameters) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1, but was " + size);
    }
    return run(
        connection,
        sql,
        parameters,
        rows -> {
          long count = 0;
          for (Table table = table(rows, size); table.rows() > 0; table = table(rows, size)) {
            count += table.rows();
            use.accept(table);
            if (table.rows() < size) {
              break;
            }
          }
          return count;
        });
  }

  /** What becomes of the rows of a result. */
  private interface Use<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private static <T> T run(Connection connection, String sql, Object[] parameters, Use<T> use) {
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (autoCommit) {
        connection.setAutoCommit(false);
      }
      T result;
      try {
        result = query(connection, sql, parameters, use);
      } catch (Throwable e) {
        if (autoCommit) {
          undo(connection, e);
        }
        throw e;
      }
      if (autoCommit) {
        connection.commit();
        connection.setAutoCommit(true);
      }
      return result;
    } catch (SQLException e) {
      throw new DataException(
          "the query failed: " + e.getMessage() + "; correct it or the connection: " + sql, e);
    }
  }

  /** A connection that cannot be set back doesn't hide what went wrong first. */
  private static void undo(Connection connection, Throwable first) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }

  private static <T> T query(Connection connection, String sql, Object[] parameters, Use<T> use)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      requestBatches(statement);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return use.of(rows);
      }
    }
  }

  /** A fetch size is a hint; a driver that has none is still read row by row. */
  private static void requestBatches(Statement statement) {
    try {
      statement.setFetchSize(BATCH);
    } catch (SQLException e) {
      System.getLogger(Jdbc.class.getName())
          .log(System.Logger.Level.DEBUG, "the driver takes no fetch size", e);
    }
  }

  /** The next rows, at most so many. */
  private static Table table(ResultSet rows, int most) throws SQLException {
    ResultSetMetaData metaData = rows.getMetaData();
    List<ObjectColumn> columns = new ArrayList<>();
    for (int j = 1; j <= metaData.getColumnCount(); j++) {
      columns.add(new ObjectColumn(metaData.getColumnLabel(j)));
    }
    for (int row = 0; row < most && rows.next(); row++) {
      for (int j = 0; j < columns.size(); j++) {
        columns.get(j).add(value(rows, j + 1, columns.get(j).name()));
      }
    }
    return Table.of(columns.stream().map(ObjectColumn::toColumn).toList());
  }

  private static Object value(ResultSet rows, int column, String name) throws SQLException {
    Object value = rows.getObject(column);
    if (value instanceof java.sql.Clob clob) {
      return clob.getSubString(1, (int) Math.min(clob.length(), Integer.MAX_VALUE));
    }
    if (value instanceof byte[]
        || value instanceof java.sql.Blob
        || value instanceof java.sql.Array) {
      throw new DataException(
          "column '"
              + name
              + "' holds "
              + rows.getMetaData().getColumnTypeName(column)
              + " values, which a table cannot; leave it out or cast it in the query");
    }
    return value instanceof BigDecimal number && number.scale() == 0
        ? number.toBigIntegerExact()
        : value;
  }
}
