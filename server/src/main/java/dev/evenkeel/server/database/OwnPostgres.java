package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL the server runs for itself: durable, on 127.0.0.1 only, behind a random password.
 *
 * <ol>
 *   <li>Unpacks the programs, once.
 *   <li>Makes the database, once.
 *   <li>Starts it on a free port. A predecessor that is still going down is waited for.
 *   <li>Starts it again, on the same port, should it ever end by itself. When somebody else has
 *       taken the port meanwhile, it is waited for.
 * </ol>
 *
 * The caller must own the folder: two of these on one folder are not told apart from a predecessor.
 */
final class OwnPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);
  private static final Duration PREDECESSOR_MAY_TAKE = Duration.ofSeconds(20);
  private static final Duration RECOVERY_MAY_TAKE = Duration.ofMinutes(10);
  private static final Duration STOP_MAY_TAKE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(5);
  private static final long LARGEST_LOG = 10_000_000;

  /** Durable is PostgreSQL's default; said here so that no configuration file undoes it. */
  private static final Map<String, String> OURS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "password_encryption", "scram-sha-256",
          "timezone", "UTC",
          "log_timezone", "UTC");

  private final Path programs;
  private final Launch launch;
  private final Cluster cluster;
  private final Map<String, String> settings;
  private volatile int port;
  private @Nullable Postmaster postmaster;
  private volatile boolean closing;

  /**
   * @param settings PostgreSQL settings on top of ours
   */
  static OwnPostgres start(Path cache, DataFolder folder, Map<String, String> settings) {
    var programs = PackagedPostgres.unpackedIn(cache);
    return start(programs, Launch.probe(programs, folder.root()), folder, settings);
  }

  static OwnPostgres start(
      Path programs, Launch launch, DataFolder folder, Map<String, String> settings) {
    var cluster = new Cluster(folder.file(Cluster.FOLDER));
    cluster.makeUnlessThere(programs, launch, !"off".equals(settings.get("fsync")));
    var postgres = new OwnPostgres(programs, launch, cluster, settings);
    postgres.keep(postgres.launch());
    return postgres;
  }

  private OwnPostgres(Path programs, Launch launch, Cluster cluster, Map<String, String> settings) {
    this.programs = programs;
    this.launch = launch;
    this.cluster = cluster;
    this.settings = Map.copyOf(settings);
    this.port = freePort();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Cluster.DATABASE);
  }

  String password() {
    return cluster.password();
  }

  int port() {
    return port;
  }

  private Postmaster launch() {
    setOldLogAside();
    var patience = System.nanoTime() + PREDECESSOR_MAY_TAKE.toNanos();
    var otherPorts = 3;
    while (true) {
      var alreadyLogged = logLength();
      var started = Postmaster.start(launch.callToStay(command()), cluster.data(), cluster.log());
      try {
        if (started.awaitReady(RECOVERY_MAY_TAKE)) {
          return started;
        }
        started.stop(STOP_MAY_TAKE);
        var said = logFrom(alreadyLogged);
        var trouble = StartupTrouble.in(said);
        if (trouble == StartupTrouble.PREDECESSOR_STILL_THERE && System.nanoTime() < patience) {
          Thread.sleep(200);
        } else if (trouble == StartupTrouble.PORT_TAKEN && !everRan() && otherPorts-- > 0) {
          port = freePort();
        } else {
          throw trouble.refusal("PostgreSQL on %s did not start".formatted(cluster.folder()), said);
        }
      } catch (InterruptedException e) {
        started.stop(STOP_MAY_TAKE);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while PostgreSQL started", e);
      }
    }
  }

  /** Tries until it runs or the server stops: a full disk may be emptied an hour later. */
  private void startAgain() {
    while (!closing) {
      log.error("PostgreSQL ended by itself; starting it again. Its log: {}", cluster.log());
      try {
        keep(launch());
        log.info("PostgreSQL runs again");
        return;
      } catch (StartRefused e) {
        log.error("{} {}", e.getMessage(), e.wayOut());
        pause(BETWEEN_RESTARTS);
      }
    }
  }

  /** From then on the server knows its port, which may not change any more. */
  private synchronized boolean everRan() {
    return postmaster != null;
  }

  private synchronized void keep(Postmaster started) {
    postmaster = started;
    if (closing) {
      started.stop(STOP_MAY_TAKE);
      return;
    }
    started
        .onExit()
        .thenRunAsync(this::startAgain, Thread.ofPlatform().name("postgres again")::start);
  }

  @Override
  public synchronized void close() {
    closing = true;
    if (postmaster != null) {
      postmaster.stop(STOP_MAY_TAKE);
    }
  }

  private List<String> command() {
    var all =
        new ArrayList<>(
            List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                cluster.data().toString(),
                "-p",
                Integer.toString(port)));
    OURS.forEach((name, value) -> all.addAll(List.of("-c", name + "=" + value)));
    settings.forEach((name, value) -> all.addAll(List.of("-c", name + "=" + value)));
    return all;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartRefused(
          "No free port was found on 127.0.0.1 for PostgreSQL: %s.".formatted(e),
          "Free one, or set EVENKEEL_DB_URL to a PostgreSQL of your own.",
          e);
    }
  }

  private void setOldLogAside() {
    try {
      if (logLength() > LARGEST_LOG) {
        Files.move(
            cluster.log(),
            cluster.log().resolveSibling("server.log.1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      log.warn("PostgreSQL's log {} could not be set aside: {}", cluster.log(), e.toString());
    }
  }

  private long logLength() {
    try {
      return Files.size(cluster.log());
    } catch (IOException e) {
      return 0; // not there yet
    }
  }

  private String logFrom(long position) {
    try (var file = new RandomAccessFile(cluster.log().toFile(), "r")) {
      file.seek(position);
      var bytes = new byte[(int) Math.min(file.length() - position, 100_000)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(its log cannot be read: %s)".formatted(e);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
