package dev.evenkeel.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.ProofKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ten items before go-live (C49). */
@Tag("C49")
class ChecklistTest {
  private static final Set<ProofKind> KNOWN =
      EnumSet.of(ProofKind.RISK_AUDIT_OVER, ProofKind.STRATEGY_DECIDED, ProofKind.REHEARSAL_PASSED);

  private static Upgrade upgrade(String to, Optional<String> wayBack) {
    Actor ann = Actor.person("ann");
    return new Upgrade(
        new UpgradeId(7),
        new Terms(
            "Shop",
            "",
            List.of("shop"),
            "10",
            to,
            UpgradeClass.MAJOR,
            "ann",
            Optional.empty(),
            Optional.empty(),
            wayBack),
        UpgradeState.OPEN,
        ann,
        Instant.EPOCH,
        ann,
        Instant.EPOCH,
        1);
  }

  private static final Upgrade SHOP = upgrade("11", Optional.of("restore"));

  private static Fact fact(ProofKind kind) {
    return new Fact(
        kind.word(), Optional.empty(), Optional.empty(), "It is so.", "/upgrades/7/x", true);
  }

  private static Decision said(int number, Gate gate, boolean yes) {
    return new Decision(
        SHOP.id(),
        number,
        yes ? Decision.Kind.CONFIRM : Decision.Kind.WITHDRAW,
        Optional.of(gate),
        "seen by me",
        Optional.empty(),
        Checklist.about(SHOP),
        Actor.person("vera"),
        Instant.EPOCH);
  }

  private static List<Decision> everything() {
    return Arrays.stream(Gate.values()).map(gate -> said(gate.ordinal() + 1, gate, true)).toList();
  }

  @Test
  void without_facts_and_words_all_ten_are_no_and_each_says_the_way_out() {
    Checklist list = Checklist.of(SHOP, List.of(), KNOWN, List.of());
    assertThat(list.items()).hasSize(10);
    assertThat(list.missing()).isEqualTo(10);
    assertThat(list.items())
        .allSatisfy(item -> {
          assertThat(item.says()).isNotEmpty();
          assertThat(item.wayOut()).isNotEmpty();
          assertThat(item.path()).startsWith("/upgrades/7/");
        });
  }

  @Test
  void what_facts_show_is_not_made_yes_by_words() {
    Checklist list = Checklist.of(SHOP, List.of(), KNOWN, everything());
    assertThat(list.items())
        .filteredOn(item -> !item.yes())
        .extracting(Checklist.Item::gate)
        .containsExactly(Gate.RISK_AUDIT, Gate.STRATEGY, Gate.WAY_BACK);
    Checklist shown =
        Checklist.of(SHOP, KNOWN.stream().map(ChecklistTest::fact).toList(), KNOWN, everything());
    assertThat(shown.ready()).isTrue();
    assertThat(shown.item(Gate.PILOT).by()).contains(Actor.person("vera"));
  }

  @Test
  void a_rehearsed_way_back_that_nobody_wrote_down_is_no() {
    Checklist list =
        Checklist.of(
            upgrade("11", Optional.empty()),
            List.of(fact(ProofKind.REHEARSAL_PASSED)),
            KNOWN,
            List.of());
    assertThat(list.item(Gate.WAY_BACK).yes()).isFalse();
    assertThat(list.item(Gate.WAY_BACK).says()).contains("written down");
  }

  @Test
  void a_confirmation_holds_until_it_is_taken_back_or_the_upgrade_is_another() {
    List<Decision> once = List.of(said(1, Gate.PILOT, true));
    assertThat(Checklist.of(SHOP, List.of(), KNOWN, once).item(Gate.PILOT).yes()).isTrue();
    assertThat(
            Checklist.of(
                    SHOP,
                    List.of(),
                    KNOWN,
                    List.of(said(1, Gate.PILOT, true), said(2, Gate.PILOT, false)))
                .item(Gate.PILOT)
                .says())
        .isEqualTo("vera says that it is not so: seen by me");
    Checklist.Item other =
        Checklist.of(upgrade("12", Optional.of("restore")), List.of(), KNOWN, once)
            .item(Gate.PILOT);
    assertThat(other.yes()).isFalse();
    assertThat(other.says())
        .isEqualTo("vera confirmed it for shop, 10 → 11; it is shop, 10 → 12 now.");
  }

  @Test
  void a_kind_of_fact_that_somebody_tells_from_now_on_takes_the_place_of_words() {
    Set<ProofKind> more = EnumSet.copyOf(KNOWN);
    more.add(ProofKind.TESTS_PASSED);
    assertThat(Checklist.of(SHOP, List.of(), KNOWN, everything()).item(Gate.TESTS).yes()).isTrue();
    assertThat(Checklist.of(SHOP, List.of(), more, everything()).item(Gate.TESTS).yes()).isFalse();
  }
}
