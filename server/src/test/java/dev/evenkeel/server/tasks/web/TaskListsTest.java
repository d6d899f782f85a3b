package dev.evenkeel.server.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.tasks.Hats;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskLists;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Tasks over all upgrades: a hat that is worn everywhere, and one that is worn in one upgrade's
 * team.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskListsTest {
  private static final int ALL = 1_000;

  @Autowired ListableBeanFactory beans;
  private TaskLists lists;
  private RiskScene scene;
  private long here;
  private long there;
  private Owner owner;

  @BeforeAll
  void open() {
    lists = beans.getBean(TaskLists.class);
    scene = new RiskScene(beans);
    String name = "o" + UUID.randomUUID().toString().substring(0, 8);
    owner = Owner.parse(name).orElseThrow();
    here = launched(name);
    there = launched(name);
  }

  @Test
  @Tag("C02")
  void a_hat_of_one_upgrade_has_the_tasks_of_that_upgrade_only() {
    Hats seat = new Hats(Set.of(), Map.of(here, Set.of(owner)));
    Hats everywhere = Hats.of(owner);
    List<Task> within = lists.open(seat, ALL);
    assertThat(within).isNotEmpty().allMatch(task -> task.upgrade() == here);
    assertThat(lists.open(everywhere, ALL))
        .extracting(Task::upgrade)
        .containsOnly(here, there)
        .hasSize(2 * within.size());
    assertThat(lists.counts(seat)).containsEntry("open", (long) within.size());
    assertThat(lists.counts(everywhere)).containsEntry("open", 2L * within.size());
  }

  @Test
  @Tag("C02")
  void the_most_urgent_of_both_hats_come_first_and_none_twice() {
    Hats both = new Hats(Set.of(owner), Map.of(here, Set.of(owner)));
    List<Task> all = lists.open(both, ALL);
    assertThat(all).doesNotHaveDuplicates();
    List<Task> first = lists.open(both, 3);
    assertThat(first).isEqualTo(all.subList(0, 3));
    assertThat(all).extracting(task -> task.due().orElse(Instant.MAX)).isSorted();
  }

  private long launched(String name) {
    String upgrade = scene.upgrade();
    scene.api.post(
        "/api" + upgrade + "/tasks",
        "{\"template\": \"minimise-downtime\", \"owner\": \"%s\"}".formatted(name));
    return Long.parseLong(upgrade.substring(upgrade.lastIndexOf('/') + 1));
  }
}
