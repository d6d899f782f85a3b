package dev.evenkeel.server.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.PassingFolder;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh, migrated PostgreSQL database for one test class:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = TestDatabase.migrated();
 * }</pre>
 *
 * One PostgreSQL (that of the product, without waiting for the disk) is started per JVM; a database
 * is copied from a migrated one in about 50 ms. Whoever needs one outside of JUnit takes {@link
 * #create} and {@link #close}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name = "test_" + NUMBER.incrementAndGet();
  private final boolean migrated;
  private HikariDataSource dataSource;

  private TestDatabase(boolean migrated) {
    this.migrated = migrated;
  }

  /** With the tables of all modules. */
  public static TestDatabase migrated() {
    return new TestDatabase(true);
  }

  /** Without any table. */
  public static TestDatabase empty() {
    return new TestDatabase(false);
  }

  /** Makes the database; JUnit does it by itself for a registered extension. */
  public TestDatabase create() {
    Server.execute("create database %s template %s".formatted(name, template()));
    dataSource = pool(name);
    return this;
  }

  public String url() {
    return Server.url(name);
  }

  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return Server.RUNNING.password();
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(dataSource);
  }

  @Override
  public void close() {
    if (dataSource == null) {
      return; // never made; what stopped it has been told already
    }
    dataSource.close();
    Server.execute("drop database %s with (force)".formatted(name));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    create();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  private String template() {
    return migrated ? Template.name() : "template1";
  }

  private static HikariDataSource pool(String name) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(Server.url(name));
    pool.setUsername(Cluster.USER);
    pool.setPassword(Server.RUNNING.password());
    pool.setMinimumIdle(0);
    pool.setMaximumPoolSize(20);
    return pool;
  }

  /** Migrated once, copied for every test. */
  private static final class Template {
    private static final String NAME = "evenkeel_template";

    static {
      Server.execute("create database " + NAME);
      Flyway.configure()
          .dataSource(Server.url(NAME), Cluster.USER, Server.RUNNING.password())
          .load()
          .migrate();
    }

    /** A call and not the constant: the compiler would copy that without loading this class. */
    static String name() {
      return NAME;
    }
  }

  private static final class Server {
    static final OwnPostgres RUNNING = start();

    private static OwnPostgres start() {
      // Programs stay for the next run; the data goes with this one.
      var folder = PassingFolder.made();
      var server =
          OwnPostgres.start(
              Path.of("target", "cache").toAbsolutePath(),
              DataFolder.in(folder),
              Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "300"));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                server.close();
                PassingFolder.delete(folder);
              }));
      return server;
    }

    static String url(String database) {
      return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(RUNNING.port(), database);
    }

    static void execute(String sql) {
      try (var connection =
              DriverManager.getConnection(url("postgres"), Cluster.USER, RUNNING.password());
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
