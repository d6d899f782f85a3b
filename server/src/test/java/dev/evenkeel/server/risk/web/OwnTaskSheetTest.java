package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose open task a sheet closes fills in that sheet, and no other. */
@Tag("C02")
@ServerTest
class OwnTaskSheetTest {
  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;

  @Test
  void a_viewer_fills_in_the_sheet_of_their_own_open_task_and_nothing_more() {
    RiskScene scene = new RiskScene(beans);
    Browser sina = Browser.signedIn(beans, Role.VIEWER);
    String name = sina.open("/settings").one("header .name").text();
    String upgrade = scene.upgrade();
    String other = scene.upgrade();
    for (String one : new String[] {upgrade, other}) {
      scene.operator.press(
          scene.operator.open(one + "/tasks").one("details.launch button.primary"),
          Map.of("template", "release-deployment"));
    }
    assertThat(isLocked(sina.open(upgrade + "/answers")))
        .as("it is nobody's task of theirs yet")
        .isTrue();
    jdbc.sql(
            "update tasks_task set owner_kind = 'PERSON', owner = :name where upgrade = :upgrade and proof = 'SECURITY_ANSWERED'")
        .param("name", name)
        .param("upgrade", number(upgrade))
        .update();

    Page sheet = sina.open(upgrade + "/answers");
    assertThat(isLocked(sheet)).isFalse();
    Element save = sheet.one("form.edit button.primary");
    assertThat(sina.press(save, Map.of()).status()).isEqualTo(302);

    for (String closed : new String[] {upgrade + "/audit", upgrade + "/cost", other + "/answers"}) {
      Element elsewhere = sina.open(upgrade + "/answers").one("form.edit button.primary");
      elsewhere.closest("form").attr("action", closed);
      assertThat(sina.press(elsewhere, Map.of()).status()).as(closed).isEqualTo(403);
    }

    jdbc.sql(
            "update tasks_task set state = 'SKIPPED', ended_kind = 'PERSON', ended_by = 'ann', ended_at = now() where upgrade = :upgrade and proof = 'SECURITY_ANSWERED'")
        .param("upgrade", number(upgrade))
        .update();
    assertThat(isLocked(sina.open(upgrade + "/answers"))).as("with the task it ends").isTrue();
    assertThat(sina.press(save, Map.of()).status()).isEqualTo(403);
  }

  private static boolean isLocked(Page page) {
    return page.html().select("form.edit fieldset:not([disabled])").isEmpty();
  }

  private static long number(String path) {
    return Long.parseLong(path.replaceAll("\\D", ""));
  }
}
