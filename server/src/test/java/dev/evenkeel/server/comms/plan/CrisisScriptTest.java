package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.web.Browser.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said in a crisis, and who says it, is ready before the start (C54). */
@Tag("C54")
class CrisisScriptTest extends MessageScene {
  @Test
  void who_speaks_and_what_is_said_stands_before_the_start() {
    String upgrade = upgrade(30);
    addressed(upgrade);
    Page plan = viewer.open(upgrade + "/messages");
    assertThat(plan.one("dl.facts dt:contains(In a crisis) + dd").text())
        .isEqualTo("Nobody is named to speak; the script is not ready");
    assertThat(put(upgrade + "/messages", "{\"speaker\": \"Sam\"}").status()).isEqualTo(200);
    assertThat(post(upgrade + "/messages/7/approve", "").status()).isEqualTo(200);
    plan = viewer.open(upgrade + "/messages");
    assertThat(plan.one("dl.facts dt:contains(In a crisis) + dd").text())
        .isEqualTo("Sam; the script is approved");
    assertThat(api.get("/api" + upgrade + "/facts").text())
        .contains("What is said in a crisis is approved, and Sam says it.");
    assertThat(posted(upgrade)).as("until somebody sends it").isEmpty();
  }
}
