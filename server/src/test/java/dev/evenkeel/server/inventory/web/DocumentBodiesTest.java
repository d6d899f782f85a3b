package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.Room;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents that are longer than there is memory for, and the longest that are not. */
@ServerTest
class DocumentBodiesTest {
  @Autowired ListableBeanFactory beans;
  @Autowired Room room;
  @Autowired DataFolder folder;
  private final String own = "d" + UUID.randomUUID().toString().substring(0, 8);

  private String documentOf(long bytes) {
    String document = "{apiVersion: evenkeel/v1, kind: System, name: " + own + "}\n# ";
    return document + "x".repeat((int) bytes - document.length());
  }

  @Test
  void what_there_is_no_memory_for_is_refused_in_words_and_changes_nothing() throws IOException {
    ApiClient operator = ApiClient.of(beans, Crew.ALL_HANDS);
    String tooLong = documentOf(room.bytes(DocumentBodies.DOCUMENTS) + (64 << 10));
    for (Answer answer :
        new Answer[] {
          operator.post("/api/estate/apply", tooLong),
          operator.post("/api/estate/apply?preview=true", tooLong),
          operator.put("/api/estate/systems/" + own, tooLong),
          operator.post("/api/lifecycle/feeds", tooLong)
        }) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(413);
      assertThat(answer.says())
          .contains("longer than the memory of this server allows")
          .contains("Nothing was changed")
          .contains("-Xmx4g");
    }
    assertThat(operator.get("/api/estate/systems/" + own).status()).isEqualTo(404);
    assertThat(left()).as("files that are left").isZero();
  }

  @Test
  void what_there_is_memory_for_is_taken_from_the_disk() throws IOException {
    ApiClient operator = ApiClient.of(beans, Crew.ALL_HANDS);
    Answer answer = operator.post("/api/estate/apply", documentOf(300 << 10));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(operator.get("/api/estate/systems/" + own).status()).isEqualTo(200);
    assertThat(left()).as("files that are left").isZero();
  }

  private long left() throws IOException {
    try (Stream<Path> files = Files.list(folder.file("passing"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("body")).count();
    }
  }
}
