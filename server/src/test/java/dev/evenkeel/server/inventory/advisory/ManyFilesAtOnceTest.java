package dev.evenkeel.server.inventory.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** More files of advisories at once than the server has connections. */
@ServerTest
@Tag("C117")
@Timeout(60)
class ManyFilesAtOnceTest {
  private static final int FILES = 30;

  @Autowired ListableBeanFactory beans;
  @Autowired AdvisoryDesk desk;
  @Autowired DataFolder folder;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  private final String own = "m" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void they_wait_without_connections_and_pages_go_on() throws Exception {
    ApiClient viewer = ApiClient.of(beans, Role.VIEWER);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<AdvisoryImport>> all =
          new TransactionTemplate(transactions)
              .execute(status -> {
                // Another server is storing what it read.
                jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", 0x61647669736F72L)
                    .query()
                    .singleRow();
                List<Future<AdvisoryImport>> begun =
                    IntStream.range(0, FILES).mapToObj(n -> people.submit(take(n))).toList();
                untilAllAreRead();
                assertThat(viewer.get("/api/advisories").status()).isEqualTo(200);
                return begun;
              });
      assertThat(all).isNotNull();
      for (Future<AdvisoryImport> one : all) {
        assertThat(one.get().added()).isEqualTo(1);
      }
    }
    assertThat(passing()).as("files that are left").isEmpty();
  }

  private Callable<AdvisoryImport> take(int number) {
    String text =
        """
        {"id": "%s-%d", "modified": "2026-03-01T00:00:00Z", "summary": "s", "affected": [{"package":
         {"ecosystem": "Go", "name": "example.com/a"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}
        """
            .formatted(own, number);
    return () ->
        desk.take(
            "many.json",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            false,
            Actor.EVENKEEL);
  }

  /** Each has the file as it came and what was read of it. */
  private void untilAllAreRead() {
    while (passing().stream()
            .filter(file -> file.getFileName().toString().startsWith("advisories-read"))
            .filter(file -> file.toFile().length() > 0)
            .count()
        < FILES) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private List<Path> passing() {
    try (Stream<Path> files = Files.list(folder.file("passing"))) {
      return files.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
