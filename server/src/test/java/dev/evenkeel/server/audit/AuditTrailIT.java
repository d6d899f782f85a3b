package dev.evenkeel.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.ChainCheck;
import dev.evenkeel.audit.Deed;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.audit.EntryLine;
import dev.evenkeel.server.audit.store.EntryStores;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail on a real database, and what becomes of it in the hands of its administrator. */
@Tag("C90")
@Tag("C48")
class AuditTrailIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();
  private static final Instant NOW = Instant.parse("2026-11-22T11:40:02.123456789Z");
  private static final Actor ANN = Actor.person("ann");

  private JdbcTransactionManager transactions;
  private TransactionTemplate transaction;
  private AuditTrail trail;

  @BeforeEach
  void start() {
    asAdministrator("truncate audit_entry");
    transactions = new JdbcTransactionManager(database.dataSource());
    transaction = new TransactionTemplate(transactions);
    trail =
        new AuditTrail(
            EntryStores.of(database.dataSource()),
            () -> Actor.EVENKEEL,
            transactions,
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Who owns the database can switch triggers off. */
  private static void asAdministrator(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
      statement.execute("set session_replication_role = origin");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void tell(int rows) {
    for (int i = 0; i < rows; i++) {
      trail.hear(
          Auditable.by(ANN, "upgrade changed", "/upgrades/" + i).with("title", "Größer " + i));
    }
  }

  private ChainCheck checked(List<Anchor> anchors) {
    ChainCheck check = new ChainCheck(anchors);
    trail.after(0, Integer.MAX_VALUE).forEach(entry -> check.line(EntryLine.write(entry)));
    check.end();
    return check;
  }

  @Test
  void rows_are_numbered_without_gaps_and_follow_from_each_other() {
    tell(3);
    assertThat(trail.after(0, 10)).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
    assertThat(checked(List.of()).end()).isEmpty();
    assertThat(trail.find(AuditQuery.about("/upgrades/1"), 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.deed().at()).isEqualTo("2026-11-22T11:40:02.123456Z"));
  }

  @Test
  void what_is_rolled_back_leaves_no_row_and_no_gap() {
    transaction.executeWithoutResult(status -> {
      tell(2);
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(_ -> tell(2));
    assertThat(trail.after(0, 10)).extracting(Entry::seq).containsExactly(1L, 2L);
  }

  @Test
  void what_gets_no_row_does_not_happen() {
    database.jdbc().sql("create table if not exists changed (what text)").update();
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              database.jdbc().sql("insert into changed values ('x')").update();
              tell(1);
              asAdministrator(
                  "alter table audit_entry add constraint closed check (seq < 0) not valid");
            }))
        .isInstanceOf(RuntimeException.class);
    asAdministrator("alter table audit_entry drop constraint closed");
    assertThat(database.jdbc().sql("select count(*) from changed").query(Long.class).single())
        .isZero();
  }

  @Test
  void many_at_once_get_one_chain() throws Exception {
    try (var crowd = Executors.newFixedThreadPool(8)) {
      var all =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  crowd.submit(() -> {
                    for (int k = 0; k < 25; k++) {
                      transaction.executeWithoutResult(_ -> tell(2));
                    }
                  }))
              .toList();
      for (var one : all) {
        one.get();
      }
    }
    ChainCheck check = checked(List.of());
    assertThat(check.end()).isEmpty();
    assertThat(check.rows()).isEqualTo(400);
  }

  @Test
  void nobody_changes_or_takes_away_a_row_by_the_rights_of_the_server() {
    tell(1);
    for (String sql :
        List.of(
            "update audit_entry set actor = 'eve'",
            "delete from audit_entry",
            "truncate audit_entry")) {
      assertThatThrownBy(() -> database.jdbc().sql(sql).update())
          .as(sql)
          .hasMessageMatching("(?s).*(append-only|permission denied).*");
    }
  }

  @Test
  void a_thousand_random_tamperings_are_all_found() {
    tell(200);
    Anchor head = trail.head().orElseThrow();
    asAdministrator("drop table if exists kept; create table kept as select * from audit_entry");
    long seed = 20261122;
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
    int[] kinds = new int[Tampering.values().length];
    for (int i = 0; i < 1_000; i++) {
      Tampering tampering = Tampering.values()[random.nextInt(kinds.length)];
      kinds[tampering.ordinal()]++;
      String sql = tampering.sql(random, trail);
      asAdministrator(sql);
      Optional<ChainCheck.Fault> fault = checked(List.of(head)).end();
      assertThat(fault).as("seed %d, number %d: %s", seed, i, sql).isPresent();
      asAdministrator("truncate audit_entry; insert into audit_entry select * from kept");
    }
    assertThat(kinds).as("each kind was tried").doesNotContain(0);
    assertThat(checked(List.of(head)).end())
        .as("nothing is found where nothing was done")
        .isEmpty();
  }

  /** What somebody may do who owns the database. */
  private enum Tampering {
    SEQ("seq = seq + 1000"),
    AT("at = at + interval '1 microsecond'"),
    ACTOR_KIND("actor_kind = 'TOKEN'"),
    ACTOR("actor = 'eve'"),
    WHAT("what = what || '.'"),
    SUBJECT("subject = replace(subject, '/', '//')"),
    FACTS("facts = replace(facts, 'ö', 'o')"),
    BEFORE("before = set_bit(before, %d, 1 - get_bit(before, %d))"),
    HASH("hash = set_bit(hash, %d, 1 - get_bit(hash, %d))"),
    DELETE(""),
    INSERT(""),
    SWAP(""),
    CUT_OFF(""),
    WRITTEN_ANEW("");

    private final String set;

    Tampering(String set) {
      this.set = set;
    }

    String sql(RandomGenerator random, AuditTrail trail) {
      long row = 1 + random.nextInt(199);
      int bit = random.nextInt(256);
      return switch (this) {
        case DELETE -> "delete from audit_entry where seq = " + row;
        case CUT_OFF -> "delete from audit_entry where seq > " + row;
        case INSERT ->
            "insert into audit_entry select 201, at, actor_kind, 'eve', what, subject, facts, before, hash from audit_entry where seq = %d"
                .formatted(row);
        case SWAP ->
            "update audit_entry a set actor = b.actor, what = b.what, subject = b.subject, facts = b.facts, hash = b.hash from audit_entry b where a.seq in (%1$d, %1$d + 1) and b.seq = 2 * %1$d + 1 - a.seq"
                .formatted(row);
        case WRITTEN_ANEW -> anew(row, trail);
        default ->
            "update audit_entry set %s where seq = %d".formatted(set.formatted(bit, bit), row);
      };
    }

    /** Another row, with right hashes from there to the end. */
    private static String anew(long row, AuditTrail trail) {
      StringBuilder sql = new StringBuilder();
      String hash = trail.row(row).orElseThrow().before();
      for (Entry old : trail.after(row - 1, 1_000)) {
        Deed deed = old.deed();
        Deed other =
            old.seq() == row
                ? new Deed(deed.at(), deed.actorKind(), "eve", deed.what(), deed.subject(), "{}")
                : deed;
        Entry made = Entry.after(old.seq() - 1, hash, other);
        hash = made.hash();
        sql.append(
            "update audit_entry set actor = '%s', facts = '%s', before = '\\x%s', hash = '\\x%s' where seq = %d;"
                .formatted(other.actor(), other.facts(), made.before(), made.hash(), made.seq()));
      }
      return sql.toString();
    }
  }
}
