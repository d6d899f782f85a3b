package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.risk.reckon.Stocktake.Answer;
import dev.evenkeel.server.risk.reckon.Stocktake.Decision;
import dev.evenkeel.server.risk.reckon.Stocktake.Item;
import dev.evenkeel.server.risk.reckon.Stocktake.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C19")
class StocktakeTest {
  private static Item item(
      @Nullable Place place,
      @Nullable Answer offered,
      @Nullable Answer needed,
      @Nullable Decision decision) {
    return new Item(
        "rule",
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(place),
        Optional.ofNullable(offered),
        Optional.ofNullable(needed),
        Optional.of("shop"),
        Optional.empty(),
        Optional.ofNullable(decision),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "CORE,   NO,  YES, RE_IMPLEMENT",
    "PLUGIN, NO,  YES, UPGRADE",
    "PLUGIN, YES, YES, DROP",
    "CORE,   ,    NO,  DROP",
    ",       NO,  YES, ",
    "CORE,   ,    YES, ",
    ",       ,    ,    "
  })
  void the_answers_propose_what_becomes_of_it(
      @Nullable Place place,
      @Nullable Answer offered,
      @Nullable Answer needed,
      @Nullable Decision proposed) {
    assertThat(item(place, offered, needed, null).proposed())
        .isEqualTo(Optional.ofNullable(proposed));
  }

  @Test
  void what_does_not_go_together_is_flagged() {
    assertThat(item(Place.CORE, Answer.NO, Answer.YES, Decision.DROP).flags())
        .containsExactly(
            "It is dropped, still needed, and the new version does not offer it.",
            "It is dropped, and shop use it.");
    assertThat(item(Place.CORE, Answer.YES, Answer.YES, Decision.UPGRADE).flags())
        .containsExactly(
            "It is kept although the new version offers it.",
            "A change to the core does not survive an upgrade; re-implement it.");
    assertThat(item(Place.PLUGIN, Answer.NO, Answer.YES, Decision.UPGRADE).flags()).isEmpty();
  }

  @Test
  void what_is_open_blocks_and_an_empty_list_counts_only_when_somebody_looked() {
    assertThat(Stocktake.EMPTY.open()).hasSize(1);
    assertThat(new Stocktake(List.of(), true).open()).isEmpty();
    assertThat(new Stocktake(List.of(item(null, null, Answer.NO, Decision.DROP)), false).open())
        .isEmpty();
    assertThat(new Stocktake(List.of(item(Place.CORE, null, Answer.YES, null)), false).open())
        .containsExactly("rule: offered by the new version, the decision are open.");
    assertThat(
            new Stocktake(
                    List.of(item(Place.CORE, Answer.NO, Answer.YES, Decision.RE_IMPLEMENT)), false)
                .open())
        .isEmpty();
  }
}
