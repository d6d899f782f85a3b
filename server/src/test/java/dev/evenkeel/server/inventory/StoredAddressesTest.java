package dev.evenkeel.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.shared.ShownAddress;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where data came from, kept by a server that did not mask addresses yet. */
class StoredAddressesTest {
  private static final List<String> ADDRESSES =
      List.of(
          "https://ann:geheim@mirror.example/all.json?key=geheim&n=1&geheim#geheim",
          "https://ann:ge@heim@mirror.example",
          "https://mirror.example/all.json",
          "https://mirror.example/a@b/all.json");

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  @Test
  void are_masked_as_new_ones_are_and_what_is_no_address_stays_as_it_is() {
    migrateTo("038");
    ADDRESSES.forEach(StoredAddressesTest::keep);
    keep("what? a & b=c #1.json");

    migrateTo("latest");

    String[] masked =
        ADDRESSES.stream().map(ShownAddress::of).toList().toArray(new String[ADDRESSES.size()]);
    assertThat(masked[0]).isEqualTo("https://mirror.example/all.json?key=***&n=***&***");
    assertThat(kept("select origin from inventory_feed order by id"))
        .startsWith(masked)
        .endsWith("what? a & b=c #1.json");
    assertThat(kept("select file from inventory_advisory_import order by id"))
        .startsWith(masked)
        .endsWith("what? a & b=c #1.json");
    assertThat(kept("select origin from inventory_change order by id"))
        .contains("lifecycle data from %s forgotten".formatted(masked[0]))
        .noneMatch(origin -> origin.contains("heim"))
        .endsWith("lifecycle data from what? a & b=c #1.json forgotten");
  }

  private static List<String> kept(String sql) {
    return database.jdbc().sql(sql).query(String.class).list();
  }

  private static void keep(String origin) {
    for (String sql :
        List.of(
            """
            insert into inventory_feed (at, actor_kind, actor, origin, digest, products, rejected, body)
            values (now(), 'PERSON', 'ann', :origin, '', 1, 0, '')
            """,
            """
            insert into inventory_advisory_import (at, actor_kind, actor, file)
            values (now(), 'PERSON', 'ann', :origin)
            """,
            """
            insert into inventory_change (at, actor_kind, actor, origin, added, changed, removed)
            values (now(), 'PERSON', 'ann', 'lifecycle data from ' || :origin || ' forgotten', 0, 0, 0)
            """)) {
      database.jdbc().sql(sql).param("origin", origin).update();
    }
  }

  private static void migrateTo(String version) {
    Flyway.configure().dataSource(database.dataSource()).target(version).load().migrate();
  }
}
