package dev.evenkeel.server.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** More edits of upgrades at once than the server has connections. */
@ServerTest
@Tag("C11")
@Timeout(120)
class ManyEditsAtOnceTest {
  private static final int EDITS = 60;

  @Autowired ListableBeanFactory beans;

  @Test
  void all_are_kept_and_what_follows_from_each_is_computed_soon() throws Exception {
    RiskScene scene = new RiskScene(beans);
    List<String> upgrades = IntStream.range(0, EDITS).mapToObj(n -> scene.upgrade()).toList();
    List<Future<Answer>> all = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String upgrade : upgrades) {
        all.add(
            people.submit(() ->
                scene.api.post(
                    "/api" + upgrade + "/risks",
                    "{\"title\": \"Many\", \"likelihood\": 5, \"impact\": 5}")));
        all.add(
            people.submit(() ->
                scene.api.put(
                    "/api" + upgrade + "/audit", "{\"owner\": \"ann\"}", "If-Match", "\"0\"")));
      }
      for (Future<Answer> one : all) {
        assertThat(one.get().status()).as(one.get().text()).isIn(200, 201);
      }
    }
    for (String upgrade : upgrades) {
      // Of the facts the advice is computed from; the computed risks are open beside this one.
      RiskScene.until(
          () -> scene.risks(upgrade).stream().anyMatch(risk -> !risk.path("key").isNull()));
    }
  }
}
