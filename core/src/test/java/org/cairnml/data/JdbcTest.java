package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.data.Column.Kind;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcTest {

  private static final String H2 = "jdbc:h2:mem:";
  private static final String DUCKDB = "jdbc:duckdb:";

  @ParameterizedTest
  @ValueSource(strings = {H2, DUCKDB})
  void typesBecomeKinds(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table t (i int, l bigint, price decimal(10, 2), x double, ok boolean, d date,"
              + " ts timestamp, moment timestamp with time zone, plan varchar(20), id bigint)");
      statement.execute(
          "insert into t values"
              + " (1, 5, 9.50, 0.1, true, '2024-02-29', '2024-02-29 10:30:00.25',"
              + " '2024-02-29 12:00:00+02:00', 'Basic', 9007199254740993),"
              + " (null, null, null, null, null, null, null, null, null, 1)");
      Table table = Jdbc.read(connection, "select * from t order by id desc");
      assertThat(table.names().stream().map(String::toLowerCase))
          .containsExactly("i", "l", "price", "x", "ok", "d", "ts", "moment", "plan", "id");
      assertThat(table.columns().stream().map(Column::kind))
          .containsExactly(
              Kind.NUMERIC,
              Kind.NUMERIC,
              Kind.NUMERIC,
              Kind.NUMERIC,
              Kind.BOOLEAN,
              Kind.TIME,
              Kind.TIME,
              Kind.TIME,
              Kind.CATEGORY,
              Kind.CATEGORY);
      assertThat(table.row(0).values())
          .containsExactly(
              1.0,
              5.0,
              9.5,
              0.1,
              true,
              LocalDate.of(2024, 2, 29),
              LocalDateTime.of(2024, 2, 29, 10, 30, 0, 250_000_000),
              Instant.parse("2024-02-29T10:00:00Z"),
              "Basic",
              "9007199254740993");
      assertThat(table.drop(table.names().get(9)).row(1).values()).containsOnlyNulls();
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {H2, DUCKDB})
  void manyRowsAndParameters(String url) throws SQLException {
    String numbers = url.equals(H2) ? "system_range(1, 25000) as r(x)" : "range(1, 25001) as r(x)";
    try (Connection connection = DriverManager.getConnection(url)) {
      Table table =
          Jdbc.read(
              connection,
              "select x as n, cast(x as varchar) as s from " + numbers + " where x > ? order by x",
              100);
      assertThat(table.rows()).isEqualTo(24_900);
      assertThat(table.columns().get(0).number(24_899)).isEqualTo(25_000);
      assertThat(table.columns().get(1).kind()).isEqualTo(Kind.TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 51, 1000})
  void batchesAreTheRowsInTheirOrder(int size) throws SQLException {
    try (Connection connection = DriverManager.getConnection(H2)) {
      List<Integer> sizes = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      long rows =
          Jdbc.readBatches(
              connection,
              "select x from system_range(1, ?) as r(x) order by x",
              size,
              table -> {
                sizes.add(table.rows());
                Arrays.stream(table.column("X").toDoubles()).forEach(values::add);
              },
              50);
      assertThat(rows).isEqualTo(50);
      assertThat(values).isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(i -> (double) i).toList());
      assertThat(sizes.subList(0, sizes.size() - 1)).allMatch(n -> n == size);
      assertThat(sizes.get(sizes.size() - 1)).isBetween(1, size);
      assertThatThrownBy(() -> Jdbc.readBatches(connection, "select 1", 0, table -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("size");
    }
  }

  /** In a process whose heap holds the columns but not the rows, and none of the batches' sum. */
  @ParameterizedTest
  @ValueSource(strings = {H2 + ";LAZY_QUERY_EXECUTION=1", DUCKDB})
  void largeResultsStream(String url, @TempDir Path folder) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(
                    LargeResult.class,
                    Jdbc.class,
                    DataException.class,
                    Matrix.class,
                    DriverManager.getDriver(url).getClass()),
                LargeResult.class.getName(),
                url)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).contains("400000 rows, 2000000 rows in batches");
  }

  /** Where these classes are. */
  private static String classPath(Class<?>... classes) throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> each : classes) {
      URI place = each.getProtectionDomain().getCodeSource().getLocation().toURI();
      places.add(Path.of(place).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  @Test
  void errorsNameTheQueryOrTheColumn() throws SQLException {
    try (Connection connection = DriverManager.getConnection(H2)) {
      assertThatThrownBy(() -> Jdbc.read(connection, "select * from nowhere"))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("select * from nowhere");
      assertThatThrownBy(() -> Jdbc.read(connection, "select x'00ff' as raw"))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("'RAW'", "BINARY", "cast");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void aConnectionThatCannotBeSetBackHidesNoError() throws SQLException {
    try (Connection connection = DriverManager.getConnection(H2)) {
      var mine = new IllegalStateException("no room left");
      assertThatThrownBy(
              () ->
                  Jdbc.readBatches(
                      connection,
                      "select x from system_range(1, 5)",
                      2,
                      table -> {
                        close(connection);
                        throw mine;
                      }))
          .isSameAs(mine);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void filesThroughDuckDb(@TempDir Path folder) throws Exception {
    Path parquet = folder.resolve("a.parquet");
    Path json = Files.writeString(folder.resolve("a.json"), "[{\"k\":1,\"v\":\"x\"},{\"k\":2}]");
    try (Connection connection = DriverManager.getConnection(DUCKDB);
        Statement statement = connection.createStatement()) {
      statement.execute("copy (select 1 as k, 2.5 as w) to '" + parquet + "' (format parquet)");
      Table table =
          Jdbc.read(
              connection,
              "select j.k, j.v, p.w from read_json_auto(?) j left join read_parquet(?) p using (k)"
                  + " order by k",
              json.toString(),
              parquet.toString());
      assertThat(table.column("k").toDoubles()).containsExactly(1, 2);
      assertThat(table.column("w").toDoubles()).containsExactly(2.5, Double.NaN);
      assertThat(table.column("v").toStrings()).containsExactly("x", null);
    }
  }
}
