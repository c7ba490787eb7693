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
   * <p>PostgreSQL streams only when the connection's auto-commit is off, so it is turned off while
   * reading, and on again after a commit. MySQL streams if its URL has {@code useCursorFetch=true}.
   *
   * @param parameters for the question marks in the query, in order
   * @throws DataException if the query fails, or a column has a type that no table can hold
   */
  public static Table read(Connection connection, String sql, Object... parameters) {
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (autoCommit) {
        connection.setAutoCommit(false);
      }
      boolean done = false;
      try {
        Table table = query(connection, sql, parameters);
        done = true;
        return table;
      } finally {
        if (autoCommit) {
          end(connection, done);
        }
      }
    } catch (SQLException e) {
      throw new DataException(
          "the query failed: " + e.getMessage() + "; correct it or the connection: " + sql, e);
    }
  }

  private static void end(Connection connection, boolean done) throws SQLException {
    if (done) {
      connection.commit();
    } else {
      connection.rollback();
    }
    connection.setAutoCommit(true);
  }

  private static Table query(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      requestBatches(statement);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return table(rows);
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

  private static Table table(ResultSet rows) throws SQLException {
    ResultSetMetaData metaData = rows.getMetaData();
    List<ObjectColumn> columns = new ArrayList<>();
    for (int j = 1; j <= metaData.getColumnCount(); j++) {
      columns.add(new ObjectColumn(metaData.getColumnLabel(j)));
    }
    while (rows.next()) {
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
