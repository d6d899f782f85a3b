package dev.evenkeel.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Where upgrades stand is told by few of their facts, and as by all of them (C04). */
@ServerTest
@Tag("C04")
class WhereUpgradesStandTest {
  @Autowired ListableBeanFactory beans;
  @Autowired UpgradeBook book;
  @Autowired FactBook facts;

  @Test
  void what_is_asked_for_the_list_tells_the_same_as_all_that_is_known() {
    RiskScene scene = new RiskScene(beans);
    scene.upgrade();
    String carriedOut = scene.upgradeOf("shop");
    for (String kind : List.of("started", "finished")) {
      String path = "/api" + carriedOut + "/adoption";
      Answer stated =
          scene.api.post(
              path + "/statements",
              "{\"kind\": \"%s\", \"says\": \"all of it\", \"who\": \"bob\", \"when\": \"2026-01-20T10:00Z\"}"
                  .formatted(kind),
              "If-Match",
              scene.api.get(path).header("ETag"));
      assertThat(stated.status()).as(stated.text()).isLessThan(300);
    }
    List<Upgrade> all = book.list(UpgradeFilter.of("", "all", 0), 1_000);
    assertThat(all)
        .allSatisfy(upgrade ->
            assertThat(facts.lifecycle(upgrade))
                .isEqualTo(Lifecycle.of(facts.of(upgrade), facts.decisions(upgrade.id()))));
    assertThat(all)
        .map(upgrade -> facts.lifecycle(upgrade).stage())
        .contains(Lifecycle.Stage.STABILISING, Lifecycle.Stage.IDENTIFIED);
  }
}
