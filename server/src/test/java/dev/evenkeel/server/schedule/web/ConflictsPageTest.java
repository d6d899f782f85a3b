package dev.evenkeel.server.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of what is planned and cannot happen when it is planned. */
@ServerTest
@Tag("C31")
class ConflictsPageTest {
  @Autowired ListableBeanFactory beans;

  @Test
  void a_freeze_over_the_day_of_go_live_stands_there_with_the_way_out() {
    RiskScene scene = new RiskScene(beans);
    scene.upgrade();
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Freeze, name: OWN-quiet, title: Quiet days, scope: {systems: [OWN-erp]}, owner: OWN-dora, reason: Nobody may., when: {start: 'DAYT00:00', lasts: PT72H}}
        """
            .replace("DAY", scene.goLive.minusDays(1).toString()));
    var row =
        scene.viewer.open("/schedule/conflicts").html().select("tbody tr").stream()
            .filter(one -> one.text().contains("Quiet days"))
            .findFirst()
            .orElseThrow();
    assertThat(row.text()).contains("frozen", "Move the work, or ask the owner of the freeze.");
    assertThat(row.select("a[href='/estate/freezes/" + scene.own + "-quiet']")).hasSize(1);
    assertThat(row.text()).contains(scene.goLive.toString());
    assertThat(scene.api.get("/api/schedule/conflicts").text()).contains("Quiet days");
  }

  @Test
  @Tag("C36")
  void a_budget_that_does_not_suffice_stands_there_with_who_answers_for_it() {
    RiskScene scene = new RiskScene(beans);
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-small, title: Small OWN, owner: OWN-dora,
         periods: [{title: this year, from: FROM, to: TO, amount: 1000}]}
        """
            .replace("FROM", scene.today.toString())
            .replace("TO", scene.goLive.plusDays(30).toString()));
    String upgrade = scene.upgrade();
    scene.put(
        upgrade + "/schedule",
        "budget: %s-small\nways: [{strategy: big-bang, costs: [{kind: labour, amount: 1300}]}]"
            .formatted(scene.own));
    var row =
        scene.viewer.open("/schedule/conflicts").html().select("tbody tr").stream()
            .filter(one -> one.text().contains("Small " + scene.own))
            .findFirst()
            .orElseThrow();
    assertThat(row.text())
        .contains("budget", "1,300 are planned or spent: 300 are missing", "for 300 EUR more");
    assertThat(row.text()).contains(scene.own + "-dora answers for it");
    assertThat(row.select("a[href='/schedule/budgets/" + scene.own + "-small']")).isNotEmpty();
    assertThat(scene.api.get("/api/schedule/conflicts").text()).contains("300 are missing");
  }
}
