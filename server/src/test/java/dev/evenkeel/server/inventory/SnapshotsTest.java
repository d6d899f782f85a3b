package dev.evenkeel.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.store.RevisionStore;
import dev.evenkeel.server.web.ApiClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The estate as it is kept in memory. */
@ServerTest
class SnapshotsTest {
  @Autowired ListableBeanFactory beans;
  @Autowired RevisionStore revisions;

  @Test
  void a_large_estate_is_awaited_until_it_was_read_once() {
    var answer =
        ApiClient.of(beans, Crew.ALL_HANDS)
            .post(
                "/api/estate/apply",
                "{apiVersion: evenkeel/v1, kind: System, name: snapshots-one}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Snapshots snapshots = new Snapshots(revisions);
    assertThat(snapshots.isAwaited(Integer.MAX_VALUE)).as("a small one").isFalse();
    assertThat(snapshots.isAwaited(0)).isTrue();
    assertThat(snapshots.now().estate().system("snapshots-one")).isPresent();
    assertThat(snapshots.isAwaited(0)).isFalse();
  }
}
