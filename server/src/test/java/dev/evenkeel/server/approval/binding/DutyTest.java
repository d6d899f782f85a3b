package dev.evenkeel.server.approval.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requester, approver, operator and validator of one upgrade are different people. */
@Tag("C46")
class DutyTest {
  @ParameterizedTest
  @EnumSource
  void who_has_a_duty_is_refused_the_three_others_and_not_this_one(Duty had) {
    Duty.Held held = new Duty.Held(Map.of(had, Set.of("ann")));
    for (Duty wanted : Duty.values()) {
      if (wanted == had) {
        assertThat(held.against(wanted, Set.of("ann"), false)).isEmpty();
      } else {
        assertThat(held.against(wanted, Set.of("ann"), false).orElseThrow())
            .contains("ann " + had.did(), wanted.doing());
      }
      assertThat(held.against(wanted, Set.of("ben"), false)).isEmpty();
    }
  }

  @Test
  void a_delegate_counts_as_both_and_a_token_as_who_issued_it() {
    Duty.Held held = new Duty.Held(Map.of(Duty.REQUESTER, Set.of("ann")));
    assertThat(held.against(Duty.APPROVER, Set.of("ben", "ann"), false)).isPresent();
    assertThat(held.against(Duty.OPERATOR, Set.of(), false).orElseThrow())
        .contains("Nobody in person");
  }

  @Test
  void a_waiver_lets_one_person_do_all_but_agree_to_what_they_asked_for() {
    Map<Duty, Set<String>> all = new EnumMap<>(Duty.class);
    for (Duty duty : Duty.values()) {
      all.put(duty, Set.of("ann"));
    }
    Duty.Held held = new Duty.Held(all);
    assertThat(held.against(Duty.OPERATOR, Set.of("ann"), true)).isEmpty();
    assertThat(held.against(Duty.VALIDATOR, Set.of("ann"), true)).isEmpty();
    assertThat(held.against(Duty.APPROVER, Set.of("ann"), true)).isPresent();
    assertThat(held.against(Duty.REQUESTER, Set.of("ann"), true)).isPresent();
  }
}
