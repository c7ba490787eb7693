package org.cairnml.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Reads large results of the database that is named; started by {@link JdbcTest}. */
final class LargeResult {

  private LargeResult() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      boolean h2 = arguments[0].startsWith("jdbc:h2");
      String range = h2 ? "system_range(1, ?) as r(x)" : "range(1, ? + 1) as r(x)";
      String sql = "select x, x / 7.0 as y, 'plan ' || mod(x, 5) as s from " + range;
      Table table = Jdbc.read(connection, sql, 400_000);
      double[] sum = new double[1];
      long rows =
          Jdbc.readBatches(
              connection,
              sql,
              10_000,
              batch -> sum[0] += batch.columns().get(0).number(batch.rows() - 1),
              2_000_000);
      if (sum[0] != 200 * 201 / 2 * 10_000.0) {
        throw new IllegalStateException("the rows of the batches are not those of the query");
      }
      System.out.print(table.rows() + " rows, " + rows + " rows in batches");
    }
  }
}
